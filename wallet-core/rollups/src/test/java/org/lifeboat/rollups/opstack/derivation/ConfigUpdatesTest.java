package org.lifeboat.rollups.opstack.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;

class ConfigUpdatesTest {
    private static final SystemConfig BEFORE = SystemConfig.of(Address.ZERO, Hash32.ZERO, Hash32.ZERO, 30_000_000);

    static Log update(long type, Hash32... words) {
        Bytes data = word(32).plus(word(32L * words.length));
        for (Hash32 each : words) {
            data = data.plus(Bytes.of(each.toArray()));
        }
        return new Log(Rollups.CONFIG, List.of(ConfigUpdates.TOPIC, Hash32.ZERO, Hash32.ofNumber(type)), data);
    }

    private static Bytes word(long number) {
        return Bytes.of(Hash32.ofNumber(number).toArray());
    }

    private static SystemConfig after(Log... logs) {
        return ConfigUpdates.apply(BEFORE, List.of(logs), true);
    }

    private static Hash32 number(long value) {
        return Hash32.ofNumber(value);
    }

    @Test
    void everyKind_isFollowed() {
        Address batcher = Address.fromHex("0x" + "cd".repeat(20));

        assertThat(after(update(0, batcher.toWord())).batcher()).isEqualTo(batcher);
        assertThat(after(update(2, number(60_000_000))).gasLimit()).isEqualTo(60_000_000);
        assertThat(after(update(3, batcher.toWord()))).isEqualTo(BEFORE);
        assertThat(after(update(4, number((250L << 32) + 6))).denominator()).isEqualTo(250);
        assertThat(after(update(4, number((250L << 32) + 6))).elasticity()).isEqualTo(6);
        assertThat(after(update(6, Hash32.ofNumber(BigInteger.TWO.pow(64).subtract(BigInteger.ONE))))
                        .leastBaseFee())
                .isEqualTo(-1);
        assertThat(after(update(7, number(0xffff))).footprintScalar()).isEqualTo(0xffff);
    }

    @Test
    void scalarOfEcotone_holdsTwo() {
        Hash32 scalar =
                Hash32.ofNumber(BigInteger.ONE.shiftLeft(248).add(BigInteger.valueOf((810_949L << 32) + 1_368)));

        SystemConfig now = after(update(1, number(5), scalar));

        assertThat(now.overhead()).isEqualTo(Hash32.ZERO);
        assertThat(now.ecotone()).hasValue(new SystemConfig.Scalars(1_368, 810_949));
    }

    @Test
    void scalarBeforeEcotone_isTakenAsItIs_andReadLaterAsTheSpecificationSays() {
        Hash32 wide = Hash32.ofNumber(BigInteger.ONE.shiftLeft(100));
        SystemConfig now = ConfigUpdates.apply(BEFORE, List.of(update(1, number(188), wide)), false);

        assertThat(now.overhead()).isEqualTo(number(188));
        assertThat(now.scalar()).isEqualTo(wide);
        assertThat(now.ecotone()).hasValue(new SystemConfig.Scalars(0xffff_ffffL, 0));
        assertThat(BEFORE.withScalars(Hash32.ZERO, number(684_000)).ecotone())
                .hasValue(new SystemConfig.Scalars(684_000, 0));
    }

    @Test
    void eventOfAnotherForm_changesNothing() {
        Hash32 dirty = Hash32.ofNumber(BigInteger.ONE.shiftLeft(200));
        Log good = update(2, number(1));
        Log longer = new Log(good.contract(), good.topics(), good.data().plus(word(0)));
        Log version = new Log(good.contract(), List.of(ConfigUpdates.TOPIC, number(1), number(2)), good.data());
        Log fewer = new Log(good.contract(), List.of(ConfigUpdates.TOPIC, Hash32.ZERO), good.data());

        assertThat(after(
                        longer,
                        version,
                        fewer,
                        update(0, dirty),
                        update(2, dirty),
                        update(2, number(1), number(2)),
                        update(1, number(1)),
                        update(1, number(1), dirty),
                        update(4, number(6)),
                        update(6, dirty),
                        update(7, number(0x1_0000)),
                        update(8, number(1)),
                        new Log(good.contract(), List.of(), good.data())))
                .isEqualTo(BEFORE);
    }
}

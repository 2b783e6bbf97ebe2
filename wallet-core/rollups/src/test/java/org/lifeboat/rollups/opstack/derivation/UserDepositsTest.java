package org.lifeboat.rollups.opstack.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

class UserDepositsTest {
    private static final Address FROM = Address.fromHex("0x" + "aa".repeat(20));
    private static final Address TO = Address.fromHex("0x" + "bb".repeat(20));
    private static final Hash32 BLOCK = Hash32.ofNumber(99);

    static Log log(long mint, long value, long gas, Bytes data) {
        Bytes packed = word(mint)
                .plus(word(value))
                .plus(word(gas).slice(24, 32))
                .plus(Bytes.of((byte) 0))
                .plus(data);
        return log(packed);
    }

    private static Log log(Bytes packed) {
        byte[] padding = new byte[(32 - packed.size() % 32) % 32];
        Bytes all = word(32).plus(word(packed.size())).plus(packed).plus(Bytes.of(padding));
        return new Log(Rollups.PORTAL, List.of(UserDeposits.TOPIC, FROM.toWord(), TO.toWord(), Hash32.ZERO), all);
    }

    private static Bytes word(long number) {
        return Bytes.of(Hash32.ofNumber(number).toArray());
    }

    private static Log with(Log log, Bytes data) {
        return new Log(log.contract(), log.topics(), data);
    }

    @Test
    void event_isReadWhole() {
        DepositTransaction read = UserDeposits.read(log(7, 9, 100_000, Bytes.of((byte) 1)), BLOCK, 3)
                .orElseThrow();

        assertThat(read)
                .isEqualTo(new DepositTransaction(
                        SourceHash.ofUser(BLOCK, 3),
                        FROM,
                        Optional.of(TO),
                        Wei.of(7),
                        Wei.of(9),
                        new Gas(100_000),
                        false,
                        Bytes.of((byte) 1)));
    }

    @Test
    void eventOfAnotherForm_isNotReadInPart() {
        Log good = log(1, 1, 21_000, Bytes.of(new byte[40]));
        Bytes data = good.data();
        Log version = new Log(
                good.contract(), List.of(UserDeposits.TOPIC, FROM.toWord(), TO.toWord(), Hash32.ofNumber(1)), data);

        assertThat(UserDeposits.read(good, BLOCK, 0)).isPresent();
        assertThat(UserDeposits.read(version, BLOCK, 0)).isEmpty();
        assertThat(UserDeposits.read(with(good, data.slice(0, data.size() - 32)), BLOCK, 0))
                .isEmpty();
        assertThat(UserDeposits.read(with(good, data.plus(word(0))), BLOCK, 0)).isEmpty();
        assertThat(UserDeposits.read(with(good, data.slice(0, data.size() - 1)), BLOCK, 0))
                .isEmpty();
        assertThat(UserDeposits.read(with(good, word(64).plus(data.slice(32, data.size()))), BLOCK, 0))
                .isEmpty();
        assertThat(UserDeposits.read(log(Bytes.of(new byte[72])), BLOCK, 0)).isEmpty();
        assertThat(UserDeposits.read(log(Bytes.of(new byte[73])), BLOCK, 0)).isPresent();
    }

    @Test
    void index_countsEveryLogOfTheBlock() {
        Log other = new Log(Rollups.CONFIG, List.of(), Bytes.EMPTY);
        Log deposit = log(1, 1, 21_000, Bytes.EMPTY);
        List<Receipt> receipts = List.of(receipt(other, other), receipt(other, deposit));

        assertThat(UserDeposits.read(receipts, BLOCK, Rollups.PORTAL))
                .isEqualTo(new Answer.Proven<>(List.of(
                        UserDeposits.read(deposit, BLOCK, 3).orElseThrow().encoded())));
    }

    @Test
    void eventThatCannotBeRead_isNotLeftOut() {
        Log bad = with(log(1, 1, 21_000, Bytes.EMPTY), Bytes.EMPTY);

        assertThat(UserDeposits.read(List.of(receipt(bad)), BLOCK, Rollups.PORTAL))
                .isInstanceOf(Answer.Unknown.class);
    }

    private static Receipt receipt(Log... logs) {
        List<Log> all = List.of(logs);
        return new Receipt(2, new Receipt.Outcome.Status(true), new Gas(1), LogsBloom.of(all), all, Optional.empty());
    }

    @Test
    void sourceHashes_areThoseOfTheSpecification() {
        // Source: specification, ecotone/derivation and isthmus/derivation.
        assertThat(SourceHash.ofUpgrade("Ecotone: L1 Block Deployment").toHex())
                .isEqualTo("0x877a6077205782ea15a6dc8699fa5ebcec5e0f4389f09cb8eda09488231346f8");
        assertThat(SourceHash.ofUpgrade("Isthmus: L1 Block Deployment").toHex())
                .isEqualTo("0x3b2d0821ca2411ad5cd3595804d1213d15737188ae4cbd58aa19c821a6c211bf");
        assertThat(SourceHash.ofL1Info(BLOCK, 1)).isNotEqualTo(SourceHash.ofUser(BLOCK, 1));
    }
}

package org.lifeboat.engine.verified;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.network.Network;
import org.lifeboat.evm.precompile.Precompile;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.execution.OpFees;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.verifier.call.ChainFees;
import org.lifeboat.verifier.call.Conditions;

class ChainRulesTest {
    private static final Network.Layer L1 = new Network.Layer.L1();
    private static final Network.Layer OP = new Network.Layer.L2(new ChainId(1), Network.Stack.OP_STACK);
    private static final Bytes JOVIAN = Bytes.fromHex("0x01000000fa000000060000000000000000");
    private static final Bytes HOLOCENE = Bytes.fromHex("0x00000000fa00000006");

    /// One second before, and at.
    @ParameterizedTest
    @CsvSource({
        "10, 1746806401, ISTHMUS",
        "10, 1764691200, ISTHMUS",
        "10, 1764691201, JOVIAN",
        "10, 1783526400, JOVIAN",
        "10, 1783526401, KARST",
        "480, 1764072000, ISTHMUS",
        "480, 1777593600, JOVIAN",
        "8453, 1779991199, JOVIAN",
        "11155420, 1781712001, KARST"
    })
    void aKnownChain_runsItsForksOwnContracts(long chain, long time, OpFork fork) {
        Conditions conditions = known(OP, chain, time, JOVIAN);

        assertThat(conditions.rules().fork).isEqualTo(fork.ethereum());
        assertThat(conditions.fees()).isEqualTo(new OpFees(fork));
        for (int number : new int[] {0x08, 0x0c, 0x0e, 0x0f, 0x100}) {
            assertThat(conditions.foreign().contract(address(number), false)).isFalse();
        }
        assertThat(takesPairs(conditions, 300)).isTrue();
        assertThat(takesPairs(conditions, 301)).isEqualTo(fork != OpFork.KARST);
        assertThat(takesPairs(conditions, 427)).isEqualTo(fork != OpFork.KARST);
        assertThat(takesPairs(conditions, 428)).isEqualTo(fork == OpFork.ISTHMUS);
    }

    @Test
    void base_sinceItsOwnFork_isTriedOnlyWhereItIsAlike() {
        Conditions conditions = known(OP, 8_453, 1_779_991_200L, JOVIAN);

        assertThat(conditions.fees()).isSameAs(ChainFees.UNKNOWN);
        assertThat(conditions.foreign().contract(address(0x08), false)).isTrue();
        assertThat(conditions.foreign().contract(address(0x04), false)).isFalse();
        assertThat(conditions.foreign().contract(address(0xb20), false)).isTrue();
        assertThat(conditions.foreign().contract(address(0xb20), true)).isFalse();
    }

    /// What its header shows is taken; what depends on the fork is not run.
    @Test
    void anUnknownChainOfTheStack_isTakenByItsHeader() {
        assertThat(known(OP, 999, 1_800_000_000L, HOLOCENE).fees()).isEqualTo(new OpFees(OpFork.ISTHMUS));
        Conditions conditions = known(OP, 999, 1_800_000_000L, JOVIAN);
        assertThat(conditions.fees()).isEqualTo(new OpFees(OpFork.KARST));
        assertThat(conditions.foreign().contract(address(0x08), false)).isTrue();
        assertThat(conditions.foreign().contract(address(0x100), false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1764798550, PRAGUE", "1, 1764798551, OSAKA", "11155111, 1760427360, OSAKA", "31337, 1, OSAKA"})
    void anEthereumChain_runsWhatItsScheduleSays(long chain, long time, String fork) {
        Conditions conditions = known(L1, chain, time, Bytes.EMPTY);

        assertThat(conditions.rules().fork).hasToString(fork);
        assertThat(conditions.fees()).isSameAs(ChainFees.NONE);
    }

    @ParameterizedTest
    @CsvSource({"1, 1746612310", "560048, 1742999831"})
    void aBlockFromBeforePrague_isNotTried(long chain, long time) {
        assertThat(ChainRules.of(network(L1, chain), header(time, Bytes.EMPTY))).isInstanceOf(ChainRules.Unknown.class);
        assertThat(ChainRules.of(network(OP, 10), header(1_746_806_400L, HOLOCENE)))
                .isInstanceOf(ChainRules.Unknown.class);
    }

    /// Pairs of points at infinity, whose product is one.
    private static boolean takesPairs(Conditions conditions, int pairs) {
        Precompile pairing = conditions.precompiles().find(address(0x08)).orElseThrow();
        return pairing.run(new byte[192 * pairs]).isPresent();
    }

    private static Address address(int number) {
        return Hash32.ofNumber(number).toAddress();
    }

    private static Conditions known(Network.Layer layer, long chain, long time, Bytes extraData) {
        return ((ChainRules.Known) ChainRules.of(network(layer, chain), header(time, extraData))).conditions();
    }

    private static Network network(Network.Layer layer, long chain) {
        return new Network(new ChainId(chain), "Test", "ETH", layer, true, Network.Origin.USER);
    }

    private static BlockHeader header(long time, Bytes extraData) {
        return new BlockHeader(
                Hash32.ZERO,
                Hash32.ZERO,
                Address.ZERO,
                Hash32.ZERO,
                Hash32.ZERO,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                BigInteger.ZERO,
                20_000_000,
                new Gas(30_000_000),
                new Gas(0),
                time,
                extraData,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(Wei.of(7)),
                Optional.of(Hash32.ZERO),
                Optional.of(new Gas(0)),
                Optional.of(new Gas(0)),
                Optional.of(Hash32.ZERO),
                Optional.of(Hash32.ZERO));
    }
}

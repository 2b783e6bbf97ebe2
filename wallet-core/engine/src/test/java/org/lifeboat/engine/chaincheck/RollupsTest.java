package org.lifeboat.engine.chaincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;

/// What tells chains apart: bundled, or as op-node's file has it.
class RollupsTest {
    private static final BlockHeader GENESIS = QuietChains.header(Hash32.ZERO, 0, 5, Bytes.EMPTY);
    private static final String FILE = QuietChains.file(GENESIS, GENESIS);
    private static final Network PRIVATE = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(900), Network.Stack.OP_STACK),
            true,
            Network.Origin.BUNDLED);

    private final NetworkRegistry registry = NetworkRegistry.bundled();
    private final SettingStore settings = new InMemoryStorage().settings();
    private final Rollups rollups = new Rollups(registry, settings);

    @Test
    void everyChainOfTheStackThatHasItsForksHere_isBundled() {
        assertThat(Rollups.document().rollups()).hasSize(10).allSatisfy(item -> {
            Network network =
                    registry.find(new ChainId(item.chainId())).orElseThrow().network();
            RollupConfig config = rollups.find(network).orElseThrow();
            assertThat(config.chain().id()).isEqualTo(network.chain());
            assertThat(config.genesis().l2UnixSeconds()).isGreaterThan(1_600_000_000L);
            assertThat(item.sources()).isNotEmpty();
        });
    }

    @Test
    void aPrivateChainsFile_isKept_andFoundAgain() {
        assertThat(rollups.find(PRIVATE)).isEmpty();
        assertThat(rollups.keep(PRIVATE, FILE, Optional.empty())).isInstanceOf(Answer.Proven.class);

        RollupConfig kept = new Rollups(registry, settings).find(PRIVATE).orElseThrow();

        assertThat(kept.limits().sequencingWindow()).isEqualTo(4);
        assertThat(kept.chain().blockSeconds()).isEqualTo(2);
        assertThat(kept.chain().leavesAt()).isEmpty();
        assertThat(kept.genesis().l2Hash()).isEqualTo(GENESIS.hash());
    }

    @Test
    void aFileOfAnotherChain_orForABundledOne_isNotTaken() {
        Network op = registry.find(new ChainId(10)).orElseThrow().network();

        assertThat(rollups.keep(op, FILE, Optional.empty())).isInstanceOf(Answer.Refuted.class);
        assertThat(rollups.keep(PRIVATE, FILE.replace("901, \"reg", "902, \"reg"), Optional.empty()))
                .isInstanceOf(Answer.Refuted.class);
        assertThat(settings.all()).isEmpty();
    }

    @Test
    void aForkThatIsNotKnown_isWhereTheRulesEnd() {
        String later = FILE.replace("\"interop_time\": null", "\"interop_time\": 77");

        assertThat(RollupFile.read(later, Optional.empty()))
                .isInstanceOfSatisfying(
                        Answer.Proven.class,
                        read -> assertThat(((RollupConfig) read.value()).chain().leavesAt())
                                .contains(77L));
    }

    @Test
    void whatIsNoSuchFile_isRefused_whateverIsMissing() {
        assertThat(RollupFile.read("{}", Optional.empty())).isInstanceOf(Answer.Refuted.class);
        assertThat(RollupFile.read("not json", Optional.empty())).isInstanceOf(Answer.Refuted.class);
        for (String member :
                new String[] {"seq_window_size", "l2_chain_id", "batcherAddr", "l2_time", "eip1559Elasticity"}) {
            assertThat(RollupFile.read(FILE.replace("\"" + member + "\"", "\"other\""), Optional.empty()))
                    .as(member)
                    .isInstanceOf(Answer.Refuted.class);
        }
        assertThat(RollupFile.read(
                        FILE.replace("\"block_time\"", "\"alt_da\": {\"a\": 1}, \"block_time\""), Optional.empty()))
                .isInstanceOf(Answer.Unknown.class);
        assertThat(RollupFile.read(FILE, Optional.of("{\"osakaTime\": 0}"))).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void anL1ThatIsNotPublic_hasItsOwnBlobs() {
        String l1 = "{\"cancunTime\": 0, \"osakaTime\": 9, \"blobSchedule\": {"
                + "\"osaka\": {\"target\": 6, \"max\": 9, \"baseFeeUpdateFraction\": 5007716},"
                + "\"cancun\": {\"target\": 3, \"max\": 6, \"baseFeeUpdateFraction\": 3338477}}}";

        assertThat(RollupFile.read(FILE, Optional.of(l1))).isInstanceOfSatisfying(Answer.Proven.class, read -> {
            RollupConfig config = (RollupConfig) read.value();
            assertThat(config.l1().at(1, 8).orElseThrow().blobs().target()).isEqualTo(3);
            assertThat(config.l1().at(1, 9).orElseThrow().blobs().target()).isEqualTo(6);
        });
    }
}

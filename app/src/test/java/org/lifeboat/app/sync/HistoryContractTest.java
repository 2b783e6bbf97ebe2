package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.anchor.HashPath;
import org.lifeboat.engine.anchor.PathFinder;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;

/// Hashes of older blocks by the contract that keeps them (EIP-2935), proven under a verified block.
class HistoryContractTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} blocks below: by the contract {1}")
    @CsvSource({"31, false", "32, true", "40, true"})
    void anOlderBlock_isTiedByTheContract_orWhenNearByItsHeaders(int distance, boolean byContract) {
        try (AnchoredChain chain = new AnchoredChain(folder)) {
            chain.mine(1);
            BlockHeader older = chain.header();
            chain.mine(distance - 1);
            keep(chain, older.number(), older.hash());
            chain.mine(1);

            PathFinder.Found found = find(chain, older);

            assertThat(found.hash()).isEqualTo(older.hash());
            assertThat(found.path() instanceof HashPath.History).isEqualTo(byContract);
        }
    }

    @Test
    void aContractWithNothingThere_givesWayToTheHeaders() {
        try (AnchoredChain chain = new AnchoredChain(folder)) {
            chain.mine(1);
            BlockHeader older = chain.header();
            keep(chain, older.number() + 1, older.hash());
            chain.mine(40);

            PathFinder.Found found = find(chain, older);

            assertThat(found.hash()).isEqualTo(older.hash());
            assertThat(found.path()).isInstanceOf(HashPath.Headers.class);
        }
    }

    @Test
    void theWindow_reachesAsFarAsTheContractKeeps() {
        HashPath path = new HashPath.History(List.of(), List.of());
        long top = 20_000;
        VerifiedHead head = new VerifiedHead(0, Hash32.ZERO, new BlockRef(top, Hash32.ZERO, 0), Hash32.ofNumber(1));

        for (long beyond : new long[] {top, top + 1, top - HashPath.HISTORY_WINDOW - 1}) {
            assertThat(path.hashOf(beyond, head, BeaconNetwork.MAINNET))
                    .isInstanceOfSatisfying(
                            Answer.Refuted.class,
                            refuted -> assertThat(refuted.reason()).contains("does not reach"));
        }
        assertThat(path.hashOf(top - HashPath.HISTORY_WINDOW, head, BeaconNetwork.MAINNET))
                .isNotInstanceOf(Answer.Refuted.class);
    }

    private static void keep(AnchoredChain chain, long number, Hash32 hash) {
        String contract = HashPath.HISTORY_CONTRACT.toHex();
        chain.node().rpc("anvil_setCode", "[\"" + contract + "\",\"0x00\"]");
        chain.node()
                .rpc(
                        "anvil_setStorageAt",
                        "[\"%s\",\"%s\",\"%s\"]"
                                .formatted(contract, HashPath.slot(number).toHex(), hash.toHex()));
    }

    private static PathFinder.Found find(AnchoredChain chain, BlockHeader older) {
        BlockHeader top = chain.header();
        VerifiedHead head = new VerifiedHead(chain.slot(), Hash32.ZERO, top.ref(), top.stateRoot());
        return new PathFinder(List.of(chain.source()), Deadline.in(Duration.ofSeconds(30)))
                .find(older.number(), head)
                .orElseThrow();
    }
}

package org.lifeboat.sandbox.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.BEN;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.world.PlayWorld;

class L1NodeTest {
    private final TestChain chain = new TestChain(Mining.WHEN_TOLD);
    private final L1Node node = chain.node();

    @Test
    void sameWorld_isTheSameTwice() {
        TestChain other = new TestChain(Mining.WHEN_TOLD);
        for (TestChain each : List.of(chain, other)) {
            each.send(ANNA.pays(0, STRANGER, Wei.of(5)));
            each.node().mine();
        }

        assertThat(node.history().newest().hash())
                .isEqualTo(other.node().history().newest().hash());
    }

    @Test
    void header_hasEveryFieldOfTheNewestFork() {
        BlockHeader header = node.mine().header();

        assertThat(header.baseFeePerGas()).contains(Wei.of(875_000_000));
        assertThat(header.withdrawalsRoot()).isPresent();
        assertThat(header.blobGasUsed()).contains(new Gas(0));
        assertThat(header.parentBeaconBlockRoot()).isPresent();
        // EIP-7685: the hash of no requests.
        assertThat(header.requestsHash())
                .contains(Hash32.fromHex("0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Test
    void parentHashes_areKeptByTheirContract() {
        SealedBlock first = node.mine();
        SealedBlock second = node.mine();

        assertThat(second.state().storage(SystemCalls.HISTORY, Hash32.ofNumber(1)))
                .isEqualTo(first.hash());
    }

    @Test
    void order_isByTipAndThenByArrival() {
        chain.send(ANNA.sends(0, STRANGER, Wei.of(1), Bytes.EMPTY, new Gas(21_000), Wei.of(1)));
        chain.send(ANNA.sends(1, STRANGER, Wei.of(1), Bytes.EMPTY, new Gas(21_000), Person.TIP.times(5)));
        chain.send(BEN.sends(0, STRANGER, Wei.of(1), Bytes.EMPTY, new Gas(21_000), Person.TIP));

        assertThat(node.mine().transactions().stream().map(ExecutedTransaction::sent))
                .extracting(sent -> sent.from().equals(ANNA.address()) ? "anna " + sent.nonce() : "ben " + sent.nonce())
                .containsExactly("ben 0", "anna 0", "anna 1");
    }

    @Test
    void gap_waitsUntilItIsFilled() {
        chain.send(ANNA.pays(1, STRANGER, Wei.of(1)));

        assertThat(node.mine().transactions()).isEmpty();
        assertThat(node.pendingNonce(ANNA.address())).isZero();

        chain.send(ANNA.pays(0, STRANGER, Wei.of(1)));

        assertThat(node.pendingNonce(ANNA.address())).isEqualTo(2);
        assertThat(node.mine().transactions()).hasSize(2);
    }

    @Test
    void fullBlock_leavesTheRestForTheNext() {
        Gas large = new Gas(16_000_000);
        for (int i = 0; i < 5; i++) {
            // INVALID uses up all its gas.
            chain.send(ANNA.sends(i, chain.burner(), Wei.ZERO, Bytes.EMPTY, large, Person.TIP));
        }

        assertThat(node.mine().transactions()).hasSize(3);
        assertThat(node.mine().transactions()).hasSize(2);
    }

    @Test
    void transaction_thatCannotBePaidWhenItsTurnComes_isForgotten() {
        chain.send(ANNA.pays(0, STRANGER, PlayWorld.ether(60)));
        chain.send(ANNA.pays(1, STRANGER, PlayWorld.ether(60)));

        assertThat(node.mine().transactions()).hasSize(1);
        assertThat(node.pendingCount()).isZero();
    }

    @Test
    void time_isTheClocksAndAlwaysLaterThanTheParents() {
        assertThat(node.mine().header().unixSeconds()).isEqualTo(HandClock.START + 1);
        assertThat(node.mine().header().unixSeconds()).isEqualTo(HandClock.START + 2);
        node.clock().advance(Duration.ofDays(7));
        assertThat(node.mine().header().unixSeconds()).isEqualTo(HandClock.START + 7 * 86_400);
        node.clock().setNext(HandClock.START + 8 * 86_400);
        assertThat(node.mine().header().unixSeconds()).isEqualTo(HandClock.START + 8 * 86_400);
        assertThat(node.clock().now()).isEqualTo(HandClock.START + 8 * 86_400);
    }
}

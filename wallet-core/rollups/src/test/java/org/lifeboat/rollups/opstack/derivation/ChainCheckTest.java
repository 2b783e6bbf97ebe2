package org.lifeboat.rollups.opstack.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.derivation.ChainCheck.Progress;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// A chain whose state is empty at first, on an L1 with a deposit, checked against claims that are true,
/// false, and of blocks that cannot be run.
class ChainCheckTest {
    private static final long LAST = 8;

    private final FakeL1 l1 = new FakeL1();

    private ChainCheck check(OpFork fork, BlockHeader genesis, SortedMap<Long, Hash32> claims) {
        RollupConfig config = Rollups.config(Rollups.upTo(fork), l1.header(0), genesis, FakeL1.address(FakeL1.BATCHER));
        Follower follower = new Follower(l1, config, genesis, List.of());
        BlockBuilder builder = new BlockBuilder(config.chain(), Secp256k1.preferred(), new CodeCache(1 << 20));
        return new ChainCheck(follower.derivation, builder, genesis, claims);
    }

    private Verdict verdict(ChainCheck check, SortedMap<Long, Hash32> seen) {
        while (true) {
            switch (check.step()) {
                case Progress.Needs(Need need) -> {
                    Optional<Given> answer = answer(need);
                    if (answer.isEmpty()) {
                        check.giveUp(Answer.Cause.MISSING, "L1 has no such block yet");
                    } else {
                        assertThat(check.give(answer.get())).isEmpty();
                    }
                }
                case Progress.Derived(var block, var root) -> seen.put(block.number(), root);
                case Progress.NeedsState _ -> check.giveUp(Answer.Cause.NOT_OFFERED, "nobody has that state");
                case Progress.WentBack _ -> {}
                case Progress.Done(Verdict verdict) -> {
                    return verdict;
                }
            }
        }
    }

    private Optional<Given> answer(Need need) {
        return switch (need) {
            case Need.L1Header(long number, var _) -> l1.find(number).map(Given.L1Header::new);
            case Need.L1Receipts(var block) -> Optional.of(new Given.L1Receipts(l1.receipts(block.hash())));
            case Need.L1Transactions(var block) -> Optional.of(new Given.L1Transactions(l1.transactions(block.hash())));
            case Need.Blobs _, Need.L2Blocks _ -> Optional.empty();
        };
    }

    private static SortedMap<Long, Hash32> claims(long number, Hash32 root) {
        return new TreeMap<>(Map.of(number, root));
    }

    private SortedMap<Long, Hash32> truth(OpFork fork) {
        SortedMap<Long, Hash32> seen = new TreeMap<>();
        verdict(check(fork, Rollups.genesis(fork), claims(LAST, Hash32.ZERO)), seen);
        return seen;
    }

    private void mine() {
        l1.logs(UserDepositsTest.log(1_000, 5, 100_000, Bytes.EMPTY));
        l1.empty(14);
    }

    @Test
    void claimsThatAreTrue_areFoundTrue_beforeAndSinceIsthmus() {
        mine();
        for (OpFork fork : List.of(OpFork.HOLOCENE, OpFork.JOVIAN)) {
            SortedMap<Long, Hash32> truth = truth(fork);
            assertThat(truth).hasSize((int) LAST);

            Verdict verdict = verdict(check(fork, Rollups.genesis(fork), truth), new TreeMap<>());

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.True.class,
                            told -> assertThat(told.outputRoot()).isEqualTo(truth.get(LAST)));
        }
    }

    @Test
    void depositChangesTheState() {
        mine();
        SortedMap<Long, Hash32> with = truth(OpFork.JOVIAN);
        l1.forkAt(1);
        l1.empty(15);

        assertThat(truth(OpFork.JOVIAN)).isNotEqualTo(with);
    }

    @Test
    void firstFalseClaim_isNamed() {
        mine();
        SortedMap<Long, Hash32> claims = truth(OpFork.JOVIAN);
        Hash32 computed = claims.put(6L, Hash32.ofNumber(6));
        claims.put(7L, Hash32.ofNumber(7));

        Verdict verdict = verdict(check(OpFork.JOVIAN, Rollups.genesis(OpFork.JOVIAN), claims), new TreeMap<>());

        assertThat(verdict).isInstanceOfSatisfying(Verdict.False.class, told -> {
            assertThat(told.block().number()).isEqualTo(6);
            assertThat(told.claimed()).isEqualTo(Hash32.ofNumber(6));
            assertThat(told.computed()).isEqualTo(computed);
        });
    }

    @Test
    void stateThatNobodyHas_leavesItOpen() {
        mine();
        BlockHeader empty = Rollups.genesis(OpFork.JOVIAN);
        BlockHeader unknown = Rollups.withState(empty, Hash32.ofNumber(1));

        Verdict verdict = verdict(check(OpFork.JOVIAN, unknown, claims(LAST, Hash32.ZERO)), new TreeMap<>());

        assertThat(verdict).isEqualTo(new Verdict.CouldNotCheck(Answer.Cause.NOT_OFFERED, "nobody has that state"));
    }

    /// Forgetting never changes a verdict: what is lacking is asked for.
    @Test
    void stateThatWasForgotten_isAskedForAgain() {
        mine();
        ChainCheck check = check(OpFork.JOVIAN, Rollups.genesis(OpFork.JOVIAN), truth(OpFork.JOVIAN));
        Progress first = until(check, Progress.Derived.class);
        check.forgetState();

        assertThat(first).isInstanceOf(Progress.Derived.class);
        assertThat(until(check, Progress.NeedsState.class))
                .isInstanceOfSatisfying(
                        Progress.NeedsState.class,
                        needs -> assertThat(needs.parent().number()).isEqualTo(1));
    }

    private Progress until(ChainCheck check, Class<? extends Progress> wanted) {
        while (true) {
            Progress step = check.step();
            if (wanted.isInstance(step) || step instanceof Progress.Done) {
                return step;
            }
            if (step instanceof Progress.Needs(Need need)) {
                check.give(answer(need).orElseThrow());
            }
        }
    }

    @Test
    void whereL1EndsForTheClaim_laterBlocksAreNotThere() {
        mine();
        ChainCheck check = check(OpFork.JOVIAN, Rollups.genesis(OpFork.JOVIAN), claims(LAST + 100, Hash32.ZERO));
        SortedMap<Long, Hash32> seen = new TreeMap<>();
        Progress step = check.step();
        while (!(step instanceof Progress.Done)) {
            if (step instanceof Progress.Needs(Need.L1Header(long number, var _)) && number > 12) {
                step = check.l1Ends();
                continue;
            }
            if (step instanceof Progress.Needs(Need need)) {
                check.give(answer(need).orElseThrow());
            }
            if (step instanceof Progress.Derived(var block, var root)) {
                seen.put(block.number(), root);
            }
            step = check.step();
        }

        assertThat(((Progress.Done) step).verdict()).isInstanceOfSatisfying(Verdict.NotThere.class, told -> {
            assertThat(told.claimedBlock()).isEqualTo(LAST + 100);
            assertThat(told.last().number()).isEqualTo(seen.lastKey()).isLessThan(LAST + 100);
            assertThat(told.outputRoot()).isEqualTo(seen.get(seen.lastKey()));
        });
    }

    @Test
    void l1ThatIsNotFarEnough_leavesItOpen() {
        l1.empty(3);

        Verdict verdict = verdict(
                check(OpFork.JOVIAN, Rollups.genesis(OpFork.JOVIAN), claims(LAST, Hash32.ZERO)), new TreeMap<>());

        assertThat(verdict).isEqualTo(new Verdict.CouldNotCheck(Answer.Cause.MISSING, "L1 has no such block yet"));
    }

    @Test
    void aClaimOfTheGroundItself_isABug() {
        BlockHeader genesis = Rollups.genesis(OpFork.JOVIAN);

        assertThatThrownBy(() -> check(OpFork.JOVIAN, genesis, claims(0, Hash32.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

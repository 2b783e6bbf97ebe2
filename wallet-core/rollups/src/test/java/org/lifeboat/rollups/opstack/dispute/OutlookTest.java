package org.lifeboat.rollups.opstack.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;

/// Whether a contested root falls if nobody moves any more, and how long somebody can still turn that.
class OutlookTest {
    private static final long CLOCK = 1_000;
    private static final Hash32 FALSE = Hash32.ofNumber(3);

    private final GameTree tree = new GameTree(4, 116, FALSE);

    {
        tree.clock = Duration.ofSeconds(CLOCK);
    }

    @Test
    void aRootThatNobodyCounters_stands() {
        assertThat(tree.seen().rootFallsAt()).isEmpty();
    }

    @Test
    void aRootThatIsAttackedAndNotAnsweredFor_fallsWhenItsSideHasNoTimeLeft() {
        tree.now = 10_300;
        tree.move(GameTree.HONEST, 0, true, Hash32.ofNumber(7));

        assertThat(tree.seen().rootFallsAt()).contains(new L1Time(10_300 + CLOCK));
        tree.now = 10_300 + CLOCK - 1;
        assertThat(tree.move(GameTree.LIAR, 1, true, Hash32.ofNumber(8)))
                .as("until then it can be answered for")
                .isTrue();
        assertThat(tree.seen().rootFallsAt()).as("answered for, it stands").isEmpty();
    }

    @Test
    void atThatTime_nobodyCanAnswerAnyMore() {
        tree.move(GameTree.HONEST, 0, true, Hash32.ofNumber(7));
        tree.now = 10_000 + CLOCK;

        assertThat(tree.move(GameTree.LIAR, 1, true, Hash32.ofNumber(8))).isFalse();
        assertThat(tree.seen().rootFallsAt()).contains(new L1Time(10_000 + CLOCK));
    }

    /// The attack itself cannot be countered any more, but what its answer fell to can.
    @Test
    void aLineThatRunsLonger_givesTheRootMoreTime() {
        tree.move(GameTree.HONEST, 0, true, Hash32.ofNumber(7));
        tree.now = 10_900;
        tree.move(GameTree.LIAR, 1, true, Hash32.ofNumber(8));
        tree.now = 11_500;
        tree.move(GameTree.HONEST, 2, true, Hash32.ofNumber(9));

        // Of the root's side 900 are used, and 100 are left from the last counter on.
        assertThat(tree.seen().rootFallsAt()).contains(new L1Time(11_600));
    }

    @Test
    void twoAttacks_theEarlierOneDecides() {
        tree.move(GameTree.HONEST, 0, true, Hash32.ofNumber(7));
        tree.now = 10_400;
        tree.move(GameTree.HONEST, 0, true, Hash32.ofNumber(8));

        assertThat(tree.seen().rootFallsAt()).contains(new L1Time(10_000 + CLOCK));
    }

    @Test
    void aFalseNumber_isLostAtOnce() {
        DisputeGame seen = tree.seen();
        DisputeGame shown = new DisputeGame(
                seen.game(),
                seen.range(),
                seen.maxDepth(),
                seen.splitDepth(),
                seen.maxClock(),
                seen.extension(),
                seen.claims(),
                seen.bonds(),
                true,
                seen.now());

        assertThat(shown.rootFallsAt()).contains(seen.now());
    }

    /// Against the contract's own way of settling, over contests of every shape.
    @Test
    void itAgreesWithHowTheContractSettles_andBeforeItsTimeOneLineOfMovesCanTurnIt() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            GameTree contest = contest(random);
            Optional<L1Time> falls = contest.seen().rootFallsAt();

            assertThat(falls.isPresent())
                    .as("seed %d", seed)
                    .isEqualTo(contest.winnerAgainst(0).isPresent());
            if (falls.isPresent() && falls.get().unixSeconds() > contest.now) {
                contest.now = falls.get().unixSeconds() - 1;
                assertThat(turned(contest)).as("seed %d", seed).isTrue();
            }
        }
    }

    private static GameTree contest(Random random) {
        GameTree tree = new GameTree(8, 356, FALSE);
        tree.clock = Duration.ofSeconds(CLOCK);
        for (int move = random.nextInt(14); move > 0; move--) {
            tree.now += random.nextInt(200);
            tree.move(
                    random.nextBoolean() ? GameTree.HONEST : GameTree.LIAR,
                    random.nextInt(tree.claims.size()),
                    random.nextInt(4) > 0,
                    Hash32.ofNumber(random.nextInt(50)));
        }
        return tree;
    }

    /// Whoever speaks for the root counters, now, whatever stands against it and can be countered.
    private static boolean turned(GameTree tree) {
        for (DisputeClaim claim : List.copyOf(tree.claims)) {
            boolean againstTheRoot = claim.position().depth() % 2 == 1;
            if (againstTheRoot && tree.winnerAgainst(claim.index()).isEmpty()) {
                tree.move(GameTree.LIAR, claim.index(), true, Hash32.ofNumber(1_000 + claim.index()));
            }
        }
        return tree.winnerAgainst(0).isEmpty();
    }
}

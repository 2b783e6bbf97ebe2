package org.lifeboat.engine.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.engine.dispute.DisputePlanCases.game;
import static org.lifeboat.engine.dispute.DisputePlanCases.next;
import static org.lifeboat.engine.dispute.DisputePlanCases.roots;
import static org.lifeboat.engine.dispute.DisputePlanCases.sight;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.rollups.opstack.dispute.Position;

/// What speaks against claims of the account, where nobody knows here who is right.
class OpposedClaimsTest {
    /// A root of one's own, for example: unchecked it would fall in silence.
    @Test
    void withoutAVerdict_whatSpeaksAgainstOnesOwnClaim_isSaid_untilItIsAnswered() {
        DisputeSight quiet = sight(game(0), Optional.empty());
        DisputeClaim root = quiet.dispute().orElseThrow().claims().getFirst();
        DisputeClaim counter = claim(1, 0, root.position().attack());
        DisputeClaim answer = claim(2, 1, counter.position().attack());
        DisputeState unchecked = DisputeState.unchecked(quiet).orElseThrow();

        assertThat(next(unchecked, roots(), with(root, quiet, 500, List.of(root))))
                .isInstanceOf(DisputeNext.Wait.class);
        assertThat(next(unchecked, roots(), with(root, quiet, 500, List.of(root, counter))))
                .isInstanceOfSatisfying(DisputeNext.Act.class, act -> {
                    assertThat(act.actions()).containsExactly(new DisputeAction.NeedsRoot(counter, 16));
                    assertThat(act.atMost()).isEqualTo(Wei.ZERO);
                    assertThat(Contests.opposed(act)).containsExactly(new ContestFact.Opposed(1, new L1Time(1_100)));
                });
        assertThat(next(unchecked, roots(), with(root, quiet, 500, List.of(root, counter, answer))))
                .as("somebody speaks for it")
                .isInstanceOf(DisputeNext.Wait.class);
        assertThat(next(unchecked, roots(), with(counter, quiet, 500, List.of(root, counter, answer))))
                .as("it is the other side's that falls")
                .isInstanceOfSatisfying(
                        DisputeNext.Act.class,
                        act -> assertThat(act.actions()).containsExactly(new DisputeAction.NeedsRoot(answer, 16)));
        assertThat(next(unchecked, roots(), with(root, quiet, 1_100, List.of(root, counter))))
                .as("too late")
                .isInstanceOf(DisputeNext.Wait.class);
    }

    private static DisputeClaim claim(int index, int parent, Position position) {
        return new DisputeClaim(
                index,
                OptionalInt.of(parent),
                Optional.empty(),
                Hash32.ofNumber(index).toAddress(),
                Wei.of(101),
                Hash32.ofNumber(1_000 + index),
                position,
                Duration.ZERO,
                new L1Time(100));
    }

    private static DisputeSight with(DisputeClaim own, DisputeSight seen, long now, List<DisputeClaim> claims) {
        DisputeGame quiet = seen.dispute().orElseThrow();
        DisputeGame dispute = new DisputeGame(
                seen.game(),
                quiet.range(),
                quiet.maxDepth(),
                quiet.splitDepth(),
                quiet.maxClock(),
                quiet.extension(),
                claims,
                quiet.bonds(),
                false,
                new L1Time(now));
        return new DisputeSight(seen.game(), Optional.of(dispute), Optional.empty(), seen.credit(), List.of(own));
    }
}

package org.lifeboat.app.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.dispute.DisputeNext;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;

/// One contest on its way to its end: what the wallet calls for is signed, and the credit is claimed.
final class ContestHome implements Homecoming {
    /// Turns in a row in which its game cannot be read: a reorganisation took it away for good.
    private static final int MOST_UNREAD = 4;

    private final WorldWallet wallet;
    private final Disputes.Plan plan;
    private final List<String> story;
    private int unread;
    private boolean over;
    private boolean lost;

    ContestHome(WorldWallet wallet, Disputes.Plan plan, List<String> story) {
        this.wallet = wallet;
        this.plan = plan;
        this.story = story;
    }

    @Override
    public Duration turn() throws InterruptedException {
        Disputes.Look look = wallet.disputes().look(plan, wallet.place());
        DisputeNext next = look.next();
        Optional<DisputeStep> step = wallet.carryOut(look);
        story.add("contest " + plan.id() + " " + next.getClass().getSimpleName() + " " + step);
        unread = next instanceof DisputeNext.CouldNotLook || next instanceof DisputeNext.Gone ? unread + 1 : 0;
        over = unread > MOST_UNREAD
                || next instanceof DisputeNext.OtherGame(var _, Wei bonds)
                        && bonds.isZero()
                        && look.waiting().isEmpty()
                || next instanceof DisputeNext.Ended(var _, var due)
                        && due.filter(one -> !one.amount().isZero()).isEmpty()
                || next instanceof DisputeNext.Over(var _, boolean _, var credit)
                        && credit.filter(due -> !due.amount().isZero()).isEmpty();
        lost = next instanceof DisputeNext.Over ended && !ended.won();
        return step.isPresent() ? Duration.ZERO : idle(next);
    }

    private Duration idle(DisputeNext next) {
        return switch (next) {
            case DisputeNext.Wait(var _, L1Time settlesAt) -> until(settlesAt.toInstant());
            case DisputeNext.Over(var _, boolean _, Optional<DisputeCredit> credit) -> payable(credit);
            case DisputeNext.Ended(var _, Optional<DisputeCredit> credit) -> payable(credit);
            case DisputeNext.OtherGame _, DisputeNext.NotPlayed _ -> LONGEST;
            case DisputeNext.Act act ->
                act.heldUntil().map(at -> until(at.toInstant())).orElse(Duration.ZERO);
            case DisputeNext.CouldNotLook _, DisputeNext.Gone _, DisputeNext.CanSettle _ -> Duration.ZERO;
        };
    }

    private Duration payable(Optional<DisputeCredit> credit) {
        return credit.flatMap(DisputeCredit::payableAt)
                .map(at -> until(at.toInstant()))
                .orElse(LONGEST);
    }

    private Duration until(Instant at) {
        Duration left = Duration.between(wallet.now(), at).plusSeconds(30);
        return left.isPositive() && left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    @Override
    public boolean isOver() {
        return over;
    }

    /// Whether the root that was found false has stood.
    boolean isLost() {
        return lost;
    }

    @Override
    public String toString() {
        return "contest " + plan.id();
    }
}

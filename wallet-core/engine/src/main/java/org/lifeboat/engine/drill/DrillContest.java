package org.lifeboat.engine.drill;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.dispute.DisputeNext;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.engine.dispute.DisputeRequests;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;

/// The contest over a false root as part of a drill, by the wallet's own plan, up to the bonds that are paid back: the
/// root is checked first, as nobody is contested on hearsay.
public final class DrillContest {
    /// How long to let pass where nothing says when what is due can be had.
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Disputes disputes;
    private final DisputeRequests requests;
    private final ChainChecks checks;
    private final CheckPlace place;
    private final Signer signer;

    /// Brings a step of the contest before the user.
    @FunctionalInterface
    public interface Signer {
        /// @return empty where the user does not want to: the first step is left to others then
        Optional<SignedTransaction> sign(DisputeStep step, Draft draft);
    }

    /// What there is to do about the contest now.
    sealed interface Turn {
        record Sign(DisputeStep step, SendOrder order) implements Turn {}

        /// What was signed must come into a block first.
        record AwaitBlock() implements Turn {}

        /// L1 can still lose the game.
        /// @param span until it is final
        record AwaitFinal(Duration span) implements Turn {}

        /// It is others' turn, or the claims' clocks run.
        record Open() implements Turn {}

        /// It has ended and something is due, which is not paid yet.
        /// @param span until it may be had
        record AwaitCredit(Duration span) implements Turn {}

        record Over() implements Turn {}
    }

    /// @param patience for one source
    /// @param signer brings each step before the user
    public DrillContest(Storage storage, InstantSource clock, CheckPlace place, Duration patience, Signer signer) {
        this.disputes = new Disputes(storage, clock, patience);
        this.requests = new DisputeRequests(patience);
        this.checks = new ChainChecks(patience);
        this.place = place;
        this.signer = signer;
    }

    /// Keeps the plan against the newest root.
    /// @return empty where that is not false, or was contested already
    Optional<Disputes.Plan> takeUp(Address account) {
        CheckReport report = checks.check(place, new CheckWish.Newest(), _ -> true);
        return Optional.of(report)
                .filter(each -> each.finding().isFalse())
                .flatMap(each -> disputes.begin(place.chains().l2().chain(), account, each))
                .filter(plan -> {
                    Turn turn = look(plan, new L1Time(0));
                    return turn instanceof Turn.AwaitFinal || isFirstMove(turn);
                });
    }

    private static boolean isFirstMove(Turn turn) {
        return turn instanceof Turn.Sign(DisputeStep step, SendOrder _) && step == DisputeStep.MOVE;
    }

    /// @param now the time of L1's newest block
    Turn look(Disputes.Plan plan, L1Time now) {
        Disputes.Look look = disputes.look(disputes.find(plan.id()).orElse(plan), place.chains());
        return switch (requests.next(look, place.chains())) {
            case DisputeRequest.Offered(DisputeStep step, Network _, SendOrder order) -> new Turn.Sign(step, order);
            case DisputeRequest.Waits _, DisputeRequest.SendAgain _ -> new Turn.AwaitBlock();
            case DisputeRequest.Nothing _,
                    DisputeRequest.HandOver _,
                    DisputeRequest.CheckAgain _,
                    DisputeRequest.CouldNot _ -> idle(look.next(), now);
        };
    }

    private static Turn idle(DisputeNext next, L1Time now) {
        if (next instanceof DisputeNext.Act act && act.heldUntil().isPresent()) {
            return new Turn.AwaitFinal(left(act.heldUntil().get(), now));
        }
        return next instanceof DisputeNext.Over over
                ? over.credit()
                        .filter(credit -> !credit.amount().isZero())
                        .<Turn>map(credit -> new Turn.AwaitCredit(left(credit, now)))
                        .orElseGet(Turn.Over::new)
                : new Turn.Open();
    }

    private static Duration left(DisputeCredit credit, L1Time now) {
        return credit.payableAt().map(time -> left(time, now)).orElse(A_DAY);
    }

    private static Duration left(L1Time until, L1Time now) {
        return Duration.ofSeconds(Math.max(0, until.unixSeconds() - now.unixSeconds()))
                .plus(DrillWait.A_MOMENT);
    }

    /// Whether it has ended, whatever is still due.
    static boolean hasEnded(Turn turn) {
        return switch (turn) {
            case Turn.Sign(DisputeStep step, SendOrder _) -> step == DisputeStep.UNLOCK || step == DisputeStep.CLAIM;
            case Turn.AwaitCredit _, Turn.Over _ -> true;
            case Turn.AwaitBlock _, Turn.AwaitFinal _, Turn.Open _ -> false;
        };
    }

    Optional<SignedTransaction> sign(DisputeStep step, Draft draft) {
        return signer.sign(step, draft);
    }
}

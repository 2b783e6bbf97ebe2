package org.lifeboat.engine.drill;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.engine.dispute.DisputeRequests;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.tx.SignedTransaction;

/// The contest over a false root as part of a drill, by the wallet's own plan: the root is checked first, as
/// nobody is contested on hearsay.
public final class DrillContest {
    private final Disputes disputes;
    private final DisputeRequests requests;
    private final ChainChecks checks;
    private final CheckPlace place;
    private final Function<Draft, Optional<SignedTransaction>> signer;

    /// @param patience for one source
    /// @param signer brings the move before the user; empty where the user leaves it to others
    public DrillContest(
            Storage storage,
            InstantSource clock,
            CheckPlace place,
            Duration patience,
            Function<Draft, Optional<SignedTransaction>> signer) {
        this.disputes = new Disputes(storage, clock, patience);
        this.requests = new DisputeRequests(patience);
        this.checks = new ChainChecks(patience);
        this.place = place;
        this.signer = signer;
    }

    /// The move against the newest root.
    /// @return empty where that is not false, or was contested already
    Optional<SendOrder> order(Address account) {
        CheckReport report = checks.check(place, new CheckWish.Newest(), _ -> true);
        return Optional.of(report)
                .filter(each -> each.finding().isFalse())
                .flatMap(each -> disputes.begin(place.chains().l2().chain(), account, each))
                .flatMap(plan -> move(requests.next(disputes.look(plan, place.chains()), place.chains())));
    }

    private static Optional<SendOrder> move(DisputeRequest request) {
        return request instanceof DisputeRequest.Offered(DisputeStep step, Network _, SendOrder order)
                        && step == DisputeStep.MOVE
                ? Optional.of(order)
                : Optional.empty();
    }

    Optional<SignedTransaction> sign(Draft draft) {
        return signer.apply(draft);
    }
}

package org.lifeboat.ui.send;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.engine.dispute.DisputeRequests;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WayOut;

/// Leads what a contest calls for to the review of every payment. Blocks: never on the screen's thread.
final class DisputeOrders {
    private final Wallet wallet;
    private final Duration patience;
    private final ExitOrders.Preparing preparing;

    /// @param patience for each source
    DisputeOrders(Wallet wallet, Duration patience, ExitOrders.Preparing preparing) {
        this.wallet = wallet;
        this.patience = patience;
        this.preparing = preparing;
    }

    /// Looks where the contest stands and prepares what honest play does next.
    SendScreen step(PlanStore.Id id) throws InterruptedException {
        Disputes disputes = new Disputes(wallet.storage(), wallet.clock(), patience);
        Optional<Disputes.Plan> plan = disputes.find(id);
        if (plan.isEmpty()) {
            return SendScreen.NotOffered.because("disputes.offer.unknown");
        }
        return switch (WayOut.of(wallet, plan.get().chain())) {
            case WayOut.None(String key, String argument) -> SendScreen.NotOffered.because(key, argument);
            case WayOut.Whole(ExitPlace place) -> step(disputes.look(plan.get(), place), place);
        };
    }

    private SendScreen step(Disputes.Look look, ExitPlace place) throws InterruptedException {
        return switch (new DisputeRequests(patience).next(look, place)) {
            case DisputeRequest.Offered(DisputeStep _, Network network, SendOrder order) ->
                preparing.prepare(order, network, List.of());
            case DisputeRequest.Nothing _ -> SendScreen.NotOffered.because("disputes.offer.nothing");
            case DisputeRequest.Waits(DisputeStep step) -> SendScreen.NotOffered.because("dispute.waits." + step);
            case DisputeRequest.SendAgain(var _, Pending own) -> ExitOrders.handOver(own);
            case DisputeRequest.HandOver _ -> SendScreen.NotOffered.because("disputes.handOver");
            case DisputeRequest.CheckAgain _ -> SendScreen.NotOffered.because("disputes.offer.check");
            case DisputeRequest.CouldNot(String why) -> SendScreen.NotOffered.because("dispute.silent", why);
        };
    }
}

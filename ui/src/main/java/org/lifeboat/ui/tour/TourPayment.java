package org.lifeboat.ui.tour;

import java.io.IOException;
import java.util.Optional;
import org.lifeboat.ui.phrases.Phrases;

/// The part of the tour that asks sources: networks, the balance sheet, a payment.
final class TourPayment {
    /// The second of the well-known test accounts. Source: Foundry book, "anvil", default accounts.
    static final String RECIPIENT = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

    private static final String AMOUNT = "0.25";

    private final Walk walk;
    private final Phrases phrases;
    private final Tour.Steps steps;

    TourPayment(Walk walk, Phrases phrases, Tour.Steps steps) {
        this.walk = walk;
        this.phrases = phrases;
        this.steps = steps;
    }

    /// With sources that are added first.
    void play(TourNetwork l1, Optional<TourNetwork> l2) throws IOException {
        add(l1, "L1");
        if (l2.isPresent()) {
            add(l2.get(), "L2");
        }
        steps.take("sources-chosen", phrases.say("networks.sentence"));
        pay(l1);
    }

    /// With what may be asked already.
    void pay(TourNetwork l1) throws IOException {
        walk.press(phrases.say("balances.title"));
        walk.see(phrases.say("action.refresh"));
        walk.see(phrases.symbol(l1.coin()));
        steps.take("sheet", phrases.say("balances.title"));
        walk.press(phrases.say("command.send"));
        walk.chooseAnew(phrases.say("evidence.network"), name(l1));
        walk.type(phrases.say("send.to"), RECIPIENT);
        walk.type(phrases.say("send.amount"), AMOUNT);
        steps.take("payment", phrases.say("send.sentence"));
        walk.press(phrases.say("send.review"));
        steps.take("review", phrases.say("send.what"));
        sign(l1);
        steps.take("sent", phrases.say("send.sent"));
        walk.press(phrases.say("send.toActivity"));
        steps.take("activity-sent", phrases.say("activity.export"));
    }

    private void sign(TourNetwork network) {
        String what = AMOUNT + " " + network.coin();
        String on = name(network);
        walk.readOn(phrases.say("send.readOn"));
        walk.press(phrases.say("send.sign", what, on));
        String again = phrases.say("send.signAnyway", phrases.say("send.sign", what, on));
        if (walk.sees(again)) {
            walk.press(again);
        }
    }

    private static String name(TourNetwork l1) {
        return l1.known().isEmpty() ? "L1" : l1.known();
    }

    private void add(TourNetwork network, String name) {
        walk.press(phrases.say("networks.title"));
        if (network.known().isEmpty()) {
            walk.press(phrases.say("networks.addNetwork"));
            walk.type(phrases.say("networks.name"), name);
            walk.type(phrases.say("networks.chainId"), Long.toString(network.chain()));
            walk.type(phrases.say("networks.symbol"), "ETH");
        } else {
            walk.press(phrases.say("networks.addSource"));
            walk.chooseEntry(phrases.say("sources.network"), network.known());
        }
        walk.type(phrases.say("sources.own"), network.url());
        walk.press(phrases.say("sources.confirm"));
        walk.seeAny(phrases.say("networks.added", network.known().isEmpty() ? name : network.known()));
    }
}

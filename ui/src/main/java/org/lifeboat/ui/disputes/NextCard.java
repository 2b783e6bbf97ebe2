package org.lifeboat.ui.disputes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.ui.disputes.DisputesScreen.Check;
import org.lifeboat.ui.disputes.DisputesScreen.One;
import org.lifeboat.ui.disputes.DisputesScreen.Own;
import org.lifeboat.ui.parts.AccountBox;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CheckRun;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.FindingBar;
import org.lifeboat.ui.parts.HandOverWords;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;

/// What comes next: a check of this computer first, then the wish to act on its verdict, then move after move.
final class NextCard {
    private final Surroundings around;
    private final One one;
    private final DisputesView.Actions actions;
    private final Navigation navigation;

    NextCard(Surroundings around, One one, DisputesView.Actions actions, Navigation navigation) {
        this.around = around;
        this.one = one;
        this.actions = actions;
        this.navigation = navigation;
    }

    Node node() {
        VBox card = DisputesView.card(Labels.heading(around.say("disputes.next")));
        one.own().forEach(own -> card.getChildren().addAll(own(own)));
        boolean again = one.own().stream().anyMatch(own -> own.request() instanceof DisputeRequest.CheckAgain);
        one.unfollowed().forEach(account -> card.getChildren().addAll(follow(account)));
        boolean unchecked = one.contest().status().isOpen()
                && one.own().stream().allMatch(own -> own.plan().state().stance() == DisputeState.Stance.UNCHECKED);
        if (one.own().isEmpty() || again || unchecked) {
            card.getChildren().addAll(check());
        }
        return card;
    }

    /// To get out again what is one's own takes no check, so nobody has to wait for servers of the L2.
    private List<Node> follow(Account account) {
        return List.of(
                Labels.wrapped(around.say("disputes.follow.why", AccountBox.name(account))),
                new FlowPane(Buttons.plain(around.say("disputes.follow"), () -> actions.follow(account))));
    }

    /// Before anything is contested, this computer has to have a verdict of its own.
    private List<Node> check() {
        return switch (one.check()) {
            case Check.None() ->
                List.of(
                        Labels.wrapped(around.say("disputes.check.why")),
                        new FlowPane(Buttons.primary(around.say("disputes.check"), actions::check)));
            case Check.Running running -> running(running);
            case Check.Lacking(String key, List<String> arguments) ->
                List.of(
                        new Bar(around, Urgency.CALM, around.say(key, arguments.toArray())),
                        new FlowPane(Buttons.primary(around.say("action.tryAgain"), actions::check)));
            case Check.Done done -> done(done);
        };
    }

    private List<Node> running(Check.Running running) {
        List<Node> rows = new ArrayList<>(CheckRun.rows(around, running.progress(), running.ending()));
        if (!running.ending()) {
            rows.add(new FlowPane(Buttons.plain(around.say("truth.end"), actions::end)));
        }
        return rows;
    }

    private List<Node> done(Check.Done done) {
        CheckReport report = done.report();
        List<Node> rows = new ArrayList<>(List.of(FindingBar.of(around, report.finding())));
        rows.add(Labels.wrapped(
                around.say(report.l1Verified() ? "chaincheck.l1.verified" : "chaincheck.l1.claimed"),
                "lb-quiet",
                "lb-small"));
        if (done.with() > 0) {
            rows.add(Bar.caution(around, around.say("dispute.servers-agree", done.with(), done.servers())));
        }
        if (done.stance().isEmpty() || !one.contest().canBePlayed()) {
            rows.add(new FlowPane(Buttons.plain(around.say("disputes.check.again"), actions::check)));
        } else if (one.signers().isEmpty()) {
            rows.add(Labels.wrapped(around.say("disputes.noSigner")));
        } else {
            rows.addAll(begin(done.stance().get(), done.with() > 0));
        }
        return rows;
    }

    private List<Node> begin(DisputeState.Stance stance, boolean doubtful) {
        ComboBox<Account> account = AccountBox.of(one.signers(), one.signers().getFirst(), _ -> {});
        String words = around.say(doubtful ? "disputes.begin.allTheSame" : "disputes.begin." + stance);
        Runnable go = () -> actions.begin(account.getValue());
        List<Node> rows = new ArrayList<>();
        one.contest()
                .tree()
                .ifPresent(tree -> rows.add(Labels.wrapped(
                        DisputesView.until(around, one.contest(), Optional.of(stance), tree), "lb-strong")));
        Button button = doubtful ? Buttons.plain(words, go) : Buttons.primary(words, go);
        rows.addAll(List.of(
                Labels.wrapped(around.say("disputes.begin.why." + stance)),
                new Field(around.say("disputes.account"), account, ""),
                new FlowPane(button)));
        return rows;
    }

    private List<Node> own(Own own) {
        List<Node> rows = new ArrayList<>();
        rows.add(Labels.wrapped(around.say("disputes.plays", AccountBox.name(own.account())), "lb-quiet", "lb-small"));
        Optional<DisputeState.Stance> stance = Optional.of(own.plan().state().stance());
        if (one.isGone() || !DisputesView.isFalseAndOpen(one.contest(), stance)) { // which the bar above has said
            rows.add(Labels.wrapped(DisputesView.stance(around, stance)));
        }
        NextWords.of(around, own, one.l1().coinSymbol()).forEach(sentence -> rows.add(Anew.wrapped(sentence)));
        switch (own.request()) {
            case DisputeRequest.Offered(DisputeStep step, var _, var _) -> {
                rows.add(Labels.wrapped(around.say("disputes.offered"), "lb-quiet", "lb-small"));
                rows.add(new FlowPane(Buttons.primary(
                        around.say("disputes.do." + step),
                        () -> navigation.open(new Place.DisputeStep(
                                own.plan().id(),
                                new Place.Dispute(
                                        one.l2().chain(), one.contest().contract()))))));
            }
            case DisputeRequest.Waits(DisputeStep step) ->
                rows.add(Labels.wrapped(around.say("dispute.waits." + step)));
            case DisputeRequest.SendAgain(var _, Pending signed) -> {
                rows.add(Bar.caution(around, HandOverWords.of(around, signed)));
                rows.add(new FlowPane(Buttons.plain(
                        around.say("disputes.open.activity"), () -> navigation.open(new Place.Activity()))));
            }
            case DisputeRequest.HandOver(int claim, L1Time until) -> rows.addAll(handOver(own, claim, until));
            case DisputeRequest.CouldNot(String why) ->
                rows.add(new Bar(around, Urgency.CALM, around.say("dispute.silent", why)));
            case DisputeRequest.Nothing _, DisputeRequest.CheckAgain _ -> {}
        }
        return rows;
    }

    /// By when whom it takes, and the command to copy.
    private List<Node> handOver(Own own, int claim, L1Time until) {
        List<Node> rows = new ArrayList<>();
        rows.add(Bar.caution(
                around, around.say("disputes.handOver", claim, around.phrases().moment(until.toInstant()))));
        NextWords.command(around, own).ifPresent(command -> {
            rows.add(Labels.wrapped(around.say("disputes.handOver.needs")));
            rows.add(new CopiedText(around, around.say("copy.command"), command));
        });
        return rows;
    }
}

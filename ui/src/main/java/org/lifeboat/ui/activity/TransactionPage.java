package org.lifeboat.ui.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.Replacement;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.ui.activity.TransactionScreen.Doing;
import org.lifeboat.ui.activity.TransactionScreen.Remark;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.states.ConditionBars;

/// The page of one transaction: where it stands, everything that is known of it, and what can be done about it.
final class TransactionPage {
    private final Surroundings around;
    private final ActivityView.Actions actions;
    private final StackPane root = new StackPane();
    private Optional<Waiting> waiting = Optional.empty();

    TransactionPage(Surroundings around, ActivityView.Actions actions) {
        this.around = around;
        this.actions = actions;
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                actions.close();
            }
        });
    }

    Node node() {
        return root;
    }

    void focus() {
        Focus.first(root).ifPresent(Node::requestFocus);
    }

    /// Unhooks what waits.
    void stop() {
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
    }

    void show(TransactionScreen screen, ActivityScreen.Around names) {
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
        OwnTransaction transaction = screen.transaction();
        Button back = Buttons.plain(around.say("activity.back"), Feather.ARROW_LEFT, actions::close);
        String title = around.say(
                "activity.line",
                around.phrases().choice(transaction.kind()),
                ActivityCell.to(around, names, transaction));
        VBox said = new VBox(
                8,
                new Bar(
                        around,
                        Urgency.CALM,
                        () -> StatusWords.sentence(
                                around, transaction.status(), screen.vouched().climb())));
        screen.heldUpBy()
                .filter(_ -> !transaction.status().settled())
                .ifPresent(first -> said.getChildren()
                        .add(Bar.caution(
                                around,
                                around.say(
                                        "status.heldUp.why",
                                        around.phrases().number(first.nonce().value())))));
        StatusWords.fell(around, screen.vouched().climb())
                .ifPresent(sentence -> said.getChildren().add(Bar.caution(around, sentence)));
        said.getChildren().addAll(new VouchedLines(around, actions, root).of(screen));
        said.getChildren().addAll(seen(screen, names));
        said.getChildren().addAll(remark(screen));
        VBox card = new VBox(
                16,
                Labels.heading(title),
                TransactionFacts.of(around, transaction, screen.rivals(), names),
                buttons(screen));
        card.getStyleClass().addAll("lb-card", "lb-section");
        boolean focused = root.isFocusWithin();
        root.getChildren()
                .setAll(new PageBox(
                        around,
                        new PageHead(around.say("activity.details"), around.say("activity.details.why"), back),
                        said,
                        card));
        if (focused) {
            focus();
        }
    }

    /// What the last look at the chain brought, beside the status itself.
    private List<Node> seen(TransactionScreen screen, ActivityScreen.Around names) {
        List<Node> lines = new ArrayList<>();
        if (screen.look().isEmpty()) {
            return lines;
        }
        Following.Look look = screen.look().get();
        String coin =
                names.network(screen.transaction()).map(Network::coinSymbol).orElse("");
        List<Condition> caught =
                look.disagreements().stream().map(each -> disagrees(each, coin)).toList();
        if (!caught.isEmpty()) {
            lines.add(new ConditionBars(around, caught, actions::look, () -> actions.go(new Place.Networks())));
        }
        if (look.answered() && look.confirmations() > 0) {
            boolean l2 =
                    names.network(screen.transaction()).filter(Network::isL2).isPresent();
            String depth = around.phrases().count(l2 ? "activity.depth.l2" : "activity.depth", look.confirmations());
            String word = look.proven() ? around.say("activity.proven") : around.say("activity.claimed");
            lines.add(Labels.wrapped(around.phrases().together(List.of(depth, word)), "lb-quiet"));
        }
        look.notes()
                .forEach(note -> lines.add(Labels.wrapped(
                        around.say(note.messageKey(), note.arguments().toArray()), "lb-quiet", "lb-small")));
        return lines;
    }

    private static Condition disagrees(Disagreement caught, String coin) {
        return new Condition.Disagrees(
                caught.source().shown(), Optional.of(new Condition.Said(caught.contradiction(), coin)));
    }

    private List<Node> remark(TransactionScreen screen) {
        return switch (screen.remark()) {
            case Remark.None() -> List.of();
            case Remark.NoSource() -> calm(around.say("activity.noSource"));
            case Remark.NotAnswered() -> calm(around.say("state.offline"));
            case Remark.Looked() -> calm(around.say("activity.looked"));
            case Remark.Astray() -> List.of(Bar.caution(around, around.say("dispute.astray")));
            case Remark.Failed() -> calm(around.say("state.failed"));
            case Remark.Taken(List<SourceId> by) ->
                calm(around.say(
                        "activity.taken",
                        by.stream().map(SourceId::shown).collect(Collectors.joining(around.say("list.comma")))));
            case Remark.NotTaken(List<Submission.Refusal> refusals) -> {
                List<Node> lines = new ArrayList<>();
                lines.add(Bar.caution(around, around.say("activity.notTaken")));
                refusals.forEach(refusal -> lines.add(Labels.wrapped(
                        around.say("send.refusal", refusal.source().shown(), refusal.words()), "lb-quiet")));
                yield lines;
            }
        };
    }

    private List<Node> calm(String sentence) {
        return List.of(Labels.wrapped(sentence, "lb-quiet"));
    }

    private Node buttons(TransactionScreen screen) {
        if (screen.doing() != Doing.NOTHING) {
            String sentence =
                    screen.doing() == Doing.LOOKING ? around.say("activity.looking") : around.say("activity.resending");
            Waiting ring = new Waiting(around, sentence, actions::giveUp);
            waiting = Optional.of(ring);
            return ring;
        }
        OwnTransaction transaction = screen.transaction();
        FlowPane row = new FlowPane(8, 8);
        row.getChildren().add(Buttons.plain(around.say("activity.look"), Feather.REFRESH_CW, actions::look));
        if (!transaction.status().settled()) {
            row.getChildren().add(Buttons.plain(around.say("activity.resend"), Feather.SEND, actions::resend));
            if (transaction.kind() != OwnTransaction.Kind.CANCEL) {
                row.getChildren().add(replace("activity.cancelIt", Feather.X, transaction, Replacement.Way.CANCEL));
            }
            row.getChildren()
                    .add(replace("activity.speedUp", Feather.FAST_FORWARD, transaction, Replacement.Way.SPEED_UP));
            return new VBox(8, row, Labels.wrapped(around.say("activity.replace.why"), "lb-quiet", "lb-small"));
        }
        return row;
    }

    private Button replace(String key, Feather icon, OwnTransaction transaction, Replacement.Way way) {
        return Buttons.plain(around.say(key), icon, () -> actions.replace(transaction, way));
    }
}

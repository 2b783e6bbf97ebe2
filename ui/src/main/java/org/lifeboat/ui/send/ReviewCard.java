package org.lifeboat.ui.send;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.FeeQuote;
import org.lifeboat.engine.send.Severity;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.SignButton;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.vault.signing.Line;
import org.lifeboat.vault.signing.Wording;

/// The review: who, what, to whom, fee, chain and nonce on the left; checks and the vault's own words on the right.
final class ReviewCard {
    private static final double COLUMN = 460;

    private ReviewCard() {}

    /// What is to be read.
    static Node of(Surroundings around, SendScreen.Review review) {
        return new FlowPane(16, 16, facts(around, review.draft()), checks(around, review));
    }

    /// What can be done, always in sight.
    static Node buttons(Surroundings around, SendScreen.Review review, SendView.Actions actions) {
        String what =
                AmountText.exact(amount(review.draft()), review.draft().asset().symbol());
        String on = review.draft().network().name();
        Button back = Buttons.plain(around.say("action.back"), Feather.ARROW_LEFT, actions::back);
        Button sign = new SignButton(around, around.say("send.sign", what, on), () -> {
            if (SendViewModel.needsSecondYes(review)) {
                askAgain(around, review, actions, what, on);
            } else {
                actions.sign(review, false);
            }
        });
        HBox buttons = new HBox(back, sign);
        buttons.getStyleClass().add("lb-foot");
        return buttons;
    }

    private static Node facts(Surroundings around, Draft draft) {
        FeeQuote fee = draft.fee();
        String coin = draft.network().coinSymbol();
        Facts facts = new Facts();
        Label amount =
                Labels.wrapped(AmountText.exact(amount(draft), draft.asset().symbol()), "lb-large-amount");
        facts.add(around.say("send.amount"), amount);
        facts.add(around.say("send.to"), AddressText.whole(around, draft.to()));
        facts.add(around.say("send.from"), AddressText.whole(around, draft.from()));
        facts.add(
                around.say("evidence.network"),
                around.say(
                        "evidence.chain",
                        draft.network().name(),
                        draft.network().chain()));
        String expected = AmountText.exact(fee.expected().total().toTokenAmount(), coin);
        String most = AmountText.exact(fee.most().total().toTokenAmount(), coin);
        facts.add(
                around.say("activity.fee"),
                fee.whole() ? around.say("send.fee", expected, most) : around.say("send.feeAtLeast", expected, most));
        facts.add(
                around.say("activity.nonce"),
                Long.toString(draft.transaction().nonce().value()));
        if (draft.asset() instanceof Asset.Erc20(var token, var _)) {
            facts.add(around.say("evidence.token"), AddressText.whole(around, token.contract()));
        }
        VBox card = new VBox(16, Labels.heading(around.say("send.what")), facts);
        return column(card);
    }

    private static Node checks(Surroundings around, SendScreen.Review review) {
        VBox list = new VBox(12, Labels.heading(around.say("send.checks")));
        List<Check> checks = review.draft().checks();
        if (checks.isEmpty()) {
            list.getChildren().add(Labels.wrapped(around.say("send.checks.none"), "lb-quiet"));
        }
        checks.stream()
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .forEach(check -> list.getChildren().add(check(around, check)));
        VBox words = new VBox(8);
        Wording wording = around.phrases().language() == Language.CHINESE ? Wording.chinese() : Wording.english();
        for (Line line : review.description().lines()) {
            words.getChildren().add(Labels.wrapped(wording.say(line), style(line)));
        }
        TitledPane signed = new TitledPane(around.say("send.words"), words);
        signed.setExpanded(true);
        signed.setAnimated(false);
        TitledPane raw = new TitledPane(around.say("send.raw"), raw(review.draft()));
        raw.setExpanded(false);
        raw.setAnimated(false);
        return column(new VBox(16, list, signed, raw));
    }

    private static Node raw(Draft draft) {
        return Labels.wrapped(Hex.encode(draft.transaction().data().toArray()), "lb-mono");
    }

    private static Node column(VBox content) {
        content.getStyleClass().add("lb-card");
        content.setStyle("-fx-spacing: 16; -fx-padding: 20;");
        content.setPrefWidth(COLUMN);
        return content;
    }

    /// One check: icon, sentence, colour.
    static Node check(Surroundings around, Check check) {
        String tone = switch (check.severity()) {
            case NOTE -> "lb-quiet";
            case WARNING -> "lb-tone-today";
            case DANGER -> "lb-tone-now";
        };
        Feather icon = switch (check.severity()) {
            case NOTE -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case DANGER -> Feather.ALERT_OCTAGON;
        };
        Label sentence =
                Labels.wrapped(around.say(check.messageKey(), check.arguments().toArray()), tone);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var sign = Icons.beside(icon);
        sign.getStyleClass().add(tone);
        return new HBox(8, sign, sentence);
    }

    private static String style(Line line) {
        return switch (line.severity()) {
            case CALM -> "lb-quiet";
            case NOTE -> "lb-plain";
            case WARNING -> "lb-tone-today";
            case DANGER -> "lb-tone-now";
        };
    }

    private static void askAgain(
            Surroundings around, SendScreen.Review review, SendView.Actions actions, String what, String on) {
        VBox body = new VBox(12, Labels.wrapped(around.say("money.again")));
        review.draft().checks().stream()
                .filter(check -> check.severity() == Severity.DANGER)
                .forEach(check -> body.getChildren().add(check(around, check)));
        Button no = Buttons.plain(around.say("action.back"), around.layer()::close);
        Button yes = new SignButton(around, around.say("send.signAnyway", what, on), () -> {
            around.layer().close();
            actions.sign(review, true);
        });
        around.layer().show(around.say("send.again"), body, around.layer()::close, List.of(no, yes));
    }

    private static TokenAmount amount(Draft draft) {
        return new TokenAmount(draft.units(), draft.asset().decimals());
    }
}

package org.lifeboat.ui.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.TokenDeposit;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Severity;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.evidence.NameLine;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CheckLine;
import org.lifeboat.ui.parts.Columns;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.SignButton;
import org.lifeboat.ui.parts.Surroundings;

/// The review: sections one after another in two columns, or in one where there is little room. The left says
/// who, what, to whom, fee, chain, nonce, and what was found; the right what will change, and what the key will
/// sign. What warns stands above both. A further section is one more entry in one of the two lists.
final class ReviewCard {
    private ReviewCard() {}

    /// The whole page, with what can be done below it.
    /// @param head stands above it
    static Node of(Surroundings around, SendScreen.Review review, SendView.Actions actions, Node... head) {
        NameLine.Asking names =
                (name, found) -> actions.nameChain(name, review.draft().network(), found);
        Optional<ReviewWarnings> warnings = ReviewWarnings.of(around, review, names);
        PageBox page = new PageBox(around, head);
        warnings.ifPresent(found -> page.getChildren().add(found.card()));
        Region facts = ReviewFacts.of(around, review);
        page.getChildren().add(sections(around, review, facts, actions, names));
        return new ReadFirst(around, page, facts, warnings, back(around, actions), sign(around, review, actions));
    }

    private static Node sections(
            Surroundings around,
            SendScreen.Review review,
            Region facts,
            SendView.Actions actions,
            NameLine.Asking names) {
        List<Node> left = new ArrayList<>(List.of(facts));
        ReviewChecks.of(around, review.draft().checks(), names).ifPresent(left::add);
        if (review.draft().checks().stream().anyMatch(Check::leavesNonceOpen)) {
            left.add(NonceCard.of(around, review.draft().transaction().nonce(), actions));
        }
        List<Node> right = new ArrayList<>();
        ReviewEffects.of(around, review).ifPresent(right::add);
        right.add(ReviewWords.of(around, review));
        VBox first = new VBox(16);
        first.getChildren().addAll(left);
        if (around.narrow().get()) {
            first.getChildren().addAll(right);
            return first;
        }
        VBox second = new VBox(16);
        second.getChildren().addAll(right);
        return new Columns(first, second);
    }

    /// A card with a heading.
    static VBox section(Node... content) {
        VBox section = new VBox(content);
        section.getStyleClass().addAll("lb-card", "lb-section");
        return section;
    }

    private static Button back(Surroundings around, SendView.Actions actions) {
        return Buttons.plain(around.say("action.back"), Feather.ARROW_LEFT, actions::back);
    }

    private static Button sign(Surroundings around, SendScreen.Review review, SendView.Actions actions) {
        String text = sign(around, review.draft());
        return SendViewModel.needsSecondYes(review)
                ? SignButton.doubtful(around, text, () -> askAgain(around, review, actions))
                : new SignButton(around, text, () -> actions.sign(review, false));
    }

    /// The button says what it does.
    private static String sign(Surroundings around, Draft draft) {
        String on = draft.network().name();
        long number = draft.transaction().nonce().value();
        if (draft.kind() == OwnTransaction.Kind.CANCEL) {
            return around.say("send.signCancel", around.phrases().number(number), on);
        }
        Optional<ExitStep> step =
                ExitStep.named(draft.note()).filter(_ -> draft.replaces().isEmpty());
        if (step.isPresent()) {
            return around.say("exits.sign." + step.get(), on);
        }
        Optional<TokenDeposit.Step> deposit = TokenDeposit.Step.named(draft.note())
                .filter(_ -> draft.replaces().isEmpty());
        if (deposit.isPresent()) {
            return around.say("exits.deposit.sign." + deposit.get(), on);
        }
        return draft.replaces().isPresent()
                ? around.say("send.signFaster", what(draft), on)
                : around.say("send.sign", what(draft), on);
    }

    private static void askAgain(Surroundings around, SendScreen.Review review, SendView.Actions actions) {
        VBox body = new VBox(12, Labels.wrapped(around.say("money.again")));
        review.draft().checks().stream()
                .filter(check -> check.severity() == Severity.DANGER)
                .forEach(check -> body.getChildren().add(CheckLine.of(around, check)));
        ReviewWords.dangers(around, review)
                .forEach(words -> body.getChildren().add(CheckLine.of(Severity.DANGER, words)));
        Button no = Buttons.plain(around.say("action.back"), around.layer()::close);
        Button yes = SignButton.danger(around, around.say("send.signAnyway", sign(around, review.draft())), () -> {
            around.layer().close();
            actions.sign(review, true);
        });
        around.layer().show(around.say("send.again"), body, around.layer()::close, List.of(no, yes));
    }

    private static String what(Draft draft) {
        return AmountText.exact(amount(draft), draft.asset().symbol());
    }

    static TokenAmount amount(Draft draft) {
        return new TokenAmount(draft.units(), draft.asset().decimals());
    }
}

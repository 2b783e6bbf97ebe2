package org.lifeboat.ui.withdraw;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Forewarning;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.parts.AccountBox;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.SureQuestion;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.ForewarningWords;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.withdraw.WithdrawForm.Purpose;
import org.lifeboat.ui.withdraw.WithdrawScreen.Facts;

/// The form: whose money, how much, to whom.
final class WithdrawFormCard {
    private final Surroundings around;
    private final WithdrawScreen.Filling filling;
    private final WithdrawView.Actions actions;
    private final Navigation navigation;
    private final ComboBox<Account> from;
    private final TextField amount;
    private final TextField to;
    private final TextField again;

    WithdrawFormCard(
            Surroundings around, WithdrawScreen.Filling filling, WithdrawView.Actions actions, Navigation navigation) {
        this.around = around;
        this.filling = filling;
        this.actions = actions;
        this.navigation = navigation;
        WithdrawForm form = filling.form();
        amount = new TextField(form.amount());
        to = new TextField(form.to());
        to.getStyleClass().add("lb-mono");
        again = new TextField(form.again());
        from = AccountBox.of(filling.facts().accounts(), form.from(), _ -> actions.choose(typed()));
    }

    Region card() {
        Facts facts = filling.facts();
        Purpose purpose = filling.form().purpose();
        boolean payment = purpose == Purpose.FORCED_PAYMENT;
        Field amountField = new Field(around.say("send.amount"), amount, this::held);
        Field toField = new Field(
                around.say("send.to"),
                to,
                around.say(
                        payment ? "exits.to.onL2" : "exits.to.hint", facts.l2().name()));
        Field againField = new Field(around.say("exits.again"), again, around.say("exits.again.hint"));
        Typed.say(around, filling.flaw(), filling.form().decimals(), amountField, toField);
        if (filling.flaw() == WithdrawScreen.Flaw.AGAIN) {
            againField.wrong(around.say("exits.flaw.again"));
        }
        VBox card = new VBox(16, new Field(around.say("send.from"), from, ""));
        if (!facts.tokens().isEmpty()) {
            card.getChildren().add(AssetField.of(around, facts, filling.form(), this::about, this::instead));
        }
        card.getChildren().addAll(amountField, toField);
        List<Exits.Plan> unsent = facts.unsentOf(filling.form().from().address());
        if (!payment && !unsent.isEmpty()) {
            long number = unsent.getFirst().id().value();
            card.getChildren().addAll(Bar.caution(around, around.say("money.exit.another", number)), againField);
        }
        if (!payment && filling.form().comesHome()) {
            String target = filling.form().token().isPresent() ? "exits.token.target" : "money.exit.target";
            card.getChildren().add(Labels.wrapped(around.say(target), "lb-quiet", "lb-small"));
            card.getChildren().add(Labels.wrapped(around.say("exits.kept.first"), "lb-quiet", "lb-small"));
        }
        String against = Forewarning.ofBridge(facts.ground().leaving())
                .filter(warning -> warning.asks(purpose.wish()))
                .map(new ForewarningWords(around.phrases(), facts.l2(), facts.l1())::say)
                .orElse("");
        Button go = SureQuestion.button(
                around, around.say(payment ? "send.review" : "exits.keep"), against, () -> actions.go(typed()));
        go.setDisable(!payment && !filling.form().comesHome());
        HBox buttons = new HBox(go);
        buttons.getStyleClass().add("lb-buttons");
        card.getChildren().add(buttons);
        card.getStyleClass().add("lb-card");
        return card;
    }

    /// What was read last of the account on the L2.
    private String held() {
        Facts facts = filling.facts();
        Address account = filling.form().from().address();
        Optional<TokenChoice> token = filling.form().token();
        if (token.isPresent()) {
            Token known = token.get().token();
            return Optional.ofNullable(token.get().held().get(account))
                    .map(units -> around.say(
                            "exits.held",
                            AmountText.exact(around, new TokenAmount(units, known.decimals()), known.symbol()),
                            facts.l2().name()))
                    .orElse("");
        }
        Optional<Wei> last = Optional.ofNullable(facts.held().get(account));
        return last.map(wei -> around.say(
                        "exits.held",
                        AmountText.exact(around, wei.toTokenAmount(), facts.l2().coinSymbol()),
                        facts.l2().name()))
                .orElse("");
    }

    /// A token that no proof brings home can be sent on; where the sequencer leaves the user out, through L1.
    private Button instead(TokenChoice token) {
        if (token.home().kind() == TokenReport.Kind.COULD_NOT_READ) {
            return Buttons.link(around.say("action.tryAgain"), actions::again);
        }
        ChainId l2 = filling.facts().l2().chain();
        if (filling.form().purpose() == Purpose.FORCED_WITHDRAWAL) {
            return Buttons.link(around.say("exits.force"), () -> navigation.open(new Place.Force(l2)));
        }
        Place.Holding held = new Place.Holding(
                l2, from.getValue().address(), Optional.of(token.token().contract()));
        return Buttons.link(around.say("send.title"), () -> navigation.open(new Place.Send(Optional.of(held))));
    }

    /// The form about something else.
    private void about(Optional<TokenChoice> token) {
        WithdrawForm now = typed();
        actions.choose(new WithdrawForm(now.purpose(), now.from(), now.amount(), now.to(), now.again(), token));
    }

    /// As it stands now, with what is half typed.
    WithdrawForm typed() {
        return new WithdrawForm(
                filling.form().purpose(),
                from.getValue(),
                amount.getText(),
                to.getText(),
                again.getText(),
                filling.form().token());
    }
}

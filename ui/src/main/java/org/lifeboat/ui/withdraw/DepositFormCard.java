package org.lifeboat.ui.withdraw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.account.Account;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.parts.AccountBox;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Named;
import org.lifeboat.ui.parts.SureQuestion;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.withdraw.DepositForm.Choice;
import org.lifeboat.ui.withdraw.DepositScreen.Facts;

/// The form: whose money on L1, what, how much, to whom on the L2.
final class DepositFormCard {
    private final Surroundings around;
    private final DepositScreen.Filling filling;
    private final DepositView.Actions actions;
    private final ComboBox<Account> from;
    private final ComboBox<Optional<Choice>> asset;
    private final TextField amount;
    private final TextField to;

    DepositFormCard(Surroundings around, DepositScreen.Filling filling, DepositView.Actions actions) {
        this.around = around;
        this.filling = filling;
        this.actions = actions;
        DepositForm form = filling.form();
        Facts facts = filling.facts();
        amount = new TextField(form.amount());
        to = new TextField(form.to());
        to.getStyleClass().add("lb-mono");
        from = AccountBox.of(facts.accounts(), form.from(), _ -> actions.choose(typed()));
        List<Optional<Choice>> all = new ArrayList<>(List.of(Optional.empty()));
        facts.tokens().forEach(token -> all.add(Optional.of(token)));
        asset = new ComboBox<>(FXCollections.observableArrayList(all));
        asset.setConverter(new Named<>(choice -> choice.map(one -> one.token().symbol() + "  ("
                        + AddressText.shortened(one.token().contract()) + ")")
                .orElse(around.phrases().symbol(facts.l1().coinSymbol()))));
        asset.setMaxWidth(Double.MAX_VALUE);
        asset.setValue(form.token());
        asset.valueProperty().addListener((_, _, chosen) -> actions.choose(typed().about(chosen)));
    }

    Node card() {
        Facts facts = filling.facts();
        Field amountField = new Field(around.say("send.amount"), amount, this::held);
        Field toField = new Field(
                around.say("send.to"),
                to,
                around.say("exits.deposit.to", facts.l2().name()));
        Typed.say(around, filling.flaw(), filling.form().decimals(), amountField, toField);
        VBox card = new VBox(
                16,
                new Field(around.say("send.from"), from, ""),
                new Field(
                        around.say("exits.asset"),
                        asset,
                        around.say("exits.deposit.tokens", facts.l2().name())));
        filling.form().token().ifPresent(token -> card.getChildren().addAll(about(token)));
        card.getChildren().addAll(amountField, toField);
        String against =
                facts.paused() ? around.say("exits.deposit.paused", facts.l2().name()) : "";
        Button go = SureQuestion.button(around, around.say("send.review"), against, () -> actions.go(typed()));
        HBox buttons = new HBox(go);
        buttons.getStyleClass().add("lb-buttons");
        card.getChildren().add(buttons);
        card.getStyleClass().add("lb-card");
        return card;
    }

    private List<Node> about(Choice choice) {
        List<Node> lines = new ArrayList<>();
        lines.add(Labels.wrapped(
                around.say(
                        "exits.deposit.token",
                        AddressText.shortened(choice.l1Token()),
                        filling.facts().l1().name()),
                "lb-quiet",
                "lb-small"));
        choice.listed()
                .map(listed -> Bar.caution(
                        around,
                        around.say(
                                "exits.deposit.another",
                                listed.contract().toChecksum(),
                                choice.token().contract().toChecksum())))
                .ifPresent(lines::add);
        return lines;
    }

    /// What was read last of the account on L1.
    private String held() {
        Facts facts = filling.facts();
        DepositForm form = filling.form();
        String symbol = form.token()
                .map(choice -> choice.token().symbol())
                .orElse(facts.l1().coinSymbol());
        return facts.held(form)
                .map(units -> around.say(
                        "exits.held",
                        AmountText.exact(around, new TokenAmount(units, form.decimals()), symbol),
                        facts.l1().name()))
                .orElse("");
    }

    /// As it stands now, with what is half typed.
    DepositForm typed() {
        return new DepositForm(
                from.getValue(), amount.getText(), to.getText(), filling.form().token());
    }
}

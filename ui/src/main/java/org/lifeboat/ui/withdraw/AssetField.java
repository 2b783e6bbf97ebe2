package org.lifeboat.ui.withdraw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Named;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.withdraw.WithdrawForm.Purpose;
import org.lifeboat.ui.withdraw.WithdrawScreen.Facts;

/// What the form is about, the coin or a token, and how that token gets home.
final class AssetField {
    private AssetField() {}

    /// @param choose of another one; empty: the coin
    /// @param instead what can be done with a token that no proof brings home
    static Node of(
            Surroundings around,
            Facts facts,
            WithdrawForm form,
            Consumer<Optional<TokenChoice>> choose,
            Function<TokenChoice, Button> instead) {
        List<Optional<TokenChoice>> all = new ArrayList<>(List.of(Optional.empty()));
        facts.tokens().forEach(token -> all.add(Optional.of(token)));
        ComboBox<Optional<TokenChoice>> box = new ComboBox<>(FXCollections.observableArrayList(all));
        box.setConverter(new Named<>(choice -> choice.map(AssetField::name)
                .orElse(around.phrases().symbol(facts.l2().coinSymbol()))));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setValue(form.token());
        box.valueProperty().addListener((_, _, chosen) -> choose.accept(chosen));
        VBox field = new VBox(8, new Field(around.say("exits.asset"), box, ""));
        form.token().map(token -> way(around, facts, form, token, instead)).ifPresent(field.getChildren()::add);
        return field;
    }

    /// Two tokens can bear one symbol.
    private static String name(TokenChoice choice) {
        return choice.token().symbol() + "  ("
                + AddressText.shortened(choice.token().contract()) + ")";
    }

    private static Node way(
            Surroundings around,
            Facts facts,
            WithdrawForm form,
            TokenChoice choice,
            Function<TokenChoice, Button> instead) {
        TokenReport home = choice.home();
        Token token = choice.token();
        String words = around.say(
                "exits.token." + home.kind(),
                token.symbol(),
                home.named().map(AddressText::shortened).orElse(""),
                AmountText.exact(around, new TokenAmount(home.locked(), token.decimals()), token.symbol()),
                facts.l1().name());
        return home.comesHome() || form.purpose() == Purpose.FORCED_PAYMENT
                ? Labels.wrapped(words, "lb-quiet", "lb-small")
                : Bar.caution(around, words, instead.apply(choice));
    }
}

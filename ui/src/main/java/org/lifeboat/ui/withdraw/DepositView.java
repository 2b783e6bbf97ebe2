package org.lifeboat.ui.withdraw;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.NoWayCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.withdraw.DepositScreen.Facts;

/// The page that brings coin or a token to an L2, and tells whether what was brought is there.
public final class DepositView extends DrawnPage {
    private final Surroundings around;
    private final ObservableValue<DepositScreen> screen;
    private final Actions actions;
    private final Navigation navigation;
    private Optional<DepositFormCard> shown = Optional.empty();

    /// What can be done on this page, beside going elsewhere.
    public interface Actions {
        /// The form about another account or token.
        void choose(DepositForm form);

        void go(DepositForm form);

        /// Asks whether what was brought is there.
        void look();

        /// Asks both layers again.
        void again();

        /// Stops asking.
        void giveUp();
    }

    public DepositView(
            Surroundings around, ObservableValue<DepositScreen> screen, Actions actions, Navigation navigation) {
        super(around, screen);
        this.around = around;
        this.screen = screen;
        this.actions = actions;
        this.navigation = navigation;
    }

    @Override
    protected Node drawn() {
        return switch (screen.getValue()) {
            case DepositScreen.Loading() -> page(around.say("exits.looking"), new Skeleton(around, 4, actions::giveUp));
            case DepositScreen.NoWay(String key, var arguments) ->
                page(
                        "",
                        NoWayCard.of(
                                around, Feather.LOG_IN, "exits.noWay", key, arguments, navigation, actions::again));
            case DepositScreen.NoSigner() ->
                page(
                        "",
                        new EmptyCard(
                                Feather.EYE,
                                around.say("send.noSigner"),
                                around.say("send.noSigner.why"),
                                Buttons.primary(
                                        around.say("balances.toAccounts"),
                                        () -> navigation.open(new Place.Accounts()))));
            case DepositScreen.Filling filling -> filling(filling);
            case DepositScreen.Ready(Place.DepositStep step) -> {
                around.tasks().onScreen(() -> navigation.open(step));
                yield page("", new Skeleton(around, 4));
            }
        };
    }

    private PageBox page(String sentence, Node... content) {
        PageBox page = new PageBox(
                around,
                new PageHead(
                        around.say("exits.deposit.title"),
                        sentence,
                        Buttons.link(around.say("exits.back"), () -> navigation.open(new Place.Exits()))));
        page.getChildren().addAll(content);
        return page;
    }

    private Node filling(DepositScreen.Filling filling) {
        Facts facts = filling.facts();
        PageBox page = page(around.say(
                "exits.deposit.sentence", facts.l1().name(), facts.l2().name()));
        if (facts.paused()) {
            page.getChildren()
                    .add(Bar.caution(
                            around,
                            around.say("exits.deposit.paused", facts.l2().name())));
        }
        page.getChildren().addAll(form(filling), BroughtCard.of(around, facts, filling.brought(), actions));
        return page;
    }

    /// What is half typed stays while the page is drawn anew.
    private Node form(DepositScreen.Filling filling) {
        DepositForm typed = shown.map(DepositFormCard::typed)
                .filter(form -> form.token().equals(filling.form().token()))
                .orElse(filling.form());
        DepositFormCard card = new DepositFormCard(
                around, new DepositScreen.Filling(filling.facts(), typed, filling.flaw(), filling.brought()), actions);
        shown = Optional.of(card);
        return card.card();
    }
}

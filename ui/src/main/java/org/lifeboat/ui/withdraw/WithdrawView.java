package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Forewarning;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.WayCost;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Columns;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.phrases.ForewarningWords;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.NoWayCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.withdraw.WithdrawForm.Purpose;
import org.lifeboat.ui.withdraw.WithdrawScreen.Facts;

/// The page that begins a withdrawal, and the page of what can be forced through L1.
public final class WithdrawView extends DrawnPage {
    private final Surroundings around;
    private final ObservableValue<WithdrawScreen> screen;
    private final Actions actions;
    private final Navigation navigation;
    private final boolean forced;
    private Optional<WithdrawFormCard> shown = Optional.empty();

    /// What can be done on this page, beside going elsewhere.
    public interface Actions {
        /// One of the two that can be forced.
        void choose(Purpose purpose);

        void waitAndTell();

        /// Not to be told any more.
        void stopWaiting();

        /// The form with another account.
        void choose(WithdrawForm form);

        void go(WithdrawForm form);

        /// Asks both layers again.
        void again();

        /// Stops asking.
        void giveUp();
    }

    /// @param forced whether it is about what goes through L1
    public WithdrawView(
            Surroundings around,
            ObservableValue<WithdrawScreen> screen,
            Actions actions,
            Navigation navigation,
            boolean forced) {
        super(around, screen);
        this.around = around;
        this.screen = screen;
        this.actions = actions;
        this.navigation = navigation;
        this.forced = forced;
    }

    @Override
    protected Node drawn() {
        return switch (screen.getValue()) {
            case WithdrawScreen.Loading() ->
                page(around.say("exits.looking"), new Skeleton(around, 4, actions::giveUp));
            case WithdrawScreen.NoWay(String key, List<String> arguments) ->
                page(
                        "",
                        NoWayCard.of(
                                around, Feather.LOG_OUT, "exits.noWay", key, arguments, navigation, actions::again));
            case WithdrawScreen.NoSigner() ->
                page(
                        "",
                        new EmptyCard(
                                Feather.EYE,
                                around.say("send.noSigner"),
                                around.say("send.noSigner.why"),
                                Buttons.primary(
                                        around.say("balances.toAccounts"),
                                        () -> navigation.open(new Place.Accounts()))));
            case WithdrawScreen.Choosing choosing ->
                ForceCards.page(
                        around,
                        choosing,
                        actions,
                        () -> navigation.open(
                                new Place.Withdraw(choosing.facts().l2().chain())),
                        this::page);
            case WithdrawScreen.Filling filling -> filling(filling);
            case WithdrawScreen.Keeping _ ->
                page("", new Waiting(around, around.say("exits.keeping"), actions::giveUp));
            case WithdrawScreen.Kept(var exit) -> leave(new Place.ExitStep(exit, ExitWish.NONE, false));
            case WithdrawScreen.Ready(Network l2, Address from, Address to, Wei amount) ->
                leave(new Place.ForcedPayment(l2.chain(), from, to, amount));
            case WithdrawScreen.ReadyTokens(Network l2, Address from, Address to, Address token, BigInteger units) ->
                leave(new Place.ForcedTokens(l2.chain(), from, to, token, units));
        };
    }

    private Node leave(Place place) {
        around.tasks().onScreen(() -> navigation.open(place));
        return page("", new Skeleton(around, 4));
    }

    private PageBox page(String sentence, Node... content) {
        PageBox page = new PageBox(
                around,
                new PageHead(
                        around.say(forced ? "exits.force" : "exits.withdraw.title"),
                        sentence,
                        Buttons.link(around.say("exits.back"), () -> navigation.open(new Place.Exits()))));
        page.getChildren().addAll(content);
        return page;
    }

    private Node filling(WithdrawScreen.Filling filling) {
        Facts facts = filling.facts();
        Purpose purpose = filling.form().purpose();
        PageBox page = page(around.say(
                "exits.purpose." + purpose, facts.l2().name(), facts.l1().name()));
        if (purpose.throughL1()) {
            page.getChildren()
                    .add(ForceCards.caution(
                            around, facts, purpose, facts.cost(filling.form()).map(WayCost::now)));
        }
        warnings(facts).forEach(page.getChildren()::add);
        Region form = form(filling);
        boolean begins = purpose == Purpose.FORCED_PAYMENT || filling.form().comesHome();
        List<Region> beside = begins ? beside(facts, filling.form()) : List.of();
        if (around.narrow().get()) {
            // What is missing comes first; the rest is looked up below what is filled in.
            boolean missing = begins
                    && facts.cost(filling.form()).flatMap(WayCost::missing).isPresent();
            List<Region> all = new ArrayList<>(beside);
            all.add(missing ? 1 : 0, form);
            page.getChildren().addAll(all);
        } else if (beside.isEmpty()) {
            page.getChildren().add(form);
        } else {
            page.getChildren().add(new Columns(form, new VBox(16, beside.toArray(Region[]::new))));
        }
        return page;
    }

    /// What it takes, then the dates where there are any.
    private List<Region> beside(Facts facts, WithdrawForm form) {
        Region cost = CostCard.of(around, facts, form);
        Optional<Leaving.Read> leaving = facts.leaving().filter(_ -> form.purpose() != Purpose.FORCED_PAYMENT);
        return leaving.map(read -> List.of(
                        cost, LadderCard.of(around, facts, read, form.purpose().way())))
                .orElseGet(() -> List.of(cost));
    }

    /// What is half typed stays while the page is drawn anew.
    private Region form(WithdrawScreen.Filling filling) {
        WithdrawForm typed = shown.map(WithdrawFormCard::typed)
                .filter(form -> form.purpose() == filling.form().purpose()
                        && form.token().equals(filling.form().token()))
                .orElse(filling.form());
        WithdrawFormCard card = new WithdrawFormCard(
                around, new WithdrawScreen.Filling(filling.facts(), typed, filling.flaw()), actions, navigation);
        shown = Optional.of(card);
        return card.card();
    }

    /// What L1 says against it, or that it says nothing.
    private List<Node> warnings(Facts facts) {
        ForewarningWords words = new ForewarningWords(around.phrases(), facts.l2(), facts.l1());
        return Forewarning.ofBridge(facts.ground().leaving()).stream()
                .map(warning -> warning instanceof Forewarning.Silent
                        ? new Bar(
                                around,
                                Urgency.CALM,
                                words.say(warning),
                                Buttons.link(around.say("action.tryAgain"), actions::again))
                        : Bar.caution(around, words.say(warning)))
                .<Node>map(bar -> bar)
                .toList();
    }
}

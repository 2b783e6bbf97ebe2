package org.lifeboat.ui.exits;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.RootWords;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.NoWayCard;
import org.lifeboat.ui.states.Skeleton;

/// The roots that a withdrawal can be proven against, each with its risk; one is chosen and its review comes next.
public final class RootsView extends DrawnPage {
    /// Where there is nothing to choose here, however often it is asked.
    private static final List<String> OVER = List.of("exits.root.notNow", "exits.offer.unknown");

    private final Surroundings around;
    private final ObservableValue<RootsScreen> screen;
    private final Actions actions;
    private final Navigation navigation;
    private final RootWords words;

    /// What can be done on this page, beside going elsewhere.
    public interface Actions {
        /// Asks L1 again.
        void look();

        /// Stops asking.
        void giveUp();

        /// Keeps the root for the next proof.
        void choose(RootOffer root);
    }

    public RootsView(Surroundings around, ObservableValue<RootsScreen> screen, Actions actions, Navigation navigation) {
        super(around, screen);
        this.around = around;
        this.screen = screen;
        this.actions = actions;
        this.navigation = navigation;
        this.words = new RootWords(around.phrases(), AddressText::shortened);
    }

    @Override
    protected Node drawn() {
        return switch (screen.getValue()) {
            case RootsScreen.Loading() -> page(() -> "", new Skeleton(around, 4, actions::giveUp));
            case RootsScreen.NoWay(String key, List<String> arguments) -> page(() -> "", noWay(key, arguments));
            case RootsScreen.Refused(RootOffer root, RootOffer.Refusal why) ->
                page(
                        () -> "",
                        Bar.caution(
                                around,
                                around.phrases()
                                        .together(List.of(
                                                around.say(
                                                        "exits.root.refused",
                                                        around.phrases().number(root.block())),
                                                words.refusal(why))),
                                Buttons.primary(around.say("exits.look"), actions::look)));
            case RootsScreen.Shown shown -> shown(shown);
            case RootsScreen.Kept(PlanStore.Id exit) -> leave(new Place.ExitStep(exit, ExitWish.NONE, false));
        };
    }

    /// What the records or the bridge say is no matter of the source.
    private Node noWay(String key, List<String> arguments) {
        if (OVER.contains(key)) {
            return card(key, Buttons.primary(around.say("exits.back"), () -> navigation.open(new Place.Exits())));
        }
        return key.equals("exits.root.gone")
                ? card(key, Buttons.primary(around.say("exits.look"), actions::look))
                : NoWayCard.of(around, Feather.ANCHOR, "disputes.noWay", key, arguments, navigation, actions::look);
    }

    private Node card(String key, Button on) {
        return new EmptyCard(Feather.ANCHOR, around.say("disputes.noWay"), around.say(key), on);
    }

    private Node leave(Place place) {
        around.tasks().onScreen(() -> navigation.open(place));
        return page(() -> "", new Skeleton(around, 4));
    }

    private PageBox page(Supplier<String> sentence, Node... content) {
        PageBox page = new PageBox(
                around,
                new PageHead(
                        around.say("exits.root.title"),
                        sentence,
                        Buttons.link(around.say("exits.back"), () -> navigation.open(new Place.Exits())),
                        Buttons.plain(around.say("exits.look"), Feather.REFRESH_CW, actions::look)));
        page.getChildren().addAll(content);
        return page;
    }

    private Node shown(RootsScreen.Shown shown) {
        PageBox page = page(() -> around.say(
                "exits.root.sentence",
                around.say("exits.number", shown.exit().value()),
                around.phrases().ago(shown.at())));
        AssuranceKind kind = AssuranceKind.ofL1(shown.assurance());
        page.getChildren()
                .add(new VBox(
                        4,
                        AssuranceBadge.still(around, kind),
                        Labels.wrapped(AssuranceBadge.explanation(around, kind), "lb-quiet", "lb-small")));
        boolean fits = true;
        for (RootOffer root : shown.roots()) {
            if (fits && root.refusal().isPresent()) {
                page.getChildren().add(Labels.heading(around.say("exits.root.notFitting")));
            }
            fits = root.refusal().isEmpty();
            page.getChildren().add(card(root));
        }
        return page;
    }

    private Node card(RootOffer root) {
        VBox card = ExitsView.card(Labels.wrapped(words.name(root), "lb-strong"));
        words.mark(root).ifPresent(mark -> card.getChildren().add(Labels.wrapped(mark)));
        root.refusal().map(words::refusal).ifPresent(why -> card.getChildren().add(Labels.wrapped(why)));
        if (root.refusal().isEmpty()) {
            card.getChildren()
                    .add(
                            root.risk() == RootOffer.Risk.CONTESTED
                                    ? Bar.caution(around, words.risk(root))
                                    : Labels.wrapped(words.risk(root)));
            card.getChildren().add(Labels.wrapped(words.payable(root)));
            card.getChildren()
                    .add(Labels.wrapped(around.phrases().together(words.known(root)), "lb-quiet", "lb-small"));
        }
        card.getChildren().add(Labels.wrapped(words.posted(root), "lb-quiet", "lb-small"));
        if (root.refusal().isEmpty() && !root.chosen()) {
            String take = around.say("exits.root.take");
            Runnable go = () -> actions.choose(root);
            card.getChildren()
                    .add(new FlowPane(8, 8, root.recommended() ? Buttons.primary(take, go) : Buttons.plain(take, go)));
        }
        return card;
    }
}

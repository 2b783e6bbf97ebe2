package org.lifeboat.ui.exits;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.exits.ExitsScreen.Entry;
import org.lifeboat.ui.exits.ExitsScreen.Layer;
import org.lifeboat.ui.exits.ExitsScreen.Missed;
import org.lifeboat.ui.exits.ExitsScreen.Reading;
import org.lifeboat.ui.exits.ExitsScreen.Remark;
import org.lifeboat.ui.exits.ExitsScreen.Shown;
import org.lifeboat.ui.parts.Asking;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.states.ConditionBars;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;

/// The page of exits: what waits for the user, readiness, then every other withdrawal in flight.
public final class ExitsView extends DrawnPage {
    /// What was read longer ago is said to be old.
    private static final Duration OLD = Duration.ofMinutes(30);

    private final Surroundings around;
    private final ObservableValue<ExitsScreen> screen;
    private final Actions actions;
    private final Navigation navigation;
    private final Asking asking;

    /// What can be done on this page, beside going elsewhere.
    public interface Actions {
        /// Asks both layers again.
        void look();

        /// Looks for withdrawals that were begun elsewhere.
        /// @param back how far; empty: to the chain's beginning
        void find(Network l2, Address account, Optional<Duration> back);

        /// The same for the withdrawals of one transaction of the L2.
        void find(Network l2, Hash32 transaction);

        /// Stops asking and searching.
        void giveUp();

        /// What makes the file of an exit's evidence; blocks.
        Supplier<String> evidence(Exits.Plan plan);

        /// Takes a file of evidence.
        void take(Path file);
    }

    public ExitsView(Surroundings around, ObservableValue<ExitsScreen> screen, Actions actions, Navigation navigation) {
        super(around, screen);
        this.around = around;
        this.screen = screen;
        this.actions = actions;
        this.navigation = navigation;
        this.asking = new Asking(around, around.say("exits.looking"), actions::giveUp);
    }

    @Override
    public void detach() {
        super.detach();
        asking.stop();
    }

    @Override
    protected Node drawn() {
        return switch (screen.getValue()) {
            case ExitsScreen.Loading() ->
                new PageBox(around, new PageHead(around.say("exits.title"), ""), new Skeleton(around, 4));
            case ExitsScreen.Nothing() ->
                new PageBox(
                        around,
                        new PageHead(around.say("exits.title"), ""),
                        new EmptyCard(
                                Feather.LOG_OUT,
                                around.say("exits.nothing"),
                                around.say("exits.nothing.why"),
                                Buttons.primary(
                                        around.say("balances.chooseSources"),
                                        () -> navigation.open(new Place.Networks()))));
            case ExitsScreen.Unreadable() ->
                new PageBox(around, new PageHead(around.say("exits.title"), ""), Unreadable.bar(around, actions::look));
            case Shown shown -> page(shown);
        };
    }

    private Node page(Shown shown) {
        asking.show(shown.asking() > 0 || shown.remark() instanceof Remark.Searching);
        PageBox page = new PageBox(
                around,
                head(shown),
                bars(() -> conditions(shown, around.phrases().now()).stream()
                        .filter(Condition.Disagrees.class::isInstance)
                        .toList()));
        if (shown.remark() instanceof Remark.NotTaken(String key, List<String> arguments)) {
            page.getChildren().add(new Bar(around, Urgency.CALM, around.say(key, arguments.toArray())));
        }
        shown.missed().forEach(missed -> page.getChildren().add(missed(missed, shown)));
        boolean disputed = shown.contests().stream()
                .anyMatch(contest ->
                        ContestCards.wanting(contest) || contest.missed().isPresent());
        if (disputed) {
            page.getChildren().addAll(ContestCards.of(around, shown.contests(), navigation));
        }
        Optional<Entry> first =
                shown.exits().stream().filter(ExitsView::callsForUser).findFirst();
        first.ifPresent(_ -> page.getChildren().add(underWay()));
        shown.exits().stream()
                .filter(ExitsView::callsForUser)
                .forEach(entry -> page.getChildren().add(card(shown, entry, first)));
        page.getChildren()
                .add(bars(() -> conditions(shown, around.phrases().now()).stream()
                        .filter(condition -> !(condition instanceof Condition.Disagrees))
                        .toList()));
        if (!shown.layers().isEmpty()) {
            page.getChildren().add(ReadyCard.of(around, shown.layers(), shown.asking() > 0, navigation));
        }
        if (first.isEmpty()) {
            page.getChildren().add(underWay());
        }
        if (shown.exits().isEmpty()) {
            page.getChildren().add(none());
        }
        shown.exits().stream()
                .filter(entry -> !callsForUser(entry))
                .forEach(entry -> page.getChildren().add(card(shown, entry, first)));
        if (!disputed) {
            page.getChildren().addAll(ContestCards.of(around, shown.contests(), navigation));
        }
        if (around.narrow().get()) {
            FlowPane seldom = new FlowPane(8, 8);
            seldom.getChildren().addAll(seldom(shown));
            page.getChildren().add(seldom);
        }
        return page;
    }

    private Node bars(Supplier<List<Condition>> conditions) {
        return new ConditionBars(around, conditions, actions::look, () -> navigation.open(new Place.Networks()));
    }

    private Node underWay() {
        return Labels.heading(around.say("exits.underWay"));
    }

    private Node card(Shown shown, Entry entry, Optional<Entry> first) {
        boolean primary = first.filter(entry::equals).isPresent();
        return new ExitCard(around, entry, price(shown, entry), primary, actions, navigation).node();
    }

    private static boolean callsForUser(Entry entry) {
        return entry.report()
                .filter(report -> report.handOver().isPresent()
                        || (ExitUrgency.of(report) == Urgency.ACT_THIS_WEEK
                                && report.stage().step().isPresent()))
                .isPresent();
    }

    private PageHead head(Shown shown) {
        List<Button> buttons = new ArrayList<>(around.narrow().get() ? List.of() : seldom(shown));
        Button again = Buttons.plain(around.say("exits.look"), Feather.REFRESH_CW, actions::look);
        again.visibleProperty().bind(asking.cancel().visibleProperty().not());
        again.managedProperty().bind(again.visibleProperty());
        buttons.addAll(List.of(asking.cancel(), again));
        return new PageHead(
                around.say("exits.title"),
                around.phrases().together(List.of(remark(shown.remark()), sentence(shown))),
                buttons.toArray(Button[]::new));
    }

    /// What is rarely needed; where there is little room it stands at the end of the page.
    private List<Button> seldom(Shown shown) {
        Button take = Buttons.plain(
                around.say("exits.evidence.take"), Feather.UPLOAD, () -> EvidenceForm.open(around, actions));
        if (shown.layers().isEmpty()) {
            return List.of(take);
        }
        return List.of(
                Buttons.plain(
                        around.say("exits.find"), Feather.SEARCH, () -> FindForm.open(around, shown.layers(), actions)),
                take);
    }

    private String sentence(Shown shown) {
        if (shown.asking() > 0) {
            return around.say("exits.looking");
        }
        long wanting = shown.exits().stream().filter(ExitsView::callsForUser).count();
        long disputed = shown.contests().stream().filter(ContestCards::wanting).count();
        if (wanting + disputed > 0) {
            return around.phrases()
                    .together(List.of(
                            disputed == 0 ? "" : around.phrases().count("exits.contests.wanting", disputed),
                            wanting == 0 ? "" : around.phrases().count("exits.wanting", wanting)));
        }
        boolean unknown = shown.exits().stream()
                .anyMatch(entry -> entry.report()
                        .filter(report -> report.stage().turn() != ExitStage.Turn.UNKNOWN)
                        .isEmpty());
        return around.say(unknown ? "exits.wanting.unknown" : "exits.wanting.none");
    }

    private Node none() {
        return new EmptyCard(Feather.LOG_OUT, around.say("exits.none"), around.say("exits.none.why"));
    }

    private Node missed(Missed missed, Shown shown) {
        String name = shown.exits().stream()
                .filter(entry -> entry.plan().id().equals(missed.plan().id()))
                .findFirst()
                .map(entry -> ExitWords.name(around, entry))
                .orElse("");
        return new Bar(
                around,
                Urgency.ACT_THIS_WEEK,
                around.say(
                        missed.fell() ? "exits.missed.fell" : "exits.missed",
                        name,
                        around.phrases().moment(missed.since())));
    }

    /// What came of what the user asked for; empty where nothing did, or where it has a bar of its own.
    private String remark(Remark remark) {
        return switch (remark) {
            case Remark.None(), Remark.NotTaken _ -> "";
            case Remark.Searching(String network) -> around.say("exits.searching", network);
            case Remark.Found(int count, String network) -> around.phrases().count("exits.found", count, network);
            case Remark.NothingNew(String key, String network) -> around.say(key, network);
            case Remark.NoList(String network) -> around.say("exits.noList", network);
            case Remark.GivenUp() -> around.say("exits.givenUp");
            case Remark.Failed() -> around.say("state.failed");
            case Remark.Taken(long number, int proofs) ->
                around.phrases().count("exits.evidence.taken", proofs, number);
        };
    }

    /// What is not well at `now`. That nothing newer came in is only said once nobody is asked any more.
    static List<Condition> conditions(Shown shown, Instant now) {
        List<Condition> all = new ArrayList<>();
        shown.exits().stream()
                .flatMap(entry -> entry.report().stream())
                .map(ExitReport::disagreements)
                .flatMap(List::stream)
                .forEach(one -> all.add(new Condition.Disagrees(
                        one.source().shown(), Optional.of(new Condition.Said(one.contradiction(), "ETH")))));
        int asked = (int) shown.layers().stream()
                .filter(layer -> layer.reading() instanceof Reading.Read || silent(layer))
                .count();
        int silent = (int) shown.layers().stream().filter(ExitsView::silent).count();
        if (shown.asking() == 0 && asked > 0 && silent == asked) {
            all.add(new Condition.Offline());
        } else if (shown.asking() == 0 && silent > 0) {
            all.add(new Condition.Partial(asked - silent, asked));
        }
        return shown.asking() > 0 ? all : Condition.aged(all, oldest(shown), OLD, now);
    }

    private static boolean silent(Layer layer) {
        return layer.reading() instanceof Reading.Silent;
    }

    private static Optional<Instant> oldest(Shown shown) {
        return shown.layers().stream()
                .flatMap(layer -> switch (layer.reading()) {
                    case Reading.Read read -> Optional.of(read.at()).stream();
                    case Reading.Silent(String _, Optional<Reading.Read> before) ->
                        before.map(Reading.Read::at).stream();
                    case Reading.NotAsked _, Reading.None _ -> Optional.<Instant>empty().stream();
                })
                .min(Instant::compareTo);
    }

    /// What the layer's L1 said of gas and of what the account holds there.
    private static Optional<Reading.Read> price(Shown shown, Entry entry) {
        return shown.layers().stream()
                .filter(layer -> layer.l2().chain().equals(entry.plan().chain()))
                .flatMap(layer -> switch (layer.reading()) {
                    case Reading.Read read -> Optional.of(read).stream();
                    case Reading.Silent(String _, Optional<Reading.Read> before) -> before.stream();
                    case Reading.NotAsked _, Reading.None _ -> Optional.<Reading.Read>empty().stream();
                })
                .findFirst();
    }

    /// The accounts of all layers, once each.
    static List<Account> accounts(List<Layer> layers) {
        return layers.stream().map(Layer::accounts).findFirst().orElse(List.of());
    }

    static VBox card(Node... content) {
        VBox card = new VBox(8, content);
        card.getStyleClass().add("lb-card");
        return card;
    }
}

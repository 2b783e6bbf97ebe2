package org.lifeboat.ui.drills;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.drills.DrillsScreen.Keys;
import org.lifeboat.ui.drills.DrillsScreen.Offer;
import org.lifeboat.ui.drills.DrillsScreen.Position;
import org.lifeboat.ui.drills.DrillsScreen.Remark;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.AccountBox;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;

/// The page of drills: what can be practised, and the closing page of what was.
public final class DrillsView extends DrawnPage {
    private final Surroundings around;
    private final ObservableValue<DrillsScreen> screen;
    private final Actions actions;
    private final Navigation navigation;
    private final boolean newcomer;

    /// What can be done on this page.
    public interface Actions {
        void start(Drill drill);

        /// The first drill with copies of what is really there.
        void rehearse(Position position);

        /// Plays a lesson.
        void play(String lesson);

        /// Keeps the world of play money around the page for the next time, or no longer.
        void keepWorld(boolean wanted);

        /// Waits no longer for the world that is being made.
        void giveUp();

        /// @param gasPrice in gwei
        /// @param worth of one ETH
        void price(String gasPrice, String worth);

        /// Back to the list.
        void list();
    }

    /// @param newcomer whether the wallet is one of play money, whose user is led to the first drill
    public DrillsView(
            Surroundings around,
            ObservableValue<DrillsScreen> screen,
            Actions actions,
            Navigation navigation,
            boolean newcomer) {
        super(around, screen);
        this.around = around;
        this.screen = screen;
        this.actions = actions;
        this.navigation = navigation;
        this.newcomer = newcomer;
    }

    @Override
    protected Node drawn() {
        return switch (screen.getValue()) {
            case DrillsScreen.Loading() -> page(around.say("drills.sentence"), new Skeleton(around, 4));
            case DrillsScreen.Unreadable() ->
                page(around.say("drills.sentence"), Unreadable.bar(around, actions::list));
            case DrillsScreen.Opening(Drill drill) ->
                page(
                        around.say("drill." + drill + ".title"),
                        card(new Waiting(around, around.say("drills.opening"), actions::giveUp)));
            case DrillsScreen.Lecturing(String lesson) ->
                page(
                        around.say("lesson." + lesson + ".title"),
                        card(new Waiting(around, around.say("drills.lessons.happening"), actions::giveUp)));
            case DrillsScreen.Taught taught -> new LessonCards(around, actions).page(taught);
            case DrillsScreen.Shown shown -> list(shown);
            case DrillsScreen.Ended ended -> new EndCard(around, ended, actions).page();
        };
    }

    private PageBox page(String sentence, Node... content) {
        PageBox page = new PageBox(around, new PageHead(around.say("drills.title"), sentence));
        page.getChildren().addAll(content);
        return page;
    }

    private Node list(DrillsScreen.Shown shown) {
        PageBox page = page(around.say("drills.sentence"));
        remark(shown.remark()).ifPresent(page.getChildren()::add);
        Optional<Drill> first = newcomer
                ? shown.offers().stream()
                        .filter(offer -> offer.passed().isEmpty())
                        .map(Offer::drill)
                        .findFirst()
                : Optional.empty();
        if (newcomer && first.equals(Optional.of(Drill.SEQUENCER_GONE))) {
            page.getChildren().add(new Bar(around, Urgency.CALM, around.say("drills.newcomer")));
        }
        for (Offer offer : shown.offers()) {
            page.getChildren()
                    .add(offer(offer, first.filter(offer.drill()::equals).isPresent()));
        }
        if (!shown.positions().isEmpty()) {
            page.getChildren().add(rehearsal(shown.positions()));
        }
        shown.keys().ifPresent(keys -> page.getChildren().add(keys(keys)));
        if (!shown.lessons().isEmpty()) {
            page.getChildren().addAll(new LessonCards(around, actions).list(shown.lessons()));
        }
        shown.world().ifPresent(world -> page.getChildren().add(world(world)));
        return page;
    }

    private Optional<Node> remark(Remark remark) {
        return switch (remark) {
            case NONE -> Optional.empty();
            case LEFT -> Optional.of(new Bar(around, Urgency.CALM, around.say("drills.left")));
            case NOT_OPENED -> Optional.of(Bar.caution(around, around.say("drills.notOpened")));
            case NOT_READ -> Optional.of(Bar.caution(around, around.say("drills.notRead")));
            case NOT_TAUGHT -> Optional.of(Bar.caution(around, around.say("drills.lessons.failed")));
            case NOT_KEPT -> Optional.of(Bar.caution(around, around.say("drills.world.notKept")));
        };
    }

    private String held(Position position) {
        List<String> all = new ArrayList<>();
        if (!position.held().isZero() || position.tokens().isEmpty()) {
            all.add(AmountText.exact(
                    around, position.held().toTokenAmount(), position.l2().coinSymbol()));
        }
        position.tokens()
                .forEach(held -> all.add(AmountText.exact(
                        around,
                        new TokenAmount(held.units(), held.token().decimals()),
                        held.token().symbol())));
        return all.stream()
                .reduce((one, other) -> around.say("drills.rehearse.and", one, other))
                .orElse("");
    }

    private Node rehearsal(List<Position> positions) {
        VBox card = card(
                head(Feather.REPEAT, around.say("rehearsal.title")),
                Labels.wrapped(around.say("drills.rehearse.what")));
        for (Position position : positions) {
            String held = around.say(
                    "drills.rehearse.held", held(position), position.l2().name(), AccountBox.name(position.account()));
            Node button = Buttons.plain(around.say("drills.rehearse"), Feather.PLAY, () -> actions.rehearse(position));
            button.setAccessibleText(around.say("drills.rehearse.of", held));
            Label what = Labels.wrapped(held, "lb-quiet");
            what.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(what, Priority.ALWAYS);
            card.getChildren().add(new HBox(8, what, button));
        }
        return card;
    }

    private Node offer(Offer offer, boolean primary) {
        String key = "drill." + offer.drill();
        Runnable start = () -> actions.start(offer.drill());
        Node button = primary
                ? Buttons.primary(around.say("drills.start"), start)
                : Buttons.plain(around.say("drills.start"), Feather.PLAY, start);
        button.setAccessibleText(around.say("drills.start.of", around.say(key + ".title")));
        String passed = offer.passed()
                .map(day -> around.say("drills.passed", day))
                .orElseGet(() -> around.say("drills.notPassed"));
        return card(
                head(icon(offer.drill()), around.say(key + ".title"), button),
                Labels.wrapped(around.say(key + ".what")),
                Labels.wrapped(
                        around.phrases()
                                .together(List.of(
                                        around.phrases().count("drills.minutes", minutes(offer.drill())), passed)),
                        "lb-quiet",
                        "lb-small"));
    }

    /// How long somebody takes who reads what stands there.
    private static int minutes(Drill drill) {
        return switch (drill) {
            case SEQUENCER_GONE, FALSE_ROOT -> 5;
            case SEQUENCER_CENSORS -> 4;
            case SOURCE_LIES -> 2;
        };
    }

    private static Feather icon(Drill drill) {
        return switch (drill) {
            case SEQUENCER_GONE -> Feather.POWER;
            case SEQUENCER_CENSORS -> Feather.SLASH;
            case FALSE_ROOT -> Feather.ALERT_OCTAGON;
            case SOURCE_LIES -> Feather.SHIELD_OFF;
        };
    }

    private Node keys(Keys keys) {
        Runnable open = () -> navigation.open(new Place.KeyDrill());
        Node button = keys.due()
                ? Buttons.primary(around.say("keydrill.open"), open)
                : Buttons.plain(around.say("keydrill.open"), Feather.KEY, open);
        String done = keys.proven()
                .map(at -> around.say(
                        "keydrill.proven.last",
                        at.atZone(ZoneId.systemDefault()).toLocalDate()))
                .orElseGet(() -> around.say("keydrill.proven.never"));
        String next = keys.due()
                ? around.say("keydrill.due")
                : around.say(
                        "keydrill.next",
                        keys.next().atZone(ZoneId.systemDefault()).toLocalDate());
        return card(
                head(Feather.KEY, around.say("keydrill.title"), button),
                Labels.wrapped(around.say("keydrill.what")),
                Labels.wrapped(around.phrases().together(List.of(done, next)), "lb-quiet", "lb-small"));
    }

    private Node world(DrillsScreen.World world) {
        Node button = world.kept()
                ? Buttons.plain(around.say("drills.world.drop"), Feather.X, () -> actions.keepWorld(false))
                : Buttons.plain(around.say("drills.world.keep"), Feather.SAVE, () -> actions.keepWorld(true));
        VBox card = card(head(Feather.SUNRISE, around.say("drills.world.title"), button));
        if (world.lost()) {
            card.getChildren().add(Labels.wrapped(around.say("drills.world.lost"), "lb-strong"));
        }
        card.getChildren().add(Labels.wrapped(around.say(world.kept() ? "drills.world.kept" : "drills.world.gone")));
        return card;
    }

    static Node head(Feather icon, String title, Node... button) {
        Label name = Labels.wrapped(title, "lb-strong");
        name.setGraphic(Icons.beside(icon));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(8, name);
        head.getChildren().addAll(button);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    static VBox card(Node... content) {
        VBox card = new VBox(8, content);
        card.getStyleClass().add("lb-card");
        return card;
    }

    /// Buttons beside each other.
    static FlowPane row(Node... buttons) {
        FlowPane row = new FlowPane(8, 8);
        row.getChildren().addAll(buttons);
        return row;
    }
}

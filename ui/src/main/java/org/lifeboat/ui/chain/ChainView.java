package org.lifeboat.ui.chain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.diagnosis.ChainTrack;
import org.lifeboat.engine.diagnosis.Diagnosis;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.BridgeRisks;
import org.lifeboat.engine.exit.QueuedChange;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.engine.watch.ChainWatch;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.chain.ChainScreen.Shown;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.InFull;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.ChainWords;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.states.ConditionBars;
import org.lifeboat.ui.states.NoWayCard;
import org.lifeboat.ui.states.Skeleton;

/// The page of one L2: a diagnosis first, then what L1 says, who can stop it, and what was not looked at.
public final class ChainView extends DrawnPage {
    /// What was asked longer ago is said to be old.
    private static final Duration OLD = Duration.ofMinutes(30);

    private final Surroundings around;
    private final ObservableValue<ChainScreen> screen;
    private final Runnable again;
    private final Runnable giveUp;
    private final Navigation navigation;

    /// @param again asks both layers again
    /// @param giveUp stops asking
    public ChainView(
            Surroundings around,
            ObservableValue<ChainScreen> screen,
            Runnable again,
            Runnable giveUp,
            Navigation navigation) {
        super(around, screen);
        this.around = around;
        this.screen = screen;
        this.again = again;
        this.giveUp = giveUp;
        this.navigation = navigation;
    }

    @Override
    protected Node drawn() {
        return switch (screen.getValue()) {
            case ChainScreen.Loading() ->
                new PageBox(
                        around,
                        new PageHead(around.say("exits.bridge"), around.say("exits.looking"), toExits()),
                        new Skeleton(around, 5, giveUp));
            case ChainScreen.NoWay(String key, List<String> arguments) ->
                new PageBox(
                        around,
                        new PageHead(around.say("exits.bridge"), "", toExits()),
                        NoWayCard.of(around, Feather.LINK, "disputes.noWay", key, arguments, navigation, again));
            case Shown shown -> page(shown);
        };
    }

    private Button toExits() {
        return Buttons.link(around.say("exits.back"), () -> navigation.open(new Place.Exits()));
    }

    private Node page(Shown shown) {
        ChainId chain = shown.l2().chain();
        PageBox page = new PageBox(
                around,
                new PageHead(
                        shown.l2().name(),
                        () -> around.say(
                                "chain.sentence",
                                shown.l1().name(),
                                around.phrases().ago(shown.at())),
                        toExits(),
                        Buttons.plain(around.say("exits.look"), Feather.REFRESH_CW, again)),
                new ConditionBars(
                        around,
                        () -> Condition.aged(
                                List.of(),
                                Optional.of(shown.at()),
                                OLD,
                                around.phrases().now()),
                        again,
                        () -> navigation.open(new Place.Networks())));
        FlowPane buttons = new FlowPane(
                8,
                8,
                Buttons.plain(around.say("exits.withdraw"), () -> navigation.open(new Place.Withdraw(chain))),
                Buttons.plain(around.say("exits.force"), () -> navigation.open(new Place.Force(chain))),
                Buttons.plain(
                        around.say("exits.deposit"), () -> navigation.open(new Place.Deposit(chain, Optional.empty()))),
                Buttons.plain(around.say("chain.truth"), () -> navigation.open(new Place.Truth(chain))),
                Buttons.plain(around.say("chain.roots.posted"), () -> navigation.open(new Place.Disputes(chain))));
        List<Node> said = diagnosis(shown);
        int first =
                around.narrow().get() ? 1 : said.size(); // where there is little height, what can be done comes next
        page.getChildren().addAll(new VBox(8, said.subList(0, first).toArray(Node[]::new)), buttons);
        if (first < said.size()) {
            page.getChildren().add(new VBox(8, said.subList(first, said.size()).toArray(Node[]::new)));
        }
        page.getChildren().add(heads(shown));
        shown.bridge().ifPresent(bridge -> page.getChildren().addAll(bridge(shown, bridge), powers(shown, bridge)));
        shown.risks().ifPresent(risks -> page.getChildren().add(new CodeCard(around, risks)));
        page.getChildren().add(notLooked());
        return page;
    }

    /// The worst first; what is no alarm is said calmly. A change that was announced stands before all but an alarm.
    private List<Node> diagnosis(Shown shown) {
        Diagnosis diagnosis = shown.diagnosis();
        List<Node> said = new ArrayList<>();
        for (Diagnosis.Kind kind : Stream.concat(Stream.of(diagnosis.first()), diagnosis.also().stream())
                .toList()) {
            String sentence = around.phrases()
                    .together(List.of(
                            ChainWords.of(around.phrases(), shown.l2(), shown.l1(), diagnosis, kind),
                            closed(shown, kind)));
            said.add(warns(kind) ? Bar.caution(around, sentence) : new Bar(around, Urgency.CALM, sentence));
        }
        int at = warns(diagnosis.first()) ? 1 : 0;
        shown.risks().map(BridgeRisks::announced).stream()
                .flatMap(List::stream)
                .forEach(change -> said.add(at, announced(shown, change)));
        if (shown.bridge().isEmpty() && !shown.silence().isEmpty()) {
            said.add(Labels.wrapped(around.say("exits.silent", shown.silence()), "lb-quiet"));
        }
        shown.replaced().forEach(one -> said.add(replaced(shown, one)));
        return said;
    }

    /// What the way through L1 still needs of the operator, where only those whom he names post roots.
    private String closed(Shown shown, Diagnosis.Kind kind) {
        boolean silent = kind == Diagnosis.Kind.SEQUENCER_SILENT || kind == Diagnosis.Kind.PROPOSER_SILENT;
        boolean named = shown.bridge()
                .filter(bridge -> bridge.roots() == BridgeReport.Roots.PERMISSIONED
                        || bridge.roots() == BridgeReport.Roots.ORACLE)
                .isPresent();
        return silent && named ? around.say("chain.closed") : "";
    }

    private static boolean warns(Diagnosis.Kind kind) {
        return kind.alarm() || kind == Diagnosis.Kind.STANDS_STILL;
    }

    private Node announced(Shown shown, QueuedChange change) {
        Optional<String> instead = instead(shown, change);
        List<String> addresses = Stream.of(Optional.of(change.by()), change.replaces(), change.code(), change.target())
                .flatMap(Optional::stream)
                .distinct()
                .map(Address::toChecksum)
                .toList();
        return new Bar(
                around,
                instead.isPresent() ? Urgency.ACT_THIS_WEEK : Urgency.ACT_TODAY,
                ChainWords.announcedShort(around.phrases(), shown.l2(), change, instead),
                InFull.link(
                        around,
                        ChainWords.announced(around.phrases(), shown.l2(), shown.l1(), change, instead),
                        Stream.concat(addresses.stream(), Stream.of(change.id().toHex()))
                                .toList()));
    }

    /// Where a withdrawal that is begun now cannot be over before the change: that, and the earliest day. Nothing where
    /// the bridge is paused: who could leave before is not known.
    private Optional<String> instead(Shown shown, QueuedChange change) {
        if (shown.bridge().filter(BridgeReport::paused).isPresent()) {
            return Optional.of("");
        }
        return shown.bridge()
                .map(bridge -> shown.at().plus(bridge.maturity()))
                .filter(change.ready()::isBefore)
                .map(paid -> around.say("chain.announced.late", around.phrases().moment(paid)));
    }

    private Node replaced(Shown shown, ChainTrack.Replaced one) {
        return Bar.caution(
                around,
                ChainWords.replacedShort(around.phrases(), shown.l2(), one),
                InFull.link(
                        around,
                        ChainWords.replaced(around.phrases(), shown.l2(), one),
                        List.of(one.told().block().hash().toHex(), one.now().toHex())));
    }

    private Node heads(Shown shown) {
        Facts facts = new Facts();
        facts.add(around.say("chain.head"), Anew.wrapped(() -> head(shown.head())));
        facts.add(
                around.say("chain.root"),
                Anew.wrapped(() -> shown.rhythm().map(this::root).orElseGet(() -> around.say("chain.unread"))));
        shown.bridge()
                .ifPresent(bridge -> facts.add(
                        around.say("chain.final"),
                        bridge.finalBlock()
                                .map(block -> around.say(
                                        "chain.final.block", around.phrases().number(block)))
                                .orElseGet(() -> around.say("chain.final.none"))));
        return card(Labels.heading(around.say("chain.heads")), facts);
    }

    private String head(ChainWatch.Seen head) {
        return switch (head) {
            case ChainWatch.Seen.Runs(String source, long block, var at) ->
                around.say(
                        "chain.head.runs",
                        around.phrases().number(block),
                        around.phrases().ago(at),
                        source);
            case ChainWatch.Seen.StandsStill(long block, var at) ->
                around.say(
                        "chain.head.still",
                        around.phrases().number(block),
                        around.phrases().ago(at));
            case ChainWatch.Seen.Silent() -> around.say("chain.head.silent");
        };
    }

    private String root(RootRhythm rhythm) {
        return around.say(
                "chain.root.newest",
                around.phrases().number(rhythm.block()),
                around.phrases().ago(rhythm.newest()),
                around.phrases().span(rhythm.between()));
    }

    private Node bridge(Shown shown, BridgeReport bridge) {
        String bond = AmountText.exact(bridge.bond().toTokenAmount(), shown.l1().coinSymbol());
        Facts facts = new Facts();
        facts.add(around.say("chain.paused"), around.say(bridge.paused() ? "chain.paused.yes" : "chain.paused.no"));
        facts.add(around.say("chain.roots"), around.say("chain.roots." + bridge.roots(), bond, bridge.rootsNumber()));
        facts.add(
                around.say("chain.maturity"),
                around.say("chain.maturity.is", around.phrases().span(bridge.maturity())));
        if (bridge.roots() == BridgeReport.Roots.ORACLE) {
            facts.add(
                    around.say("chain.posted"),
                    around.say("chain.posted.is", around.phrases().span(bridge.maturity())));
        } else {
            facts.add(
                    around.say("chain.airGap"),
                    around.say("chain.airGap.is", around.phrases().span(bridge.airGap())));
        }
        AssuranceKind kind = AssuranceKind.ofL1(bridge.assurance());
        return card(
                Labels.heading(around.say("chain.bridge", shown.l1().name())),
                AssuranceBadge.still(around, kind),
                Labels.wrapped(AssuranceBadge.explanation(around, kind), "lb-quiet", "lb-small"),
                facts);
    }

    private Node powers(Shown shown, BridgeReport bridge) {
        Facts facts = new Facts();
        Optional<BridgeRisks> powers = shown.risks();
        powers.flatMap(BridgeRisks::posters).ifPresent(posters -> {
            facts.add(
                    around.say("chain.proposer"),
                    posters.anybody()
                            ? Labels.wrapped(around.say("chain.proposer.anybody"))
                            : named(posters.proposer()));
            facts.add(around.say("chain.challenger"), named(posters.challenger()));
        });
        facts.add(around.say("chain.guardian"), who(powers.flatMap(BridgeRisks::guardian)));
        facts.add(around.say("chain.upgrader"), who(powers.flatMap(BridgeRisks::upgrader)));
        powers.flatMap(BridgeRisks::keys)
                .ifPresent(keys ->
                        facts.add(around.say("chain.keys"), around.say("chain.quorum", keys.threshold(), keys.of())));
        powers.filter(known -> known.upgrader().isPresent())
                .ifPresent(known -> facts.add(
                        around.say("chain.delay"),
                        known.delay()
                                .map(delay -> around.say(
                                        "chain.delay.is", around.phrases().span(delay)))
                                .orElseGet(() -> around.say("chain.delay.none"))));
        powers.filter(known -> known.queue() != BridgeRisks.Queue.NONE)
                .ifPresent(known -> facts.add(around.say("chain.queue"), queue(known)));
        facts.add(around.say("chain.settings"), who(powers.flatMap(BridgeRisks::settings)));
        facts.add(around.say("chain.portal"), AddressText.whole(around, bridge.portal()));
        boolean oracle = bridge.roots() == BridgeReport.Roots.ORACLE;
        facts.add(around.say(oracle ? "chain.oracle" : "chain.factory"), AddressText.whole(around, bridge.factory()));
        bridge.registry().ifPresent(at -> facts.add(around.say("chain.registry"), AddressText.whole(around, at)));
        return card(
                Labels.heading(around.say("chain.powers")),
                Labels.wrapped(around.say("chain.powers.why"), "lb-quiet"),
                facts);
    }

    private String queue(BridgeRisks known) {
        if (!known.announced().isEmpty()) {
            return around.say("chain.queue.some", known.announced().size());
        }
        return around.say(
                switch (known.queue()) {
                    case NONE, UNREAD -> "chain.queue.unread";
                    case LISTED -> "chain.queue.listed";
                    case BY_EVENTS -> "chain.queue.events";
                });
    }

    private Node named(Optional<Address> address) {
        return address.<Node>map(found -> AddressText.whole(around, found))
                .orElseGet(() -> Labels.wrapped(around.say("chain.named.nobody")));
    }

    private Node who(Optional<Address> address) {
        return address.<Node>map(found -> AddressText.whole(around, found))
                .orElseGet(() -> Labels.wrapped(around.say("chain.nobody"), "lb-quiet"));
    }

    private Node notLooked() {
        return card(
                Labels.heading(around.say("chain.notLooked")),
                Labels.wrapped(around.say("chain.notLooked.state")),
                Labels.wrapped(around.say("chain.notLooked.announced")));
    }

    private static VBox card(Node... content) {
        VBox card = new VBox(8, content);
        card.getStyleClass().add("lb-card");
        return card;
    }
}

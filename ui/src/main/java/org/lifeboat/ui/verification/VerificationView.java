package org.lifeboat.ui.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.sync.Finding;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.ui.parts.Asking;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;
import org.lifeboat.ui.verification.VerificationScreen.Remark;
import org.lifeboat.ui.verification.VerificationScreen.Shown;

/// The page of one L1: where verification stands, its checkpoint, its beacon nodes. While it is in sight the
/// nodes are asked once a slot.
public final class VerificationView implements Page {
    /// Nothing is vouched for until the user does something.
    private static final Set<SyncStatus.Phase> STOPPED =
            EnumSet.of(SyncStatus.Phase.TOO_OLD, SyncStatus.Phase.CONFLICT, SyncStatus.Phase.UPDATE_NEEDED);

    private final Surroundings around;
    private final ObservableValue<VerificationScreen> screen;
    private final VerificationViewModel model;
    private final Navigation navigation;
    private final StackPane root = new StackPane();
    private final ChangeListener<Object> redraw = (_, _, _) -> Focus.stay(root, this::draw);
    private final Asking asking;
    private final ChangeListener<Boolean> ask;
    private final Timeline slots;
    private final List<Waiting> waiting = new ArrayList<>();

    /// What is half typed stays while the page is drawn anew.
    private final TextField url = new TextField();

    private final TextField fingerprint = new TextField();

    /// @param model is told what the user does
    public VerificationView(
            Surroundings around,
            ObservableValue<VerificationScreen> screen,
            VerificationViewModel model,
            Navigation navigation) {
        this.around = around;
        this.screen = screen;
        this.model = model;
        this.navigation = navigation;
        this.asking = new Asking(around, around.say("sync.page.asking"), model::stopFollowing);
        this.ask = (_, _, now) -> asking.show(now);
        // A slot of Ethereum: consensus-specs phase0/beacon-chain.md, SECONDS_PER_SLOT.
        slots = new Timeline(new KeyFrame(Duration.seconds(12), _ -> tick()));
        slots.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        screen.addListener(redraw);
        model.asking().addListener(ask);
        asking.show(model.asking().get());
        slots.play();
        draw();
    }

    @Override
    public void detach() {
        slots.stop();
        screen.removeListener(redraw);
        model.asking().removeListener(ask);
        asking.stop();
        stopWaiting();
    }

    /// Nothing moves under the hands of somebody who types.
    private void tick() {
        if (!url.isFocused() && !fingerprint.isFocused()) {
            model.follow();
        }
    }

    private void draw() {
        stopWaiting();
        root.getChildren()
                .setAll(
                        switch (screen.getValue()) {
                            case VerificationScreen.Loading() ->
                                new PageBox(
                                        around,
                                        new PageHead(around.say("sync.page"), "", back()),
                                        new Skeleton(around, 5));
                            case VerificationScreen.Unreadable() ->
                                new PageBox(
                                        around,
                                        new PageHead(around.say("sync.page"), "", back()),
                                        Unreadable.bar(around, model::reload));
                            case VerificationScreen.Nothing() ->
                                new PageBox(
                                        around,
                                        new PageHead(around.say("sync.page"), "", back()),
                                        new EmptyCard(
                                                Feather.ANCHOR,
                                                around.say("sync.page.none"),
                                                around.say("sync.page.nothing"),
                                                Buttons.primary(
                                                        around.say("action.openSources"),
                                                        () -> navigation.open(new Place.Networks()))));
                            case Shown shown -> page(shown);
                        });
    }

    private Node back() {
        return Buttons.link(around.say("networks.back"), () -> navigation.open(new Place.Networks()));
    }

    private Node page(Shown shown) {
        String sentence = around.say(shown.status().phase().messageKey(), Follower.OLDEST.toDays());
        VBox said = new VBox(8);
        if (shown.remark() instanceof Remark.Added) {
            url.clear();
        }
        boolean stopped = STOPPED.contains(shown.status().phase());
        if (stopped) {
            said.getChildren().add(Bar.caution(around, sentence));
        }
        remark(shown.remark()).ifPresent(said.getChildren()::add);
        for (Finding finding : shown.findings()) {
            said.getChildren().add(finding(finding));
        }
        said.setManaged(!said.getChildren().isEmpty());
        PageBox page = new PageBox(
                around,
                new PageHead(
                        around.say("sync.page"),
                        stopped
                                ? ""
                                : around.say(
                                        "sync.page.sentence",
                                        shown.network().name(),
                                        proposed(shown.proposal()).orElse(sentence)),
                        back(),
                        asking.cancel()),
                networks(shown),
                said);
        Node standing = new VBox(asking.line(), StandingCard.of(around, shown));
        Node checkpoint = CheckpointCard.of(around, model, shown, fingerprint, this::waiting);
        // What waits for the user comes first.
        boolean waits =
                !(shown.proposal() instanceof VerificationScreen.Proposal.None) || (stopped && shown.wantsCheckpoint());
        page.getChildren().addAll(waits ? List.of(checkpoint, standing) : List.of(standing, checkpoint));
        page.getChildren().add(BeaconsCard.of(around, model, shown, url));
        return page;
    }

    /// What is to be said of a checkpoint that nobody has agreed to yet.
    private Optional<String> proposed(VerificationScreen.Proposal proposal) {
        return switch (proposal) {
            case VerificationScreen.Proposal.None() -> Optional.empty();
            case VerificationScreen.Proposal.Asking() -> Optional.of(around.say("sync.page.state.asking"));
            case VerificationScreen.Proposal.Offered _ -> Optional.of(around.say("sync.page.state.offered"));
            case VerificationScreen.Proposal.NotAgreed _ -> Optional.of(around.say("sync.page.state.notAgreed"));
        };
    }

    /// Test networks stand beside the real one.
    private Node networks(Shown shown) {
        FlowPane row = new FlowPane(8, 8);
        ToggleGroup group = new ToggleGroup();
        for (Network network : shown.networks()) {
            ToggleButton one = new ToggleButton(network.name());
            one.getStyleClass().add("lb-tab");
            one.setToggleGroup(group);
            one.setSelected(network.equals(shown.network()));
            one.setOnAction(_ -> model.choose(network));
            row.getChildren().add(one);
        }
        return row;
    }

    private Node finding(Finding finding) {
        Object[] arguments = new Object[finding.arguments().size() + 1];
        arguments[0] = finding.source().shown();
        for (int i = 0; i < finding.arguments().size(); i++) {
            arguments[i + 1] = finding.arguments().get(i);
        }
        String sentence = around.say(finding.messageKey(), arguments);
        return finding.grave() ? Bar.caution(around, sentence) : new Bar(around, Urgency.CALM, sentence);
    }

    private Optional<Node> remark(Remark remark) {
        return switch (remark) {
            case Remark.None() -> Optional.empty();
            case Remark.Asking(String host) -> Optional.of(waiting(around.say("networks.asking", host)));
            case Remark.Added(String host) -> calm(around.say("sync.page.added", host));
            case Remark.Unusable(String key) -> calm(around.say(key));
            case Remark.Insecure(var id) ->
                Optional.of(Bar.caution(
                        around,
                        around.say("endpoint.insecure", id.shown()),
                        Buttons.plain(around.say("sources.insecure.agree"), () -> model.add(id.url(), true))));
            case Remark.OtherNetwork(String host) ->
                Optional.of(Bar.caution(around, around.say("sync.page.otherNetwork", host)));
            case Remark.NoAnswer(String host, String reason) -> calm(around.say("networks.noAnswer", host, reason));
            case Remark.NoRoot() -> calm(around.say("sync.page.noRoot"));
            case Remark.Failed() -> calm(around.say("state.failed"));
        };
    }

    private Node waiting(String sentence) {
        Waiting ring = new Waiting(around, sentence, model::giveUp);
        waiting.add(ring);
        return ring;
    }

    private void stopWaiting() {
        waiting.forEach(Waiting::stop);
        waiting.clear();
    }

    private Optional<Node> calm(String sentence) {
        return Optional.of(new Bar(around, Urgency.CALM, sentence));
    }
}

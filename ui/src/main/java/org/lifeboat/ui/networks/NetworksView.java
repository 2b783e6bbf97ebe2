package org.lifeboat.ui.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.networks.NetworksScreen.Remark;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.states.ConditionBars;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;

/// The page of networks and sources.
public final class NetworksView extends DrawnPage {
    private final Surroundings around;
    private final ObservableValue<NetworksScreen> screen;
    private final Actions actions;
    private Optional<Waiting> waiting = Optional.empty();

    /// What can be done on this page.
    public interface Actions {
        void addSource(ChainId chain, String url, boolean insecureToo);

        void addNetwork(NetworkDraft draft, String url, boolean insecureToo);

        void removeSource(SourceId id);

        void trustAgain(SourceId id);

        void removeNetwork(ChainId chain);

        /// Leads to how far this L1 is verified here, and to its beacon nodes.
        void verification(ChainId chain);

        void reload();

        /// Shows how sources have answered since; asks nobody.
        default void timePassed() {}

        /// Gives up on what is being asked.
        void giveUp();
    }

    public NetworksView(Surroundings around, ObservableValue<NetworksScreen> screen, Actions actions) {
        super(around, screen);
        this.around = around;
        this.screen = screen;
        this.actions = actions;
    }

    @Override
    public void detach() {
        super.detach();
        waiting.ifPresent(Waiting::stop);
    }

    @Override
    public void timePassed() {
        actions.timePassed();
    }

    @Override
    protected Node drawn() {
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
        return switch (screen.getValue()) {
            case NetworksScreen.Loading() ->
                new PageBox(around, new PageHead(around.say("networks.page"), ""), new Skeleton(around, 5));
            case NetworksScreen.Unreadable() ->
                new PageBox(
                        around, new PageHead(around.say("networks.page"), ""), Unreadable.bar(around, actions::reload));
            case NetworksScreen.Shown shown -> list(shown);
        };
    }

    private Node list(NetworksScreen.Shown shown) {
        Button add = Buttons.primary(
                around.say("networks.addSource"),
                () -> SourceForm.open(around, actions, shown.entries(), Optional.empty()));
        Button own = Buttons.plain(around.say("networks.addNetwork"), () -> NetworkForm.open(around, actions));
        String sentence = shown.nobodyAsked() ? around.say("networks.nobody") : around.say("networks.sentence");
        VBox cards = new VBox(12);
        for (NetworksScreen.Entry entry : shown.entries()) {
            cards.getChildren().add(NetworkCard.of(around, actions, shown, entry));
        }
        VBox remark = new VBox();
        remark(shown.remark()).ifPresent(remark.getChildren()::add);
        remark.setManaged(!remark.getChildren().isEmpty());
        return new PageBox(
                around,
                new PageHead(around.say("networks.page"), sentence, own, add),
                remark,
                new ConditionBars(
                        around, () -> shown.conditionsAt(around.phrases().now()), actions::reload),
                cards);
    }

    private Optional<Node> remark(Remark remark) {
        return switch (remark) {
            case Remark.None() -> Optional.empty();
            case Remark.Asking(String host) -> {
                Waiting ring = new Waiting(around, around.say("networks.asking", host), actions::giveUp);
                waiting = Optional.of(ring);
                yield Optional.of(ring);
            }
            case Remark.Added(var network, List<Networks.Notice> notices) -> {
                List<String> said = new ArrayList<>(List.of(around.say("networks.added", network.name())));
                notices.forEach(notice -> said.add(
                        around.say(notice.messageKey(), notice.arguments().toArray())));
                yield calm(around.phrases().together(said));
            }
            case Remark.Insecure(ChainId chain, String url) ->
                Optional.of(Bar.caution(
                        around,
                        around.say("endpoint.insecure", new SourceId(chain, url).shown()),
                        Buttons.plain(
                                around.say("sources.insecure.agree"), () -> actions.addSource(chain, url, true))));
            case Remark.Unusable(String key) -> calm(around.say(key));
            case Remark.OtherChain(SourceId source, long said) ->
                Optional.of(
                        Bar.caution(around, around.say("networks.otherChain", source.shown(), said, source.chain())));
            case Remark.NoAnswer(String host, String reason) -> calm(around.say("networks.noAnswer", host, reason));
            case Remark.AlreadyThere(var network) -> calm(around.say("networks.alreadyThere", network.name()));
            case Remark.Failed() -> calm(around.say("state.failed"));
        };
    }

    private Optional<Node> calm(String sentence) {
        return Optional.of(new Bar(around, Urgency.CALM, sentence));
    }
}

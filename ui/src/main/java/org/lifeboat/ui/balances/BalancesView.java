package org.lifeboat.ui.balances;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;
import org.lifeboat.ui.tasks.Tasks;

/// The page of balances.
public final class BalancesView implements Page {
    private final Surroundings around;
    private final ObservableValue<BalancesScreen> screen;
    private final Actions actions;
    private final Navigation navigation;
    private final StackPane root = new StackPane();
    private final ChangeListener<Object> redraw = (_, _, _) -> draw();
    private Optional<SheetPage> sheet = Optional.empty();
    private Optional<Tasks.Running> patience = Optional.empty();

    /// What can be done on this page.
    public interface Actions {
        /// Asks all networks again.
        void refresh();

        /// Stops asking; what has come in stays.
        void cancel();

        /// One figure with all that is known of it, as a file; made when it is asked for, away from the screen's
        /// thread.
        Supplier<String> file(Network network, Row row);

        /// Checks the chain of evidence behind a figure anew.
        /// @param found is told on the screen's thread; empty where there is none down to a checkpoint
        default void chain(Network network, Row row, Consumer<Optional<EvidenceChain>> found) {
            found.accept(Optional.empty());
        }

        /// A new form for a token that the list does not have.
        TokenViewModel addToken();

        /// Takes out a token that the user has added.
        void removeToken(Token token);
    }

    /// Does nothing: for a sheet that nobody sees.
    public static final class Nothing implements Actions {
        @Override
        public void refresh() {}

        @Override
        public void cancel() {}

        @Override
        public Supplier<String> file(Network network, Row row) {
            return () -> "";
        }

        @Override
        public TokenViewModel addToken() {
            throw new IllegalStateException("nobody sees this sheet");
        }

        @Override
        public void removeToken(Token token) {}
    }

    public BalancesView(
            Surroundings around, ObservableValue<BalancesScreen> screen, Actions actions, Navigation navigation) {
        this.around = around;
        this.screen = screen;
        this.actions = actions;
        this.navigation = navigation;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        screen.addListener(redraw);
        around.narrow().addListener(redraw);
        draw();
    }

    @Override
    public void detach() {
        screen.removeListener(redraw);
        around.narrow().removeListener(redraw);
        patience.ifPresent(Tasks.Running::cancel);
        sheet.ifPresent(SheetPage::stop);
    }

    private void draw() {
        patience.ifPresent(Tasks.Running::cancel);
        patience = Optional.empty();
        Node page = switch (screen.getValue()) {
            case BalancesScreen.NoAccount() ->
                empty(
                        "balances.noAccount",
                        Feather.USER,
                        Buttons.primary(
                                around.say("balances.toAccounts"), () -> navigation.open(new Place.Accounts())));
            case BalancesScreen.Unreadable() ->
                new PageBox(
                        around,
                        new PageHead(around.say("balances.title"), ""),
                        Unreadable.bar(around, actions::refresh));
            case BalancesScreen.NoSource() ->
                empty(
                        "balances.noSource",
                        Feather.SERVER,
                        Buttons.primary(
                                around.say("balances.chooseSources"), () -> navigation.open(new Place.Networks())),
                        SheetPage.receive(around, navigation));
            case BalancesScreen.FirstLoad(int rows) -> first(rows);
            case BalancesScreen.Shown shown -> sheet(shown);
        };
        if (!root.getChildren().contains(page)) {
            root.getChildren().setAll(page);
        }
    }

    private Node first(int rows) {
        Button cancel = Buttons.plain(around.say("action.cancel"), Feather.X, actions::cancel);
        cancel.setVisible(false);
        patience = Optional.of(around.tasks().after(Waiting.PATIENT, () -> cancel.setVisible(true)));
        return new PageBox(
                around,
                new PageHead(around.say("balances.title"), around.say("balances.asking"), cancel),
                new Skeleton(around, Math.clamp(rows, 3, 8)));
    }

    private Node sheet(BalancesScreen.Shown shown) {
        SheetPage page = sheet.orElseGet(() -> new SheetPage(around, actions, navigation));
        sheet = Optional.of(page);
        page.show(shown);
        return page.node();
    }

    private Node empty(String key, Feather icon, Button... buttons) {
        EmptyCard card = new EmptyCard(icon, around.say(key), around.say(key + ".why"), buttons);
        return new PageBox(around, new PageHead(around.say("balances.title"), ""), card);
    }
}

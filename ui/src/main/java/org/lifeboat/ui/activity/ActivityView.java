package org.lifeboat.ui.activity;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.send.Replacement;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;

/// The page of activity: the list, and above it the page of one transaction while that is open.
public final class ActivityView implements Page {
    private final Surroundings around;
    private final ObservableValue<ActivityScreen> screen;
    private final ObservableValue<Optional<TransactionScreen>> opened;
    private final Actions actions;
    private final StackPane root = new StackPane();
    private final TransactionPage page;
    private final ChangeListener<Object> redraw = (_, _, _) -> draw();
    private Optional<ActivityList> list = Optional.empty();

    /// What can be done on this page.
    public interface Actions {
        void filter(ActivityFilter filter);

        /// Reads one piece more.
        void more();

        /// The list as a file; read when it is asked for, away from the screen's thread.
        Supplier<String> csv(ActivityFilter filter);

        /// Asks again what became of those under way.
        void follow();

        /// Gives up on that.
        void stopFollowing();

        void open(OwnTransaction transaction);

        void close();

        /// Asks what became of the opened one.
        void look();

        void resend();

        /// Gives up on what is being asked about the opened one.
        void giveUp();

        /// Checks the chain of evidence down to how a transaction ended, or to what trying it out had shown.
        void chain(OwnTransaction own, EvidenceChain.Of of, Consumer<Optional<EvidenceChain>> found);

        /// Opens the review of what is to take the place of the opened one.
        void replace(OwnTransaction transaction, Replacement.Way way);

        /// Leads to another page.
        void go(Place place);
    }

    public ActivityView(
            Surroundings around,
            ObservableValue<ActivityScreen> screen,
            ObservableValue<Optional<TransactionScreen>> opened,
            Actions actions) {
        this.around = around;
        this.screen = screen;
        this.opened = opened;
        this.actions = actions;
        this.page = new TransactionPage(around, actions);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        screen.addListener(redraw);
        opened.addListener(redraw);
        around.narrow().addListener(redraw);
        draw();
    }

    @Override
    public void detach() {
        screen.removeListener(redraw);
        opened.removeListener(redraw);
        around.narrow().removeListener(redraw);
        page.stop();
        list.ifPresent(ActivityList::stop);
    }

    private void draw() {
        Node below = switch (screen.getValue()) {
            case ActivityScreen.Loading() -> new PageBox(around, head(), new Skeleton(around, 6));
            case ActivityScreen.Empty() ->
                new PageBox(
                        around,
                        head(),
                        new EmptyCard(
                                Feather.LIST,
                                around.say("activity.empty"),
                                around.say("activity.empty.why"),
                                Buttons.plain(around.say("balances.title"), () -> actions.go(new Place.Balances())),
                                Buttons.primary(
                                        around.say("command.send"),
                                        () -> actions.go(new Place.Send(Optional.empty())))));
            case ActivityScreen.Unreadable() ->
                new PageBox(around, head(), Unreadable.bar(around, () -> actions.filter(ActivityFilter.ALL)));
            case ActivityScreen.Shown shown -> listed(shown);
        };
        boolean wasOpen = root.getChildren().contains(page.node());
        Optional<TransactionScreen> now = opened.getValue();
        if (now.isPresent() && screen.getValue() instanceof ActivityScreen.Shown shown) {
            page.show(now.get(), shown.around());
            below = page.node();
        } else {
            page.stop();
        }
        if (!root.getChildren().contains(below)) {
            root.getChildren().setAll(below);
            if (wasOpen) {
                list.ifPresent(ActivityList::focus);
            } else if (opened.getValue().isPresent()) {
                page.focus(); // else the keys would go nowhere
            }
        }
    }

    private Node listed(ActivityScreen.Shown shown) {
        ActivityList rows = list.orElseGet(() -> new ActivityList(around, shown, actions));
        list = Optional.of(rows);
        rows.show(shown);
        return rows.node();
    }

    private PageHead head() {
        return new PageHead(around.say("activity.title"), "");
    }
}

package org.lifeboat.ui.window;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.lifeboat.ui.activity.PaymentNews;
import org.lifeboat.ui.balances.BalancesScreen;
import org.lifeboat.ui.exits.ExitNews;
import org.lifeboat.ui.notices.DesktopNotices;
import org.lifeboat.ui.notices.Notices;
import org.lifeboat.ui.notices.TrayNotices;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.tasks.Tasks;

/// What the window says beside its pages. All of it stands on a page as well.
final class Announcements {
    private final Notices notices;
    private final TrayNotices tray;

    /// @param stage is brought to the front by a click in the system's tray
    /// @param icon stands in the tray
    Announcements(Stage stage, Tasks tasks, WritableImage icon) {
        tray = new TrayNotices(
                icon,
                () -> tasks.onScreen(() -> {
                    stage.setIconified(false);
                    stage.toFront();
                    stage.requestFocus();
                }));
        DesktopNotices desktop = DesktopNotices.of(System.getenv());
        notices = new Notices(tasks, (title, sentence) -> desktop.show(title, sentence) || tray.show(title, sentence));
    }

    /// The corner in which it is said, to be laid over the pages.
    Node corner() {
        return notices.node();
    }

    /// Takes away what was said: the wallet is locked now, or its amounts are hidden.
    void quiet() {
        notices.clear();
    }

    void lockedItself(Phrases phrases) {
        notices.say(phrases, phrases.say("notice.locked"), phrases.say("notice.locked.why"), Urgency.CALM);
    }

    /// Says what became of payments.
    /// @param hidden amounts are not to be shown
    void payments(List<PaymentNews> news, Phrases phrases, boolean hidden) {
        news.forEach(each -> notices.say(phrases, each.title(phrases), each.sentence(phrases, hidden), each.urgency()));
    }

    /// Says what became of exits.
    /// @param hidden amounts are not to be shown
    void exits(List<ExitNews> news, Phrases phrases, boolean hidden) {
        news.forEach(each -> notices.say(phrases, each.title(phrases), each.sentence(phrases, hidden), each.urgency()));
    }

    /// Speaks up when a source is caught, once until all is well again.
    void follow(ObservableValue<BalancesScreen> sheet, Supplier<Phrases> phrases) {
        sheet.addListener((_, before, now) -> {
            if (caught(now) && !caught(before)) {
                Phrases spoken = phrases.get();
                notices.say(spoken, spoken.say("notice.caught"), spoken.say("notice.caught.why"), Urgency.ACT_TODAY);
            }
        });
    }

    private static boolean caught(BalancesScreen screen) {
        return screen instanceof BalancesScreen.Shown shown
                && shown.sheet().networks().stream()
                        .anyMatch(network -> !network.disagreements().isEmpty());
    }

    void close() {
        tray.close();
    }
}

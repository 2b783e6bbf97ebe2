package org.lifeboat.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

class NoticesTest {
    private static final Phrases ENGLISH = Stageless.phrases(Language.ENGLISH);

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    /// The tests run without a display, as the tour does.
    @Test
    void tray_whereThereIsNone_breaksNothing() {
        TrayNotices tray = new TrayNotices(new WritableImage(64, 64), () -> {});

        assertThat(tray.show("title", "sentence")).isFalse();
        tray.close();
    }

    @Test
    void say_standsInACornerOfTheWindow() {
        boolean seen = Toolkit.onScreen(() -> {
            Notices notices = new Notices(Tasks.immediate(), (_, _) -> false);
            notices.say(ENGLISH, "Lifeboat has locked itself", "Nobody was there.", Urgency.CALM);
            return says(notices.node(), "Nobody was there.");
        });

        assertThat(seen).isTrue();
    }

    @Test
    void say_keepsTheNewestThree_andOneCanBeClosed() {
        List<Boolean> seen = Toolkit.onScreen(() -> {
            Notices notices = new Notices(Tasks.immediate(), (_, _) -> false);
            for (int i = 1; i <= 4; i++) {
                notices.say(ENGLISH, "title", "notice " + i, Urgency.CALM);
            }
            boolean first = says(notices.node(), "notice 1");
            boolean second = says(notices.node(), "notice 2");
            ((Button) notices.node().lookup(".button")).fire();
            return List.of(first, second, says(notices.node(), "notice 2"));
        });

        assertThat(seen).containsExactly(false, true, false);
    }

    @Test
    void say_tellsTheSystemWhereNobodyLooks() {
        List<String> told = new ArrayList<>();
        Toolkit.onScreen(() -> {
            Notices notices = new Notices(Tasks.immediate(), (title, sentence) -> told.add(title + ": " + sentence));
            notices.say(ENGLISH, "title", "sentence", Urgency.CALM);
            return notices;
        });

        assertThat(told).containsExactly("title: sentence");
    }

    @Test
    void clear_takesAwayWhatWasSaid() {
        boolean seen = Toolkit.onScreen(() -> {
            Notices notices = new Notices(Tasks.immediate(), (_, _) -> true);
            notices.say(ENGLISH, "Paid out", "1.5 ETH arrived.", Urgency.CALM);
            notices.clear();
            return says(notices.node(), "1.5 ETH arrived.");
        });

        assertThat(seen).isFalse();
    }

    private static boolean says(Node node, String words) {
        return node.lookupAll("*").stream()
                .anyMatch(each -> each instanceof Labeled labeled && words.equals(labeled.getText()));
    }
}

package org.lifeboat.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.activity.PaymentNews;
import org.lifeboat.ui.activity.Transactions;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.look.Look;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.notices.Notices;
import org.lifeboat.ui.notices.TrayNotices;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;

/// What is said in a corner of the window when a payment became something else.
class NoticePicturesTest {
    @Test
    void notices_ofPayments() throws IOException {
        Stageless pictures = new Stageless(Path.of("target/pictures"));
        PaymentNews dropped = new PaymentNews(
                Transactions.of(8, Sheets.OPTIMISM, new Status.Dropped()), "OP Mainnet", Optional.of("Ada"));
        for (Language language : Language.values()) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                pictures.save(
                        notice(dropped, Stageless.phrases(language), theme),
                        String.join("-", "notice", theme.name().toLowerCase(Locale.ROOT), language.tag()));
            }
        }
        pictures.close();
    }

    private static WritableImage notice(PaymentNews news, Phrases phrases, Theme theme) {
        return Toolkit.onScreen(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(new StackPane(), 640, 400);
            Look look = new Look();
            look.theme().set(theme);
            look.dress(scene);
            stage.setScene(scene);
            stage.show();
            new Notices(stage, Tasks.immediate(), new TrayNotices(new WritableImage(64, 64), () -> {}))
                    .say(news.title(phrases), news.sentence(phrases, false), news.urgency());
            List<Window> others = Window.getWindows().stream()
                    .filter(window -> !window.equals(stage))
                    .toList();
            assertThat(others).isNotEmpty();
            WritableImage picture = others.getLast().getScene().snapshot(null);
            stage.hide();
            return picture;
        });
    }
}

package org.lifeboat.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.tour.Tour;
import org.lifeboat.ui.tour.TourNetwork;
import org.lifeboat.ui.window.MainWindow;

/// Opens the program's window, on a display or without one.
public final class Pages {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /// Any chain: the source of a tour is only asked which one it is.
    private static final ChainId UNKNOWN = new ChainId(1);

    private final Language language;

    /// @param language of the system, until the user chooses one
    public Pages(Language language) {
        this.language = language;
    }

    /// Shows the window until the user closes it.
    public void window(Profile profile) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Toolkit.start();
        try (WindowWallet wallet = new WindowWallet(profile)) {
            MainWindow window = open(wallet, language, closed);
            closed.await();
            Toolkit.onScreen(() -> {
                window.close();
                return window;
            });
        } finally {
            Toolkit.stop();
        }
    }

    /// Plays the tour without a display, once in each language, each time in a new temporary profile.
    /// @param directory made if it does not exist
    /// @param l1 a test net's source, with play money for the well-known test account; empty: nobody is asked
    /// @return the pictures saved, in order
    public List<Path> tour(Path directory, Optional<String> l1, Optional<String> l2, Consumer<String> progress)
            throws IOException {
        Files.createDirectories(directory);
        Toolkit.startHeadless();
        try {
            List<Path> pictures = new ArrayList<>();
            for (Language each : Language.values()) {
                pictures.addAll(tour(directory, each, l1, l2, progress));
            }
            return pictures;
        } finally {
            Toolkit.stop();
        }
    }

    private static List<Path> tour(
            Path directory, Language language, Optional<String> l1, Optional<String> l2, Consumer<String> progress)
            throws IOException {
        try (TemporaryProfile folder = TemporaryProfile.make();
                Profile profile = fresh(folder.folder());
                WindowWallet wallet = new WindowWallet(profile)) {
            MainWindow window = open(wallet, language, new CountDownLatch(1));
            try {
                return new Tour(window, language, directory, progress)
                        .play(l1.map(url -> network(wallet, url)), l2.map(url -> network(wallet, url)));
            } finally {
                Toolkit.onScreen(() -> {
                    window.close();
                    window.scene().getWindow().hide();
                    return window;
                });
            }
        }
    }

    private static Profile fresh(Path folder) {
        return switch (Profile.open(folder)) {
            case Profile.Opened.Ready(Profile ready) -> ready;
            case Profile.Opened.InUse _, Profile.Opened.Damaged _, Profile.Opened.UpdateNeeded _ ->
                throw new IllegalStateException("a new folder is no profile");
        };
    }

    private static TourNetwork network(WindowWallet wallet, String url) {
        Reply<Long> reply = wallet.confirmed(new SourceId(UNKNOWN, url), false)
                .ask(new Query.ChainIdOf(), Purpose.CHECK_CHAIN_ID, Duration.ofSeconds(10));
        long chain = reply.got().orElseThrow(() -> new IllegalStateException(reply.problem()));
        String known =
                wallet.networks().find(new ChainId(chain)).map(Network::name).orElse("");
        return new TourNetwork(url, chain, known);
    }

    private static MainWindow open(WindowWallet wallet, Language language, CountDownLatch closed) {
        return Toolkit.onScreen(() -> {
            Stage stage = new Stage();
            stage.setOnHidden(_ -> closed.countDown());
            MainWindow window = new MainWindow(wallet, Tasks.background(), language);
            window.open(stage, WIDTH, HEIGHT);
            return window;
        });
    }
}

package org.lifeboat.app.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.lifeboat.app.display.Graphics;
import org.lifeboat.app.drill.LessonRoom;
import org.lifeboat.app.drill.WindowDrill;
import org.lifeboat.app.wiring.PlayMoney;
import org.lifeboat.app.wiring.PlaySession;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.ProfileWait;
import org.lifeboat.app.wiring.TemporaryProfile;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.settings.Preferences;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.tour.Practice;
import org.lifeboat.ui.tour.Tour;
import org.lifeboat.ui.tour.TourNetwork;
import org.lifeboat.ui.window.Beginning;
import org.lifeboat.ui.window.Doorstep;
import org.lifeboat.ui.window.MainWindow;

/// Opens the program's window, on a display or without one.
public final class Pages {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /// Any chain: the source of a tour is only asked which one it is.
    private static final ChainId UNKNOWN = new ChainId(1);

    private final Language language;
    private boolean started;

    /// @param language of the system, until the user chooses one
    public Pages(Language language) {
        this.language = language;
    }

    private void start() {
        if (!started) {
            started = true;
            Graphics.prepare();
            Toolkit.start();
        }
    }

    /// What stands where the window will be, until a watcher has done with the profile.
    /// @param said runs where it has to be waited for
    public ProfileWait.Shown doorstep(Runnable said) {
        AtomicBoolean givenUp = new AtomicBoolean();
        List<Doorstep> open = new ArrayList<>();
        return new ProfileWait.Shown() {
            @Override
            public void begin() {
                said.run();
                start();
                open.add(Doorstep.open(language, Theme.LIGHT, Doorstep.Wait.ROUND, () -> givenUp.set(true)));
            }

            @Override
            public boolean givenUp() {
                return givenUp.get();
            }

            @Override
            public void end() {
                open.forEach(Doorstep::close);
            }
        };
    }

    /// Shows the window until the user closes it; or, if the user wants that, one of play money after it, in the
    /// language and the look that were chosen in the first.
    public void window(Profile profile) throws InterruptedException, IOException {
        AtomicBoolean play = new AtomicBoolean();
        CountDownLatch left = new CountDownLatch(1);
        start();
        try {
            Runnable playInstead = () -> {
                play.set(true);
                left.countDown();
            };
            Preferences chosen;
            try (WindowWallet wallet = new WindowWallet(profile, Optional.of(playInstead))
                    .offering(WindowDrill::open)
                    .teaching(new LessonRoom())) {
                show(wallet, left);
                chosen = Preferences.read(wallet.storage().settings());
            }
            if (play.get()) {
                play(profile.folder(), chosen);
            }
        } finally {
            Toolkit.stop();
        }
    }

    /// @param own the folder of the user's own profile
    private void play(Path own, Preferences chosen) throws InterruptedException, IOException {
        AtomicBoolean givenUp = new AtomicBoolean();
        try (PlaySession session = playWorld(own, chosen, givenUp);
                WindowWallet wallet =
                        WindowWallet.on(session).offering(WindowDrill::open).teaching(new LessonRoom())) {
            if (!givenUp.get()) {
                chosen.write(wallet.storage().settings()); // the language and the look were chosen already
                show(wallet, new CountDownLatch(1));
            }
        }
    }

    /// Takes a second or two, or more where a long day was kept, in which no other window stands there.
    private PlaySession playWorld(Path own, Preferences chosen, AtomicBoolean givenUp) throws IOException {
        Language spoken = chosen.language().orElse(language);
        Doorstep door = Doorstep.open(spoken, chosen.theme(), Doorstep.Wait.PLAY, () -> givenUp.set(true));
        try {
            return PlaySession.open(own);
        } finally {
            door.close();
        }
    }

    /// @param left counted down when the user has closed the window, or leaves it another way
    private void show(WindowWallet wallet, CountDownLatch left) throws InterruptedException {
        Opened opened = open(wallet, language, left);
        left.await();
        opened.away();
    }

    /// A window on its stage, which stays the same when a drill takes the window's place.
    private record Opened(MainWindow window, Stage stage) {
        void away() {
            Toolkit.onScreen(() -> {
                window.close();
                stage.hide();
                return stage;
            });
        }
    }

    /// Plays the tour without a display, once in each language, each time in a new temporary profile of play
    /// money that asks a sandbox of its own.
    /// @param directory made if it does not exist
    /// @return the pictures saved, in order
    public List<Path> tour(Path directory, Consumer<String> progress) throws IOException {
        return inEachLanguage(directory, each -> {
            try (PlaySession session = PlaySession.open();
                    WindowWallet wallet =
                            WindowWallet.on(session).offering(WindowDrill::open).teaching(new LessonRoom())) {
                TourNetwork sandbox = new TourNetwork(
                        session.url(),
                        PlayMoney.NETWORK.chain().value(),
                        PlayMoney.NETWORK.name(),
                        PlayMoney.NETWORK.coinSymbol());
                return walk(
                        wallet,
                        each,
                        window -> new Tour(window, each, directory, progress).practise(sandbox, practice(session)));
            }
        });
    }

    private static Practice practice(PlaySession session) {
        return new Practice() {
            @Override
            public void makeFinal() {
                session.sandbox().l1().finaliseNewest();
            }

            @Override
            public Optional<String> evidence() {
                Storage storage = session.profile().storage();
                return storage.accounts().all().stream()
                        .flatMap(
                                account -> EvidenceFile.write(
                                        storage, PlayMoney.NETWORK.chain(), account.address(), Optional.empty())
                                        .stream())
                        .findFirst()
                        .map(file -> new String(file.toArray(), StandardCharsets.UTF_8));
            }
        };
    }

    /// As [#tour(Path, Consumer)], in a profile without money, to which sources are added.
    /// @param l1 a test net's source, with play money for the well-known test account
    public List<Path> tour(Path directory, String l1, Optional<String> l2, Consumer<String> progress)
            throws IOException {
        return inEachLanguage(directory, each -> {
            try (TemporaryProfile folder = TemporaryProfile.make();
                    Profile profile = Profile.fresh(folder.folder());
                    WindowWallet wallet = new WindowWallet(profile)) {
                return walk(
                        wallet,
                        each,
                        window -> new Tour(window, each, directory, progress)
                                .play(network(wallet, l1), l2.map(url -> network(wallet, url))));
            }
        });
    }

    /// Something done in one language that leaves pictures.
    @FunctionalInterface
    private interface Round<T> {
        List<Path> play(T with) throws IOException;
    }

    private static List<Path> inEachLanguage(Path directory, Round<Language> round) throws IOException {
        Files.createDirectories(directory);
        Toolkit.startHeadless();
        try {
            List<Path> pictures = new ArrayList<>();
            for (Language each : Language.values()) {
                pictures.addAll(round.play(each));
            }
            return pictures;
        } finally {
            Toolkit.stop();
        }
    }

    private static List<Path> walk(WindowWallet wallet, Language language, Round<MainWindow> round) throws IOException {
        Opened opened = open(wallet, language, new CountDownLatch(1));
        try {
            return round.play(opened.window());
        } finally {
            opened.away();
        }
    }

    private static TourNetwork network(WindowWallet wallet, String url) {
        Reply<Long> reply = wallet.confirmed(new SourceId(UNKNOWN, url), false)
                .ask(new Query.ChainIdOf(), Purpose.CHECK_CHAIN_ID, Duration.ofSeconds(10));
        long chain = reply.got().orElseThrow(() -> new IllegalStateException(reply.problem()));
        String known =
                wallet.networks().find(new ChainId(chain)).map(Network::name).orElse("");
        return new TourNetwork(url, chain, known, "ETH");
    }

    private static Opened open(WindowWallet wallet, Language language, CountDownLatch closed) {
        Beginning beginning = Beginning.read(wallet);
        return Toolkit.onScreen(() -> {
            Stage stage = new Stage();
            stage.setOnHidden(_ -> closed.countDown());
            MainWindow window = new MainWindow(wallet, beginning, Tasks.background(), language);
            window.open(stage, WIDTH, HEIGHT);
            return new Opened(window, stage);
        });
    }
}

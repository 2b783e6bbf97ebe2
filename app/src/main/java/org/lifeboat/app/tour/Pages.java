package org.lifeboat.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.resources.Words;
import org.lifeboat.ui.balances.BalancesView;
import org.lifeboat.ui.balances.BalancesViewModel;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.tour.Tour;
import org.lifeboat.ui.welcome.WelcomeView;
import org.lifeboat.ui.welcome.WelcomeViewModel;
import org.lifeboat.ui.window.Frame;

/// Opens the program's pages.
public final class Pages {
    private final String version;
    private final List<String> commands;
    private final Words words;

    /// @param commands the names of the commands that exist
    /// @param words the bundle `pages`
    public Pages(String version, List<String> commands, Words words) {
        this.version = version;
        this.commands = List.copyOf(commands);
        this.words = words;
    }

    /// Shows the welcome page until the user closes the window.
    public void window(Path profile) throws InterruptedException {
        Toolkit.start();
        Frame frame = Frame.open(words.say("welcome.title"));
        frame.show(() -> welcome(profile));
        frame.waitUntilClosed();
        Toolkit.stop();
    }

    /// Plays the tour without a display, in a new temporary profile.
    /// @param directory made if it does not exist
    /// @return the pictures saved, in order
    public List<Path> tour(Path directory, Consumer<String> progress) throws IOException {
        Files.createDirectories(directory);
        try (TemporaryProfile profile = TemporaryProfile.make()) {
            Toolkit.startHeadless();
            Frame frame = Frame.open(words.say("welcome.title"));
            Tour tour = new Tour(frame, words, directory, progress);
            tour.step("welcome", () -> welcome(profile.folder()));
            try (Profile opened = open(profile)) {
                BalancesViewModel model = BalancesViewModel.of(opened.accounts(), opened.networks());
                tour.step("balances", () -> new BalancesView(model, words).root());
            }
            return tour.pictures();
        } finally {
            Toolkit.stop();
        }
    }

    private static Profile open(TemporaryProfile temporary) {
        return switch (Profile.open(temporary.folder())) {
            case Profile.Opened.Ready(Profile profile) -> profile;
            case Profile.Opened.InUse _, Profile.Opened.Damaged _, Profile.Opened.UpdateNeeded _ ->
                throw new IllegalStateException("a new profile cannot be opened");
        };
    }

    private Parent welcome(Path profile) {
        return new WelcomeView(new WelcomeViewModel(version, profile, commands), words).root();
    }
}

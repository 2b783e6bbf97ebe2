package org.lifeboat.ui.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.look.Look;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.window.MainWindow;

/// A scripted new user goes through the real pages of a new profile, in one language, and takes a picture of
/// each in light and dark. Calls no host but the sources it is given.
public final class Tour {
    private static final String PASSWORD = "four unrelated little words";

    private final MainWindow window;
    private final Walk walk;
    private final Phrases phrases;
    private final Path directory;
    private final Consumer<String> progress;
    private final Album album = new Album();
    private int number;

    /// @param window open, on a new profile
    /// @param directory exists; files of the same name are replaced
    /// @param progress told each step in words, before it is taken
    public Tour(MainWindow window, Language language, Path directory, Consumer<String> progress) {
        this.window = window;
        this.walk = new Walk(window::scene);
        this.phrases = new Phrases(language, ZoneId.systemDefault(), Clock.system(ZoneId.systemDefault()));
        this.directory = directory;
        this.progress = progress;
    }

    /// Goes the whole way to a payment, in a profile of play money that asks the sandbox.
    /// The chain of evidence behind a final figure is left beside the pictures.
    /// @return the pictures saved, in order
    public List<Path> practise(TourNetwork sandbox, Practice practice) throws IOException {
        begin();
        create();
        password();
        step("drills", phrases.say("drills.newcomer"));
        walk.press(phrases.say("balances.title"));
        walk.see(phrases.symbol(sandbox.coin()));
        step("sheet", phrases.say("balances.title"));
        TourEvidence evidence = new TourEvidence(walk, phrases, this::step);
        evidence.look(practice);
        progress.accept(phrases.say("tour.evidence.file", evidence.leave(practice, directory)));
        pages("networks.sentence", "exits.do.PROVE");
        new TourPayment(walk, phrases, this::step).pay(sandbox);
        for (Drill drill : List.of(Drill.SEQUENCER_GONE, Drill.FALSE_ROOT)) {
            progress.accept(
                    phrases.say("tour.drill.file", new TourDrill(walk, phrases, this::step, drill).play(directory)));
        }
        lock(phrases.say("drills.sentence"));
        return album.saved();
    }

    /// Goes the whole way to a payment, in a profile without sources, to which these are added.
    /// @param l1 a source of an L1 with play money for the test account
    /// @param l2 likewise of an L2
    /// @return the pictures saved, in order
    public List<Path> play(TourNetwork l1, Optional<TourNetwork> l2) throws IOException {
        begin();
        restore();
        password();
        step("sources", phrases.say("sources.title"));
        walk.press(phrases.say("sources.without"));
        walk.see(phrases.say("balances.noSource"));
        step("balances", phrases.say("balances.title"));
        pages("networks.nobody", "exits.nothing");
        new TourPayment(walk, phrases, this::step).play(l1, l2);
        lock(phrases.say("balances.title"));
        return album.saved();
    }

    private void begin() throws IOException {
        step("language", phrases.say("onboarding.welcome"));
        walk.press(phrases.choice(phrases.language()));
        step("ways", phrases.say("onboarding.way"));
    }

    private void password() throws IOException {
        walk.type(phrases.say("password.field"), PASSWORD);
        walk.type(phrases.say("password.again"), PASSWORD);
        step("password", phrases.say("password.title"));
        walk.press(phrases.say("password.save"));
    }

    private void create() throws IOException {
        walk.press(phrases.say("onboarding.create"));
        walk.see(phrases.say("words.title"));
        List<String> words = walk.texts("lb-word");
        step("words", phrases.say("words.title"));
        walk.press(phrases.say("words.written"));
        step("confirm", phrases.say("words.confirm"));
        for (int question = 1; question <= 3; question++) {
            for (int order = 1; order <= words.size(); order++) {
                if (walk.sees(phrases.say("words.which", order, question, 3))) {
                    walk.press(words.get(order - 1)
                            .substring(Integer.toString(order).length() + 1));
                    break;
                }
            }
        }
        walk.see(phrases.say("password.title"));
    }

    /// The words that anvil, Hardhat and others give play money to. Source: Foundry book, "anvil", default
    /// accounts.
    private void restore() throws IOException {
        walk.press(phrases.say("onboarding.restore"));
        step("restore", phrases.say("words.enter"));
        walk.type(phrases.say("words.enter.field"), "test ".repeat(11) + "junk");
        walk.press(phrases.say("action.continue"));
        walk.see(phrases.say("password.title"));
    }

    /// @param networks the sentence that stands on the page of networks
    /// @param exits likewise on the page of exits
    private void pages(String networks, String exits) throws IOException {
        walk.press(phrases.say("command.receive"));
        step("receive", phrases.say("receive.watched"));
        walk.key(KeyCode.N, true);
        walk.seeOneOf(phrases.say("send.sentence"), phrases.say("send.noSource"));
        step("send", phrases.say("send.title"));
        walk.press(phrases.say("activity.title"));
        step("activity", phrases.say("activity.empty"));
        walk.press(phrases.say("exits.title"));
        step("exits", phrases.say(exits));
        walk.press(phrases.say("contacts.title"));
        walk.see(phrases.say("contacts.empty"));
        walk.press(phrases.say("contacts.add"));
        walk.type(phrases.say("contacts.name"), "Ada");
        walk.type(phrases.say("contacts.address"), TourPayment.RECIPIENT);
        step("contact", phrases.say("contacts.where"));
        walk.press(phrases.say("action.save"));
        walk.see("Ada");
        step("contacts", phrases.say("contacts.title"));
        walk.press(phrases.say("accounts.menu"));
        walk.see(phrases.say("accounts.backup.open"));
        step("accounts", phrases.say("accounts.title"));
        walk.press(phrases.say("networks.title"));
        step("networks", phrases.say(networks));
        walk.press(phrases.say("sync.page"));
        step("verification", phrases.say("sync.page.standing"));
        walk.press(phrases.say("settings.title"));
        step("settings", phrases.say("settings.look"));
        walk.key(KeyCode.K, true);
        step("commands", phrases.say("palette.title"));
        walk.press(phrases.say("action.close"));
    }

    /// @param first what the wallet opens with
    private void lock(String first) throws IOException {
        walk.press(phrases.say("top.lock"));
        step("unlock", phrases.say("unlock.title"));
        walk.type(phrases.say("unlock.password"), PASSWORD);
        walk.press(phrases.say("unlock.open"));
        walk.see(first);
    }

    /// Says what is shown, waits for it, and takes its pictures.
    private void step(String name, String sign) throws IOException {
        progress.accept(phrases.say("tour." + name));
        number++;
        walk.see(sign);
        Look look = window.look();
        Theme before = look.theme().get();
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Picture picture = Toolkit.onScreen(() -> {
                look.theme().set(theme);
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
                return new Picture(name, window.scene().snapshot(null));
            });
            String tone = theme.name().toLowerCase(Locale.ROOT);
            Path file = directory.resolve("%02d-%s-%s-%s.png"
                    .formatted(number, name, tone, phrases.language().tag()));
            album.add(picture, file);
        }
        Toolkit.onScreen(() -> {
            look.theme().set(before);
            return before;
        });
    }

    /// Takes the pictures of one step.
    @FunctionalInterface
    interface Steps {
        void take(String name, String sign) throws IOException;
    }
}

package org.lifeboat.ui.window;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.frame.Command;
import org.lifeboat.ui.frame.Frame;
import org.lifeboat.ui.frame.StatusPart;
import org.lifeboat.ui.look.Look;
import org.lifeboat.ui.look.Zoomed;
import org.lifeboat.ui.onboarding.OnboardingScreen.Chosen;
import org.lifeboat.ui.onboarding.OnboardingView;
import org.lifeboat.ui.onboarding.OnboardingViewModel;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.settings.Preferences;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.WindowTasks;
import org.lifeboat.vault.LockClock;

/// The window of one profile: onboarding where there is no wallet, the unlock page where it is locked, else
/// the frame with its pages. Lives on the screen's thread.
public final class MainWindow {
    /// How often it is looked whether the wallet has locked itself, and the status bar is brought up to date.
    private static final Duration TICK = Duration.ofSeconds(5);

    private final Wallet wallet;
    private final WindowTasks tasks;
    private final Keys keys;
    private final Look look = new Look();
    private final BooleanProperty hidden = new SimpleBooleanProperty();
    private final BorderPane held = new BorderPane();
    private final StackPane root = new StackPane(held);
    private final Zoomed zoomed = new Zoomed(root, look.zoomPercent());
    private final Screens screens;
    private final OnboardingViewModel onboarding;
    private final Spoken spoken;
    private final Practising practising;
    private final Optional<DrillWindow> drill;
    private final SecureRandom random = new SecureRandom();
    private final boolean fontSaid;
    private boolean missed;
    private Preferences preferences;
    private Language language;
    private Showing showing = Showing.NOTHING;
    private Tasks.Running ticking = () -> {};
    private Optional<StatusStatements> status = Optional.empty();
    private Optional<Page> alone = Optional.empty();
    private Optional<Frame> frame = Optional.empty();
    private Optional<Announcements> announcements = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    private enum Showing {
        NOTHING,
        ONBOARDING,
        LOCKED,
        LOOKING,
        PAGES
    }

    /// @param beginning what the disk said of the profile, read away from the screen's thread
    /// @param system the language of the system, until the user chooses one
    public MainWindow(Wallet wallet, Beginning beginning, Tasks tasks, Language system) {
        this(wallet, beginning, tasks, system, Optional.empty());
    }

    /// The window of a drill: its keys open by themselves, because nobody knows their password.
    static MainWindow ofDrill(DrillWindow drill, Wallet wallet, Beginning beginning, Tasks tasks, Language language) {
        return new MainWindow(wallet, beginning, tasks, language, Optional.of(drill));
    }

    private MainWindow(Wallet wallet, Beginning beginning, Tasks own, Language system, Optional<DrillWindow> drill) {
        this.tasks = new WindowTasks(own);
        this.drill = drill;
        this.practising = new Practising(tasks);
        this.wallet = wallet;
        this.spoken = new Spoken(wallet);
        this.preferences = beginning.preferences();
        this.language = preferences.language().orElse(system);
        this.keys = new Keys(wallet.vault(), new Accounts(wallet.storage()), LockClock.system());
        this.screens = new Screens(
                wallet,
                keys,
                tasks,
                beginning,
                this::apply,
                new Screens.Doors(
                        this::lookForAccounts,
                        this::begin,
                        this::lock,
                        news -> announcements.ifPresent(each -> each.payments(news, phrases(), amountsHidden())),
                        news -> announcements.ifPresent(each -> each.exits(news, phrases(), amountsHidden())),
                        this::practise));
        this.onboarding = new OnboardingViewModel(wallet, keys, tasks, random, new OnboardingViewModel.Done() {
            @Override
            public void with(List<Chosen> sources, boolean offline, boolean restored) {
                onboarded(sources, restored);
            }

            @Override
            public void fromBackup() {
                cameBack();
            }
        });
        if (preferences.language().isPresent()) {
            onboarding.skipLanguage();
        }
        look.theme().set(preferences.theme());
        look.zoomPercent().set(preferences.zoomPercent());
        hidden.set(preferences.hidden());
        look.theme().addListener((_, _, now) -> screens.settings().inForce(now));
        hidden.addListener((_, _, now) -> {
            announcements.ifPresent(Announcements::quiet);
            Anew.write(root);
            screens.settings().change(preferences.withHidden(now));
        });
        fontSaid = beginning.fontSaid();
        missed = beginning.missed();
        showing = switch (beginning.holding()) {
            case KEYS -> drill.isPresent() ? Showing.NOTHING : Showing.LOCKED;
            case NOTHING -> Showing.ONBOARDING;
            case ACCOUNTS -> Showing.PAGES;
        };
        draw();
    }

    /// Puts the window onto a stage and begins to watch for idleness.
    public void open(Stage stage, double width, double height) {
        this.stage = Optional.of(stage);
        Scene scene = new Scene(zoomed, width, height);
        look.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> keys.touched());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> keys.touched());
        stage.setTitle(phrases().say(wallet.play() ? "app.name.play" : "app.name"));
        WritableImage icon = WindowIcon.draw();
        stage.getIcons().setAll(icon);
        stage.setMinWidth(480);
        stage.setMinHeight(360);
        stage.setScene(scene);
        stage.show();
        Announcements speaking = new Announcements(stage, tasks, icon);
        speaking.follow(screens.balances().screen(), this::phrases);
        announcements = Optional.of(speaking);
        root.getChildren().add(speaking.corner());
        if (!fontSaid && held.getCenter() instanceof Layer layer) {
            FontNotice.sayOnce(
                    layer, () -> away(() -> wallet.storage().settings().put(Beginning.FONT_SAID, "true")));
        }
        screens.payments().begin(() -> showing == Showing.PAGES);
        screens.exitWatch().begin(() -> showing == Showing.PAGES);
        drill.ifPresent(own -> own.begin(keys, this::enter, screens::lookAgain));
        tick();
        CalmTick.begin(tasks, root, () -> frame.ifPresent(Frame::timePassed));
    }

    /// A drill takes the place of everything until it is left.
    private void practise(DrillHall.Played played) {
        stage.ifPresent(on -> practising.begin(played, on, preferences, language, screens::drillLeft));
    }

    /// The content as it is seen now, for making pictures.
    public Scene scene() {
        return practising.window().map(MainWindow::scene).orElseGet(zoomed::getScene);
    }

    public Look look() {
        return practising.window().map(MainWindow::look).orElse(look);
    }

    /// Stops everything, what is being asked too, and wipes what is secret.
    public void close() {
        practising.close();
        frame.ifPresent(Frame::close);
        alone.ifPresent(Page::detach);
        onboarding.forget();
        announcements.ifPresent(Announcements::close);
        ticking.cancel();
        screens.payments().stop();
        screens.exitWatch().stop();
        tasks.close();
        keys.lock();
    }

    /// Looks on another thread: keys that are being used answer only when they are done.
    private void tick() {
        tasks.run(() -> keys.exist() && !keys.unlocked(), this::ticked, _ -> ticked(false));
    }

    private void ticked(boolean locked) {
        if (locked && drill.isPresent() && showing == Showing.PAGES) {
            drill.get().unlock(keys, this::enter);
        } else if (locked && (showing == Showing.PAGES || showing == Showing.LOOKING)) {
            lock();
            announcements.ifPresent(each -> each.lockedItself(phrases()));
        }
        status.ifPresent(StatusStatements::write);
        ticking = tasks.after(TICK, this::tick);
    }

    private void pressed(KeyEvent event) {
        keys.touched();
        ZoomKeys.take(event, look, percent -> screens.settings().change(preferences.withZoom(percent)));
    }

    private void apply(Preferences next) {
        boolean redraw = !next.language().equals(preferences.language());
        preferences = next;
        look.theme().set(next.theme());
        look.zoomPercent().set(next.zoomPercent());
        hidden.set(next.hidden());
        lockAfter(next.idle());
        if (redraw) {
            language = next.language().orElse(language);
            draw();
        }
    }

    private void onboarded(List<Chosen> sources, boolean restored) {
        Runnable next = restored && !sources.isEmpty() ? this::lookForAccounts : this::enter;
        ChosenSources.keep(wallet, tasks, sources, next, this::enter);
    }

    /// The settings of a restored profile are in force at once.
    private void cameBack() {
        tasks.run(
                () -> Preferences.read(wallet.storage().settings()),
                found -> {
                    screens.settings().change(found);
                    enter();
                },
                _ -> enter());
    }

    private void enter() {
        lockAfter(preferences.idle());
        leaveFrame();
        showing = Showing.PAGES;
        draw();
    }

    /// The offer to look for used accounts: after a restore, and whenever the user wants it.
    private void lookForAccounts() {
        lockAfter(preferences.idle());
        leaveFrame();
        showing = Showing.LOOKING;
        draw();
    }

    /// The first steps of a wallet, in a profile that only watches until now.
    private void begin() {
        leaveFrame();
        onboarding.begin(this::enter);
        showing = Showing.ONBOARDING;
        draw();
    }

    private void leaveFrame() {
        frame.ifPresent(Frame::close);
        frame = Optional.empty();
    }

    private void lockAfter(Duration idle) {
        away(() -> keys.lockAfter(drill.isPresent() ? DrillWindow.NEVER : idle));
    }

    /// Keys that are being used answer only when they are done, so nobody waits for them here.
    private void away(Runnable work) {
        tasks.run(
                () -> {
                    work.run();
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    private void lock() {
        if (drill.isEmpty()) {
            away(keys::lock);
        }
        if (drill.isEmpty() && keys.exist()) {
            showing = Showing.LOCKED;
            announcements.ifPresent(Announcements::quiet);
            draw();
        }
    }

    /// Amounts are not for whoever stands before a locked wallet, nor where the user hid them.
    private boolean amountsHidden() {
        return hidden.get() || showing == Showing.LOCKED;
    }

    /// Draws anew what is shown: after a change of language, or when one part of the program follows another.
    private void draw() {
        Optional<Place> place = frame.flatMap(Frame::place);
        frame.ifPresent(Frame::close);
        alone.ifPresent(Page::detach);
        frame = Optional.empty();
        alone = Optional.empty();
        BorderPane base = new BorderPane();
        Layer layer = new Layer(base);
        Surroundings around = new Surroundings(
                phrases(),
                tasks,
                hidden,
                Bindings.createBooleanBinding(
                        () -> base.getWidth() > 0 && base.getWidth() < Frame.CARDS_BELOW, base.widthProperty()),
                layer);
        held.setCenter(layer);
        root.getChildren().setAll(held);
        drill.ifPresent(own -> own.guide(held, around));
        announcements.ifPresent(each -> root.getChildren().add(each.corner()));
        switch (showing) {
            case NOTHING -> {}
            case ONBOARDING -> alone(base, new OnboardingView(around, onboarding, this::speak, random));
            case LOCKED -> alone(base, new LockedPage(around, keys, tasks, preferences.idle(), screens, this::enter));
            case LOOKING -> alone(base, screens.look(around, this::enter));
            case PAGES -> {
                Frame next = frame(around, base, place.orElseGet(this::firstPlace));
                frame = Optional.of(next);
                next.focus();
            }
        }
    }

    /// Where a wallet opens: at its sheet, one of play money at its drills; at what the last page of onboarding asked
    /// about; or, once, at the exits where a date passed while it was closed.
    private Place firstPlace() {
        boolean verify = onboarding.verifyNext();
        onboarding.verifyNext(false);
        boolean exits = missed;
        missed = false;
        if (verify || exits) {
            return verify ? new Place.Verification(Optional.empty()) : new Place.Exits();
        }
        return wallet.play() && wallet.drills().isPresent() ? new Place.Drills() : new Place.Balances();
    }

    private void speak(Language next) {
        screens.settings().change(preferences.with(next));
    }

    private void alone(BorderPane base, Page page) {
        base.getStyleClass().add("lb-frame");
        base.setCenter(page.node());
        alone = Optional.of(page);
        page.attach();
    }

    private Frame frame(Surroundings around, BorderPane base, Place place) {
        ObservableList<StatusPart> statements = FXCollections.observableArrayList();
        Frame[] made = new Frame[1];
        List<Command> more = List.of(Command.of(around.say("action.refresh"), "F5", screens.balances()::refresh));
        made[0] = new Frame(
                around,
                base,
                MainMenu.of(around, drill.isEmpty()),
                statements,
                wanted -> screens.page(around, made[0], wanted),
                hidden,
                wallet.play(),
                this::lock,
                more);
        status.ifPresent(StatusStatements::stop);
        status = Optional.of(
                new StatusStatements(around, wallet, screens.balances().screen(), statements, made[0]));
        made[0].open(place);
        return made[0];
    }

    private Phrases phrases() {
        return spoken.in(language);
    }
}

package org.lifeboat.ui.walks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.resources.Language;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.pictures.Nameless;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.window.Beginning;
import org.lifeboat.ui.window.MainWindow;
import org.lifeboat.vault.LockClock;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.words.PhraseReader;
import org.lifeboat.vault.words.PhraseReading;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The hands and eyes of a walk through the real window, on the Headless platform, with a wallet whose
/// sources are real connections to what runs on this machine.
final class Hands implements AutoCloseable {
    /// The words of the well-known test accounts. Source: Foundry book, "anvil", default accounts.
    private static final String WORDS = "test ".repeat(11) + "junk";

    private static final String PASSWORD = "long password";
    private static final int GLANCES = 400;
    private static final int MOST_TABS = 60;

    private final Records records = new Records();
    private final AtomicReference<InstantSource> time = new AtomicReference<>(InstantSource.system());
    private final RpcSources rpc = new RpcSources(
            Route.DIRECT, _ -> {}, Patience.standard(), () -> time.get().instant());
    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private Optional<MainWindow> window = Optional.empty();

    Hands() {
        Stageless.start();
        stage = Toolkit.onScreen(Stage::new);
        records.at(() -> time.get().instant());
        Keys keys = new Keys(records.vault(), new Accounts(records.storage()), LockClock.system());
        if (PhraseReader.read(Secret.take(WORDS.toCharArray())) instanceof PhraseReading.Valid(var phrase, var _)) {
            keys.create(phrase, Secret.empty(), Secret.take(PASSWORD.toCharArray()), "Account 1");
            phrase.close();
        }
        keys.lock();
    }

    Records records() {
        return records;
    }

    void now(Instant instant) {
        time.set(InstantSource.fixed(instant));
    }

    /// The user has confirmed this source before.
    Hands with(long chain, String url) {
        SourceId id = new SourceId(new ChainId(chain), url);
        if (rpc.open(new Endpoint(id, false)) instanceof SourceOpener.Opened.Ready(Source source)) {
            records.with(source)
                    .networks()
                    .confirmEndpoint(id.chain(), url, false, time.get().instant());
        }
        return this;
    }

    /// The sources name their heads, and then take for ever.
    Hands stalling() {
        records.networks().watched().stream()
                .flatMap(network -> records.sources(network.chain()).stream())
                .forEach(source -> records.with(new StallingSource(source)));
        return this;
    }

    /// Opens the window and unlocks it.
    Hands open() {
        Beginning beginning = Beginning.read(records);
        window = Optional.of(Toolkit.onScreen(() -> {
            MainWindow made = new MainWindow(records, beginning, Tasks.background(), Language.ENGLISH);
            made.open(stage, 1280, 800);
            return made;
        }));
        see("Unlock your wallet");
        write("Password", PASSWORD);
        push(KeyCode.ENTER);
        see("Balances");
        return this;
    }

    /// Drags the window's edge.
    void widen(double width) {
        robot.interact(() -> stage.setWidth(width));
    }

    void push(KeyCode... keys) {
        robot.push(keys);
    }

    void press(String words) {
        Node found = await("button " + words, node -> node instanceof ButtonBase && says(node, words));
        robot.interact(((ButtonBase) found)::fire);
    }

    /// Presses the button whose words begin like this.
    /// @return all its words
    String pressLike(String beginning) {
        Node found =
                await("button " + beginning, node -> node instanceof ButtonBase button && begins(button, beginning));
        robot.interact(((ButtonBase) found)::fire);
        return ((ButtonBase) found).getText();
    }

    void tick(String words) {
        CheckBox box = (CheckBox) await("box " + words, node -> node instanceof CheckBox && says(node, words));
        robot.interact(box::fire);
    }

    void write(String name, String text) {
        Node field = await("field " + name, node -> node instanceof TextInputControl && says(node, name));
        robot.interact(() -> {
            field.requestFocus();
            ((TextInputControl) field).setText(text);
        });
    }

    String written(String name) {
        Node field = await("field " + name, node -> node instanceof TextInputControl && says(node, name));
        return ((TextInputControl) field).getText();
    }

    void see(String words) {
        await(words, node -> says(node, words));
    }

    /// @return all words of what begins like this
    String seeLike(String beginning) {
        Node found = await(beginning, node -> node instanceof Labeled labeled && begins(labeled, beginning));
        return plain(((Labeled) found).getText());
    }

    boolean sees(String words) {
        return found(node -> says(node, words)).isPresent();
    }

    /// Whether the control with these words has the focus.
    boolean isAt(String words) {
        Node owner = Toolkit.onScreen(() -> stage.getScene().getFocusOwner());
        return owner != null && says(owner, words);
    }

    /// By the tab key to the control of this name.
    void tabTo(String name) {
        tabTo(name, node -> says(node, name));
    }

    /// By the tab key to the list of this name; the menu may have a button of the same name.
    void tabToList(String name) {
        tabTo(name, node -> node instanceof ListView<?> && says(node, name));
    }

    private void tabTo(String name, Predicate<Node> wanted) {
        await(name, wanted);
        for (int i = 0; i < MOST_TABS; i++) {
            Node owner = Toolkit.onScreen(() -> stage.getScene().getFocusOwner());
            if (owner != null && wanted.test(owner)) {
                return;
            }
            push(KeyCode.TAB);
        }
        throw new AssertionError("the tab key never came to: " + name);
    }

    void tabAndPress(String name) {
        tabTo(name);
        push(KeyCode.SPACE);
    }

    /// Types into what has the focus.
    void type(String text) {
        robot.write(text);
    }

    /// Pushes a key again and again until these words are there.
    void pushUntil(KeyCode key, String words) {
        for (int i = 0; i < GLANCES && !sees(words); i++) {
            push(key);
            WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
        }
        see(words);
    }

    /// What a screen reader could not say on the page as it is now.
    List<String> nameless() {
        WaitForAsyncUtils.waitForFxEvents();
        return Toolkit.onScreen(() -> Nameless.under(stage.getScene().getRoot()));
    }

    /// Gives the focus to the list of this name and opens its first row.
    void openFirstRow(String list) {
        Node rows = await(list, node -> node.getStyleClass().contains("lb-rows") && says(node, list));
        robot.interact(rows::requestFocus);
        push(KeyCode.HOME);
        push(KeyCode.ENTER);
    }

    private Node await(String what, Predicate<Node> wanted) {
        for (int i = 0; i < GLANCES; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            Optional<Node> found = found(wanted);
            if (found.isPresent()) {
                return found.get();
            }
            WaitForAsyncUtils.sleep(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("never seen: " + what + "\nbut: " + everything());
    }

    private Optional<Node> found(Predicate<Node> wanted) {
        return Toolkit.onScreen(() -> find(stage.getScene().getRoot(), wanted));
    }

    /// What lies on top is found first; what is hidden or out of reach is not found.
    private static Optional<Node> find(Node node, Predicate<Node> wanted) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable().reversed()) {
                Optional<Node> found = find(child, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return wanted.test(node) ? Optional.of(node) : Optional.empty();
    }

    private List<String> everything() {
        return Toolkit.onScreen(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private static boolean begins(Labeled labeled, String beginning) {
        return plain(labeled.getText()).startsWith(beginning);
    }

    private static boolean says(Node node, String words) {
        return words.equals(node.getAccessibleText())
                || (node instanceof Labeled labeled && words.equals(plain(labeled.getText())));
    }

    @Override
    public void close() {
        Toolkit.onScreen(() -> {
            window.ifPresent(MainWindow::close);
            stage.hide();
            return stage;
        });
        rpc.close();
        records.close();
    }

    /// Without the blanks that keep a figure and its unit in one line.
    private static String plain(String text) {
        return Labels.plain(String.valueOf(text));
    }
}

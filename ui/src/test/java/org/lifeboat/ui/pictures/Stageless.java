package org.lifeboat.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.frame.Frame;
import org.lifeboat.ui.frame.StatusPart;
import org.lifeboat.ui.look.Look;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.look.Zoomed;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.window.MainMenu;
import org.lifeboat.ui.window.Reach;

/// Draws pages on the Headless platform and saves them as PNG files.
public final class Stageless {
    public static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");

    /// Size of the window, zoom in per cent.
    public record Format(String name, int width, int height, int zoom) {}

    public static final Format WIDE = new Format("1280x800", 1280, 800, 100);
    public static final Format SMALL = new Format("640x400", 640, 400, 100);
    public static final Format ZOOMED = new Format("zoom200", 1280, 800, 200);

    /// Longer than anything that moves takes to come to rest.
    private static final long MOVEMENT_MILLIS = 1_200;

    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final AtomicReference<@Nullable Stage> ONLY = new AtomicReference<>();
    private final Path directory;
    private final Stage stage;

    /// Leaves the page that was drawn last: one that is still hooked up is kept in memory, with all that is on it.
    private Runnable leave = () -> {};

    private final Set<String> nameless = new TreeSet<>();
    private final Set<String> scrollingTwice = new TreeSet<>();
    private final Set<String> tooWide = new TreeSet<>();
    private final Set<String> outOfReach = new TreeSet<>();
    private final Set<String> cutWithoutBar = new TreeSet<>();
    private final Set<String> cutDialogs = new TreeSet<>();
    private final Set<String> leaks = new TreeSet<>();
    private BooleanProperty hidden = new SimpleBooleanProperty();

    public Stageless(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        start();
        this.stage = Toolkit.onScreen(Stageless::onlyStage);
    }

    /// One window for all pictures of the process. Lives on the screen's thread.
    private static Stage onlyStage() {
        return ONLY.updateAndGet(known -> known == null ? new Stage() : known);
    }

    /// Starts JavaFX, once for all test classes of the process.
    public static synchronized void start() {
        if (STARTED.compareAndSet(false, true)) {
            Toolkit.startHeadless();
        }
    }

    /// @throws AssertionError if a control on one of the pages has no name for a screen reader
    void close() {
        Toolkit.onScreen(() -> {
            left();
            stage.setScene(null);
            stage.hide();
            return stage;
        });
        assertThat(nameless).as("controls without a name").isEmpty();
        assertThat(scrollingTwice)
                .as("a page that scrolls around a list that scrolls")
                .isEmpty();
        assertThat(tooWide).as("a page that is wider than its window").isEmpty();
        assertThat(cutWithoutBar)
                .as("a page that is higher than its window, and cannot be scrolled")
                .isEmpty();
        assertThat(cutDialogs)
                .as("a dialog, or its buttons, that reach out of the window")
                .isEmpty();
        assertThat(leaks).as("amounts where amounts are hidden").isEmpty();
        assertThat(outOfReach).as("controls that the keys never come to").isEmpty();
    }

    public static Phrases phrases(Language language) {
        return new Phrases(language, ZoneId.of("Europe/Berlin"), Clock.fixed(NOW, ZoneId.of("UTC")));
    }

    /// Draws a page inside the frame of the window.
    public void page(
            String name, Language language, Theme theme, Format format, Place place, Function<Surroundings, Page> make)
            throws IOException {
        framed(name, language, theme, format, place, make, Surrounded.USUAL);
    }

    /// What the frame around a page says.
    enum Surrounded {
        USUAL,
        /// All money is play money.
        PLAY,
        /// L1 is not followed any more, and a source was caught.
        WARNED
    }

    /// As [#page], with another frame.
    void framed(
            String name,
            Language language,
            Theme theme,
            Format format,
            Place place,
            Function<Surroundings, Page> make,
            Surrounded surrounded)
            throws IOException {
        draw(name, language, theme, format, around -> {
            BorderPane base = (BorderPane) around.layer().getChildren().getFirst();
            Frame frame = new Frame(
                    around,
                    base,
                    MainMenu.of(around),
                    FXCollections.observableArrayList(statements(around, surrounded)),
                    _ -> make.apply(around),
                    new SimpleBooleanProperty(),
                    surrounded == Surrounded.PLAY,
                    () -> {},
                    List.of());
            frame.open(place);
            leave = frame::close;
        });
    }

    private static List<StatusPart> statements(Surroundings around, Surrounded surrounded) {
        if (surrounded == Surrounded.WARNED) {
            String stopped = around.say("status.l1.stopped." + SyncStatus.Phase.CONFLICT, "Ethereum");
            return List.of(
                    part(stopped, Feather.ALERT_TRIANGLE, true),
                    part(around.say("status.caught"), Feather.SHIELD_OFF, true));
        }
        return List.of(
                part(
                        around.phrases().count("status.l1.read", 1, "Ethereum", "21,004,113", "14:05 CET"),
                        Feather.ANCHOR,
                        false),
                part(around.say("status.networks", 5, 7), Feather.SERVER, true));
    }

    private static StatusPart part(String sentence, Feather icon, boolean warns) {
        return new StatusPart(sentence, icon, warns, () -> {});
    }

    /// Draws a page that fills the window.
    void alone(String name, Language language, Theme theme, Format format, Function<Surroundings, Page> make)
            throws IOException {
        draw(name, language, theme, format, around -> {
            BorderPane base = (BorderPane) around.layer().getChildren().getFirst();
            Page page = make.apply(around);
            base.getStyleClass().add("lb-frame");
            base.setCenter(page.node());
            page.attach();
            leave = page::detach;
        });
    }

    private void left() {
        leave.run();
        leave = () -> {};
    }

    /// Draws whatever `fill` puts into the window.
    public void draw(String name, Language language, Theme theme, Format format, Consumer<Surroundings> fill)
            throws IOException {
        Zoomed shown = show(name, language, theme, format, fill);
        save(Toolkit.onScreen(() -> taken(shown, format)), file(name, language, theme, format));
        if (language == Language.ENGLISH && theme == Theme.LIGHT) { // the others differ in nothing that matters here
            outOfReach.addAll(Toolkit.onScreen(() -> outOfReach(name, format, shown)));
            leaks.addAll(Toolkit.onScreen(() -> Leaks.of(name, shown, hidden)));
        }
    }

    /// What the tab key does not come to, wherever it begins.
    private static List<String> outOfReach(String name, Format format, Zoomed shown) {
        Scene scene = shown.getScene();
        if (scene.getFocusOwner() == null) {
            Focus.first(shown).ifPresent(Node::requestFocus);
        }
        return Reach.outOf(scene).stream()
                .map(what -> name + " " + format.name() + ": " + what)
                .toList();
    }

    /// As [#draw], together with the windows of their own that `fill` opens: menus, help, notices. They move into
    /// their places, so they are waited for.
    void drawWithPopUps(String name, Language language, Theme theme, Format format, Consumer<Surroundings> fill)
            throws IOException, InterruptedException {
        Zoomed shown = show(name, language, theme, format, fill);
        Thread.sleep(MOVEMENT_MILLIS);
        BufferedImage picture = Toolkit.onScreen(() -> {
            BufferedImage all = copy(taken(shown, format));
            for (Window window : Window.getWindows()) {
                if (window instanceof PopupWindow popUp) {
                    Node root = popUp.getScene().getRoot();
                    BufferedImage over = copy(root.snapshot(clear(), null));
                    int x = (int) (popUp.getX() - stage.getX());
                    int y = (int) (popUp.getY() - stage.getY());
                    all.getGraphics().drawImage(over, x, y, null);
                }
            }
            return all;
        });
        ImageIO.write(picture, "png", file(name, language, theme, format).toFile());
        Toolkit.onScreen(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(PopupWindow.class::isInstance)
                    .forEach(Window::hide);
            return stage;
        });
    }

    private static SnapshotParameters clear() {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return clear;
    }

    /// Gives everything its place, so that a pop-up finds where it belongs.
    void settle() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    /// The window in which it is drawn.
    Stage stage() {
        return stage;
    }

    private Zoomed show(String name, Language language, Theme theme, Format format, Consumer<Surroundings> fill) {
        return Toolkit.onScreen(() -> {
            left();
            hidden = new SimpleBooleanProperty();
            BorderPane base = new BorderPane();
            Layer layer = new Layer(base);
            Surroundings around = new Surroundings(
                    phrases(language),
                    new PatientTasks(),
                    hidden,
                    base.widthProperty().greaterThan(0).and(base.widthProperty().lessThan(Frame.CARDS_BELOW)),
                    layer);
            Look look = new Look();
            look.theme().set(theme);
            look.zoomPercent().set(format.zoom());
            Zoomed zoomed = new Zoomed(layer, look.zoomPercent());
            Scene scene = new Scene(zoomed, format.width(), format.height());
            look.dress(scene);
            stage.setScene(scene);
            stage.setWidth(format.width());
            stage.setHeight(format.height());
            stage.show();
            zoomed.resize(format.width(), format.height());
            zoomed.applyCss();
            zoomed.layout();
            fill.accept(around);
            for (int i = 0; i < 3; i++) {
                zoomed.applyCss();
                zoomed.layout();
            }
            nameless.addAll(Nameless.under(zoomed).stream()
                    .map(what -> name + ": " + what)
                    .toList());
            String picture = file(name, language, theme, format).getFileName().toString();
            if (scrollsTwice(zoomed)) {
                scrollingTwice.add(picture);
            }
            if (zoomed.lookupAll(".lb-page").stream().anyMatch(page -> reachesOut(page, format))) {
                tooWide.add(picture);
            }
            if (zoomed.lookupAll(".lb-dialog, .lb-dialog-foot").stream().anyMatch(each -> cutOff(each, format))) {
                cutDialogs.add(picture);
            }
            if (cutWithoutBar(zoomed)) {
                cutWithoutBar.add(picture);
            }
            return zoomed;
        });
    }

    /// Of a page that a list fills, only the list scrolls.
    private static boolean scrollsTwice(Node root) {
        return root.lookup(".lb-listed") != null
                && root.lookup(".lb-veil") == null
                && root.lookupAll(".scroll-bar").stream()
                                .filter(bar -> bar instanceof ScrollBar vertical
                                        && vertical.getOrientation() == Orientation.VERTICAL
                                        && vertical.isVisible()
                                        && vertical.getWidth() > 0)
                                .count()
                        > 1;
    }

    private static boolean cutWithoutBar(Node root) {
        return root.lookupAll(".lb-scroll").stream()
                .filter(ScrollPane.class::isInstance)
                .map(ScrollPane.class::cast)
                .filter(pane -> pane.lookup(".lb-listed") == null) // its list scrolls
                .anyMatch(pane -> pane.getContent().getLayoutBounds().getHeight()
                                > pane.getViewportBounds().getHeight() + 1
                        && pane.lookupAll(".scroll-bar").stream()
                                .noneMatch(bar -> bar instanceof ScrollBar vertical
                                        && vertical.getOrientation() == Orientation.VERTICAL
                                        && vertical.isVisible()));
    }

    private static boolean reachesOut(Node page, Format format) {
        return page.localToScene(page.getLayoutBounds()).getMaxX() > format.width() + 0.5;
    }

    private static boolean cutOff(Node node, Format format) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinY() < -0.5
                || bounds.getMaxY() > format.height() + 0.5
                || bounds.getMinX() < -0.5
                || bounds.getMaxX() > format.width() + 0.5;
    }

    private static WritableImage taken(Zoomed shown, Format format) {
        return shown.snapshot(new SnapshotParameters(), new WritableImage(format.width(), format.height()));
    }

    private Path file(String name, Language language, Theme theme, Format format) {
        String file = String.join("-", name, format.name(), theme.name().toLowerCase(Locale.ROOT), language.tag());
        return directory.resolve(file + ".png");
    }

    private static void save(WritableImage image, Path file) throws IOException {
        BufferedImage opaque =
                new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.getGraphics().drawImage(copy(image), 0, 0, null);
        ImageIO.write(opaque, "png", file.toFile());
    }

    private static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }
}

package org.lifeboat.ui.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.ui.balances.BalancesScreen;
import org.lifeboat.ui.balances.BalancesView;
import org.lifeboat.ui.frame.Frame;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Tasks.Running;

/// While somebody types the password: draws the frame and a sheet of what is remembered, out of sight, a
/// piece at a time. What Java and JavaFX do once for each kind of control (loading, compiling, styling) then
/// does not fall into the first frame after the lock has opened, which would stand still for longer than a
/// frame may. Asks nobody, keeps nothing.
final class WarmUp implements Running {
    /// Between two pieces: keys that are typed go first, and a frame is drawn.
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Tasks tasks;
    private final Scene dressed;
    private final Phrases phrases;
    private final SimpleObjectProperty<BalancesScreen> screen =
            new SimpleObjectProperty<>(shown(BalanceSheet.of(Instant.EPOCH, List.of())));
    private final BorderPane base = new BorderPane();
    private final Layer layer = new Layer(base);
    private Running running = () -> {};
    private Optional<Frame> frame = Optional.empty();

    private WarmUp(Tasks tasks, Scene dressed, Phrases phrases) {
        this.tasks = tasks;
        this.dressed = dressed;
        this.phrases = phrases;
    }

    /// Lives on the screen's thread.
    /// @param dressed the window's, whose style sheets are taken
    /// @param remembered a sheet to draw, read from the disk away from the screen's thread
    static Running begin(Tasks tasks, Scene dressed, Phrases phrases, Callable<BalanceSheet> remembered) {
        WarmUp warming = new WarmUp(tasks, dressed, phrases);
        warming.running = tasks.run(
                remembered,
                sheet -> warming.next(Stream.<Runnable>of(
                                warming::page,
                                () -> warming.show(sheet, 1),
                                () -> warming.show(sheet, sheet.networks().size()),
                                warming::frame)
                        .flatMap(each -> Stream.of(each, warming.layer::applyCss, warming.layer::layout))
                        .toList()),
                _ -> {}); // nothing is lost but the head start
        return warming;
    }

    @Override
    public void cancel() {
        running.cancel();
        frame.ifPresent(Frame::close);
        frame = Optional.empty();
    }

    private void next(List<Runnable> pieces) {
        if (pieces.isEmpty()) {
            cancel();
            return;
        }
        running = tasks.after(PAUSE, () -> {
            pieces.getFirst().run();
            next(pieces.subList(1, pieces.size()));
        });
    }

    private Surroundings around() {
        return new Surroundings(phrases, tasks, new SimpleBooleanProperty(), new SimpleBooleanProperty(), layer);
    }

    /// @param networks how many of the sheet's: the first row of figures takes longest
    private void show(BalanceSheet sheet, int networks) {
        List<NetworkReport> first = sheet.networks().stream().limit(networks).toList();
        screen.set(shown(BalanceSheet.of(sheet.at(), first)));
    }

    private static BalancesScreen shown(BalanceSheet sheet) {
        return new BalancesScreen.Shown(sheet, Map.of(), List.of(), false);
    }

    /// The page with an empty list.
    private void page() {
        Scene scene = new Scene(layer, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(dressed.getStylesheets());
        layer.resize(WIDTH, HEIGHT);
        BalancesView page = page(around());
        base.setCenter(page.node());
        page.attach();
    }

    private BalancesView page(Surroundings around) {
        return new BalancesView(around, screen, new BalancesView.Nothing(), _ -> {});
    }

    private void frame() {
        Surroundings around = around();
        Frame drawn = new Frame(
                around,
                base,
                MainMenu.of(around),
                FXCollections.observableArrayList(),
                _ -> page(around),
                new SimpleBooleanProperty(),
                false,
                () -> {},
                List.of());
        frame = Optional.of(drawn);
        drawn.open(new Place.Balances());
    }
}

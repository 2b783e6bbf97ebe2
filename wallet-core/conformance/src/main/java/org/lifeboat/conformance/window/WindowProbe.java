package org.lifeboat.conformance.window;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.lifeboat.app.display.Graphics;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.window.Beginning;
import org.lifeboat.ui.window.MainWindow;

/// The measured process: opens the window on a profile, does one thing in it, prints what it measured, and ends.
public final class WindowProbe {
    private static final int OPENINGS = 10;
    private static final int ROWS_A_FRAME = 25;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long IDLE_MILLIS = 4_000;

    private final MainWindow window;
    private final PrintStream out;

    private WindowProbe(MainWindow window, PrintStream out) {
        this.window = window;
        this.out = out;
    }

    /// Where there is a display, a real window is measured, else one on the Headless platform.
    static boolean hasDisplay() {
        return !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
    }

    /// `start`, `memory`, `activity` or `refresh`, and the profile's folder.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!(Profile.open(Path.of(arguments[1])) instanceof Profile.Opened.Ready(Profile profile))) {
            System.exit(1);
            return;
        }
        if (hasDisplay()) {
            Graphics.prepare();
            Toolkit.start();
        } else {
            Toolkit.startHeadless();
        }
        WindowWallet wallet = new WindowWallet(profile);
        Beginning beginning = Beginning.read(wallet);
        MainWindow window = Toolkit.onScreen(() -> {
            MainWindow made = new MainWindow(wallet, beginning, Tasks.background(), Language.ENGLISH);
            made.open(new Stage(), 1280, 800);
            return made;
        });
        WindowProbe probe = new WindowProbe(window, out);
        probe.await(node -> node instanceof PasswordField && node.isFocused());
        probe.drawn();
        out.println("usable now");
        out.printf(Locale.ROOT, "worked %.3f%n", processSeconds());
        switch (arguments[0]) {
            case "start" -> {}
            case "memory" -> probe.memory();
            case "activity" -> probe.activity();
            case "refresh" -> probe.refresh();
            default -> System.exit(1);
        }
        probe.away();
        System.exit(0); // what else is open ends with the process
    }

    /// As when a user closes the window. A process that ends below an open one can stand still for ever: its pictures
    /// are taken from it while it draws.
    private void away() {
        Toolkit.onScreen(() -> {
            window.close();
            window.scene().getWindow().hide();
            return window;
        });
        Toolkit.stop();
    }

    /// Processor time of the whole process so far, in seconds.
    private static double processSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private void memory() throws IOException, InterruptedException {
        unlock();
        Thread.sleep(IDLE_MILLIS);
        out.println("rss " + status("VmRSS"));
        out.println("peak " + status("VmHWM"));
        out.println("read " + words(node -> text(node).startsWith("Networks read:")));
    }

    /// In MiB. Source: proc(5), `/proc/pid/status`.
    private static long status(String field) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        return 0;
    }

    private void activity() throws InterruptedException {
        unlock();
        List<Double> openings = new ArrayList<>();
        List<Double> worked = new ArrayList<>();
        for (int i = 0; i < OPENINGS; i++) {
            press("Balances");
            await(node -> text(node).equals("Refresh"));
            drawn();
            long began = System.nanoTime();
            double busy = screenMillis();
            press("Activity");
            await(node -> node.getStyleClass().contains("lb-amount"));
            drawn();
            openings.add((System.nanoTime() - began) / 1e6);
            worked.add(screenMillis() - busy);
        }
        out.printf("first %.0f%n", openings.getFirst());
        out.printf("middle %.0f%n", middle(openings));
        out.printf("busy %.0f / %.0f%n", worked.getFirst(), middle(worked));
        scroll();
    }

    private static double middle(List<Double> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    /// Processor time of the screen's thread so far: does not grow while others have the processor.
    private static double screenMillis() {
        return Toolkit.onScreen(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6);
    }

    /// Down through the whole list, some rows a frame; what is not there yet comes while it goes.
    private void scroll() throws InterruptedException {
        ListView<?> list = (ListView<?>) await(
                node -> node instanceof ListView<?> && node.getStyleClass().contains("lb-rows"));
        CountDownLatch bottom = new CountDownLatch(1);
        long until = System.nanoTime() + PATIENCE_NANOS / 3;
        Frames frames = Toolkit.onScreen(() -> {
            Frames made = new Frames();
            made.start();
            new AnimationTimer() {
                private int at;

                @Override
                public void handle(long now) {
                    at = Math.min(at + ROWS_A_FRAME, list.getItems().size() - 1);
                    list.scrollTo(at);
                    if (System.nanoTime() > until) {
                        stop();
                        bottom.countDown();
                    }
                }
            }.start();
            return made;
        });
        bottom.await();
        Toolkit.onScreen(() -> {
            frames.stop();
            return frames;
        });
        out.println("rows " + Toolkit.onScreen(() -> list.getItems().size()));
        out.printf("frame %.0f ms%n", frames.middle());
        out.printf("longest %.0f ms%n", frames.longest());
    }

    private void refresh() throws InterruptedException {
        Frames first = frames();
        unlock();
        drawn();
        stop(first);
        out.printf("first %.0f%n", first.longest());
        out.printf("firstWorked %.0f%n", first.busiest());
        double longest = 0;
        double busiest = 0;
        for (int i = 0; i < OPENINGS; i++) {
            Frames frames = frames();
            press("Refresh");
            Thread.sleep(100);
            await(node -> text(node).startsWith("Networks read:"));
            Thread.sleep(200);
            stop(frames);
            longest = Math.max(longest, frames.longest());
            busiest = Math.max(busiest, frames.busiest());
        }
        out.printf("longest %.0f%n", longest);
        out.printf("busiest %.0f%n", busiest);
    }

    private static Frames frames() {
        return Toolkit.onScreen(() -> {
            Frames frames = new Frames();
            frames.start();
            return frames;
        });
    }

    private static void stop(Frames frames) {
        Toolkit.onScreen(() -> {
            frames.stop();
            return frames;
        });
    }

    /// Types the password, and waits for the first balance sheet.
    private void unlock() throws InterruptedException {
        Node field = await(node -> node instanceof PasswordField);
        Toolkit.onScreen(() -> {
            ((PasswordField) field).setText(BenchProfile.PASSWORD);
            return field;
        });
        press("Unlock");
        await(node -> text(node).startsWith("Networks read:"));
        drawn();
    }

    private void press(String words) throws InterruptedException {
        Node found =
                await(node -> node instanceof ButtonBase button && !button.isDisabled() && words.equals(text(node)));
        Toolkit.onScreen(() -> {
            ((ButtonBase) found).fire();
            return found;
        });
    }

    /// Waits until the next frame has been drawn.
    private void drawn() throws InterruptedException {
        CountDownLatch pulses = new CountDownLatch(2);
        Toolkit.onScreen(() -> {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.countDown();
                    if (pulses.getCount() == 0) {
                        stop();
                    }
                }
            }.start();
            return window;
        });
        pulses.await();
    }

    private String words(Predicate<Node> wanted) throws InterruptedException {
        return text(await(wanted));
    }

    private static String text(Node node) {
        return node instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "";
    }

    private Node await(Predicate<Node> wanted) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < until) {
            Optional<Node> found = Toolkit.onScreen(() -> find(window.scene().getRoot(), wanted));
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(2);
        }
        throw new IllegalStateException("the window does not show what is waited for");
    }

    private static Optional<Node> find(Node node, Predicate<Node> wanted) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (wanted.test(node)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(child -> find(child, wanted))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}

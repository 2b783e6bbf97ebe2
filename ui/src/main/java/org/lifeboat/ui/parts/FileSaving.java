package org.lifeboat.ui.parts;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.lifeboat.ui.tasks.Tasks;

/// Saves a text as a file that the user chooses, and says in both cases what came of it: where it lies, or why it
/// could not be written.
public final class FileSaving {
    private FileSaving() {}

    /// What came of it.
    public sealed interface Outcome {
        record Written(Path file) implements Outcome {}

        /// The folder that was named is not there.
        record NoFolder(Path file) implements Outcome {}

        /// @param why in the disk's words
        record NotWritten(Path file, String why) implements Outcome {}
    }

    /// Asks for the file, then writes it.
    /// @param near something in the window to which the question belongs
    /// @param name proposed
    /// @param content made away from the screen's thread
    public static void ask(Surroundings around, Node near, String name, Supplier<String> content) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        Optional<File> file =
                Optional.ofNullable(chooser.showSaveDialog(near.getScene().getWindow()));
        file.ifPresent(
                each -> save(around, each.toPath(), content, Optional.of(() -> ask(around, near, name, content))));
    }

    /// Writes `file` and says what came of it in a dialog.
    public static void save(Surroundings around, Path file, Supplier<String> content) {
        save(around, file, content, Optional.empty());
    }

    /// @param elsewhere asks for another place; offered where it could not be written
    static void save(Surroundings around, Path file, Supplier<String> content, Optional<Runnable> elsewhere) {
        Tasks.Running[] running = {() -> {}};
        Waiting waiting = new Waiting(around, around.say("file.writing"), () -> {
            running[0].cancel();
            around.layer().close();
        });
        around.layer().show(around.say("file.title"), waiting, () -> {}, List.of());
        running[0] = around.tasks()
                .run(
                        () -> write(file, content.get()),
                        outcome -> {
                            waiting.stop();
                            around.layer().close();
                            say(around, outcome, elsewhere);
                        },
                        problem -> {
                            waiting.stop();
                            around.layer().close();
                            say(
                                    around,
                                    new Outcome.NotWritten(
                                            file, problem.getClass().getSimpleName()),
                                    elsewhere);
                        });
    }

    private static void say(Surroundings around, Outcome outcome, Optional<Runnable> elsewhere) {
        boolean written = outcome instanceof Outcome.Written;
        List<Button> buttons = new ArrayList<>();
        buttons.add(Buttons.plain(around.say("action.close"), around.layer()::close));
        elsewhere
                .filter(_ -> !written)
                .ifPresent(choose -> buttons.add(Buttons.plain(around.say("file.elsewhere"), () -> {
                    around.layer().close();
                    choose.run();
                })));
        buttons.getLast().getStyleClass().add(Styles.ACCENT);
        Node words = switch (outcome) {
            case Outcome.Written(Path file) ->
                new VBox(8, Labels.wrapped(around.say("file.written")), Labels.wrapped(file.toString(), "lb-mono"));
            case Outcome.NoFolder(Path file) -> notWritten(around, around.say("file.noFolder"), file);
            case Outcome.NotWritten(Path file, String why) ->
                notWritten(around, around.say("file.notWritten", why), file);
        };
        around.layer().show(around.say(written ? "file.title" : "file.failed"), words, around.layer()::close, buttons);
    }

    private static Node notWritten(Surroundings around, String sentence, Path file) {
        return new VBox(8, Bar.caution(around, sentence), Labels.wrapped(file.toString(), "lb-mono"));
    }

    /// Writes beside `file` first, so that a full disk never leaves half a file under the chosen name. Only
    /// its owner can read it.
    public static Outcome write(Path file, String content) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return new Outcome.NoFolder(file);
        }
        try {
            Path beside = Files.createTempFile(folder, ".lifeboat-", ".tmp", ownerOnly());
            try {
                Files.write(beside, content.getBytes(StandardCharsets.UTF_8));
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            return new Outcome.Written(file);
        } catch (IOException unwritable) {
            return new Outcome.NotWritten(file, String.valueOf(unwritable.getMessage()));
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

package org.lifeboat.ui.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.lifeboat.resources.Words;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.window.Frame;

/// Walks through pages and saves each as a picture.
public final class Tour {
    private final Frame frame;
    private final Words words;
    private final Path directory;
    private final Consumer<String> progress;
    private final List<Path> pictures = new ArrayList<>();

    /// @param directory exists; files of the same name are replaced
    /// @param progress told each step in words, before it is taken
    public Tour(Frame frame, Words words, Path directory, Consumer<String> progress) {
        this.frame = frame;
        this.words = words;
        this.directory = directory;
        this.progress = progress;
    }

    /// Shows one page and saves `NN-name.png`.
    /// @param name of the step; `tour.NAME` is what is said about it
    /// @throws IllegalStateException if nothing was drawn
    public void step(String name, Callable<Parent> page) throws IOException {
        progress.accept(words.say("tour." + name));
        frame.show(page);
        Picture picture = Toolkit.onScreen(() -> new Picture(frame.scene().snapshot(null)));
        if (picture.blank()) {
            throw new IllegalStateException("the page '" + name + "' came out blank");
        }
        Path file = directory.resolve("%02d-%s.png".formatted(pictures.size() + 1, name));
        picture.save(file);
        pictures.add(file);
    }

    /// The pictures saved so far, in order.
    public List<Path> pictures() {
        return List.copyOf(pictures);
    }
}

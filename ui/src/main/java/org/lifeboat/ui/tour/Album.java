package org.lifeboat.ui.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The pictures of a tour. They are packed and saved while the tour goes on.
final class Album {
    private final ExecutorService saving = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pictures").factory());
    private final List<Future<Path>> pictures = new ArrayList<>();

    /// @param file is replaced
    void add(Picture picture, Path file) {
        pictures.add(saving.submit(() -> {
            picture.save(file);
            return file;
        }));
    }

    /// Closes it when all are on the disk.
    /// @return where they are, in their order
    /// @throws IOException if one could not be written
    List<Path> saved() throws IOException {
        try (saving) {
            List<Path> files = new ArrayList<>();
            for (Future<Path> picture : pictures) {
                files.add(picture.get());
            }
            return files;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException broken) {
                throw broken;
            }
            throw new IOException("a picture could not be saved", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the pictures were saved", stopped);
        }
    }
}

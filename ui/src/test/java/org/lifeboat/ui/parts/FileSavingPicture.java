package org.lifeboat.ui.parts;

import java.nio.file.Path;
import java.util.Optional;

/// Saves a file as if the user had chosen it, for the pictures of what is said then.
public final class FileSavingPicture {
    private FileSavingPicture() {}

    public static void written(Surroundings around, String file) {
        FileSaving.save(around, Path.of(file), () -> "what is saved", Optional.of(() -> {}));
    }
}

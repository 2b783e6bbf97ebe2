package org.lifeboat.testkit.vectors;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The project's own small set: files on the class path, named in the file `index.txt` beside them.
public final class BundledVectors implements VectorSource {
    private final Class<?> owner;
    private final String folder;

    /// @param owner a class of the module that holds the files
    /// @param folder absolute class-path folder, such as `/own-vectors`
    public BundledVectors(Class<?> owner, String folder) {
        this.owner = owner;
        this.folder = folder;
    }

    @Override
    public String description() {
        return "the project's own small set";
    }

    @Override
    public void forEach(Predicate<String> wanted, Visitor visitor) throws IOException {
        List<String> index =
                new String(read("index.txt"), StandardCharsets.UTF_8).lines().toList();
        for (String path : index) {
            if (!path.isBlank() && wanted.test(path)) {
                visitor.file(new VectorFile(path, read(path)));
            }
        }
    }

    private byte[] read(String path) throws IOException {
        try (@Nullable InputStream stream = owner.getResourceAsStream(folder + "/" + path)) {
            if (stream == null) {
                throw new FileNotFoundException(folder + "/" + path);
            }
            return stream.readAllBytes();
        }
    }
}

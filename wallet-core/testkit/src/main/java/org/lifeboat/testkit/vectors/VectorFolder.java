package org.lifeboat.testkit.vectors;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// A folder on disk with loose files and `.tar.xz` archives, read without unpacking anything to disk.
public final class VectorFolder implements VectorSource {
    private static final String ARCHIVE = ".tar.xz";
    private static final String PACKED = ".gz";

    private final Path root;

    /// @throws IllegalArgumentException if `root` is no folder
    public VectorFolder(Path root) {
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException("no such folder: " + root);
        }
        this.root = root;
    }

    @Override
    public String description() {
        return root.toAbsolutePath().normalize().toString();
    }

    @Override
    public void forEach(Predicate<String> wanted, Visitor visitor) throws IOException {
        for (Path file : files()) {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (path.endsWith(ARCHIVE)) {
                if (wanted.test(path)) {
                    archive(file, path, wanted, visitor);
                }
            } else if (wanted.test(withoutPacking(path))) {
                visitor.file(new VectorFile(withoutPacking(path), unpacked(path, Files.readAllBytes(file))));
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void archive(Path file, String path, Predicate<String> wanted, Visitor visitor) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String member = path + "!" + entry.getName();
                if (entry.isFile() && wanted.test(withoutPacking(member))) {
                    visitor.file(new VectorFile(withoutPacking(member), unpacked(member, tar.readAllBytes())));
                }
            }
        }
    }

    private static String withoutPacking(String path) {
        return path.endsWith(PACKED) ? path.substring(0, path.length() - PACKED.length()) : path;
    }

    private static byte[] unpacked(String path, byte[] content) throws IOException {
        if (!path.endsWith(PACKED)) {
            return content;
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return stream.readAllBytes();
        }
    }
}

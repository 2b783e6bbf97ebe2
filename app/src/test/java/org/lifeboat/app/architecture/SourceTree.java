package org.lifeboat.app.architecture;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The files of the project as a clone has them: nothing that was built or fetched.
record SourceTree(Path root) {
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".idea", ".jqwik-database");

    /// The project around the working directory.
    static SourceTree ofTheProject() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("wallet-core"))) {
            folder = folder.getParent();
        }
        return new SourceTree(folder);
    }

    /// All files, as paths from the root with `/` between the names.
    List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return skipped(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!skipped(file)) {
                    files.add(root.relativize(file).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    List<String> javaFiles() throws IOException {
        return files().stream().filter(file -> file.endsWith(".java")).toList();
    }

    /// @return empty for a file that is no text
    Optional<String> text(String file) throws IOException {
        try {
            return Optional.of(Files.readString(root.resolve(file), StandardCharsets.UTF_8));
        } catch (MalformedInputException binary) {
            return Optional.empty();
        }
    }

    long bytes(String file) throws IOException {
        return Files.size(root.resolve(file));
    }

    private static boolean skipped(Path path) {
        Path name = path.getFileName();
        return name != null && NOT_OURS.contains(name.toString());
    }
}

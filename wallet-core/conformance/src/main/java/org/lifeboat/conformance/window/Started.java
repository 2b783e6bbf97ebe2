package org.lifeboat.conformance.window;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// How Java is started: with which options beside the launcher's own, and which class path.
/// @param name as it stands in the table
record Started(String name, List<String> options, String classPath) {
    /// As Maven starts it: from the folders that the compiler wrote.
    static Started fromFolders() {
        return new Started("warm", List.of(), System.getProperty("java.class.path"));
    }

    /// As `app/target/lifeboat` starts the window: from one jar, with the class data that the run before has left.
    static Started fromOneJar(Path folder) {
        List<String> libraries = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        Path jar = folder.resolve("lifeboat.jar");
        arguments.addAll(List.of("--create", "--no-compress", "--file", jar.toString()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry))) {
                arguments.addAll(List.of("-C", entry, "."));
            } else {
                libraries.add(entry);
            }
        }
        int exit = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new UncheckedIOException(new IOException("no jar was made"));
        }
        libraries.addFirst(jar.toString());
        return new Started(
                "as launched",
                List.of(
                        "-Xlog:disable",
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + folder.resolve("lifeboat.jsa")),
                String.join(File.pathSeparator, libraries));
    }
}

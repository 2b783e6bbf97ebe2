package org.lifeboat.conformance.bench;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Starts this class path's programs in fresh Java machines. Folders on the class path are packed first: Java
/// makes an AOT cache from jars only.
final class ColdStart {
    private final Path scratch;
    private final String classPath;

    /// @param scratch an empty folder
    ColdStart(Path scratch) throws IOException {
        this.scratch = scratch;
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(part);
            if (Files.isDirectory(path)) {
                parts.add(pack(path, parts.size()).toString());
            } else if (Files.exists(path)) {
                parts.add(part);
            }
        }
        this.classPath = String.join(File.pathSeparator, parts);
    }

    private Path pack(Path folder, int number) throws IOException {
        Path jar = scratch.resolve(number + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }

    /// @return what the program printed
    String run(List<String> options, Class<?> program, String argument) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program.getName(), argument));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("the program ended with " + code);
        }
        return output;
    }
}

package org.lifeboat.app.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Measures what is too long: a file over [#FILE] lines, a method over [#METHOD] lines from its signature to
/// its last brace. The comment above a method does not count.
final class Lengths {
    static final int FILE = 400;
    static final int METHOD = 60;

    private Lengths() {}

    /// @return lines by place: `path` for a file, `path#method` for a method
    static Map<String, Integer> tooLong(SourceTree tree) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        List<String> files = tree.javaFiles();
        for (String file : files) {
            int lines = (int) tree.text(file).orElseThrow().lines().count();
            if (lines > FILE) {
                found.put(file, lines);
            }
        }
        methods(tree, files, found);
        return found;
    }

    /// The committed exceptions: `lines place` a line; `#` begins a comment line.
    static Map<String, Integer> read(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> Integer.valueOf(parts[0])));
    }

    /// @return a sentence for each place that grew, is new, or has shrunk without the list knowing
    static List<String> differences(Map<String, Integer> allowed, Map<String, Integer> found) {
        Map<String, Integer> all = new TreeMap<>(allowed);
        all.putAll(found);
        return all.keySet().stream()
                .map(place -> difference(place, allowed.getOrDefault(place, 0), found.getOrDefault(place, 0)))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String difference(String place, int allowed, int found) {
        if (found > allowed) {
            return "%s has %d lines (allowed: %s); split it"
                    .formatted(place, found, allowed > 0 ? allowed : place.contains("#") ? METHOD : FILE);
        }
        return found < allowed
                ? "%s shrank from %d to %s lines: write that into lengths.txt"
                        .formatted(place, allowed, found == 0 ? "few enough" : found)
                : "";
    }

    private static void methods(SourceTree tree, List<String> files, Map<String, Integer> found) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            File[] sources = files.stream()
                    .map(file -> tree.root().resolve(file).toFile())
                    .toArray(File[]::new);
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjects(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                String path = tree.root()
                        .relativize(new File(unit.getSourceFile().toUri()).toPath())
                        .toString();
                new MethodScanner(unit, positions, path, found).scan(unit, null);
            }
        }
    }

    private static final class MethodScanner extends TreePathScanner<Object, Object> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String path;
        private final Map<String, Integer> found;

        MethodScanner(CompilationUnitTree unit, SourcePositions positions, String path, Map<String, Integer> found) {
            this.unit = unit;
            this.positions = positions;
            this.path = path;
            this.found = found;
        }

        @Override
        public Object visitMethod(MethodTree method, Object unused) {
            LineMap lines = unit.getLineMap();
            long first = positions.getStartPosition(unit, method);
            long last = positions.getEndPosition(unit, method);
            if (first >= 0 && last >= 0) {
                int count = (int) (lines.getLineNumber(last) - lines.getLineNumber(first) + 1);
                if (count > METHOD) {
                    found.merge(path + "#" + method.getName(), count, Math::max);
                }
            }
            return super.visitMethod(method, unused);
        }
    }
}

package org.lifeboat.app.architecture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the folders of packages must keep.
final class PackageRules {
    private static final String MAIN = "/src/main/java/";

    private PackageRules() {}

    /// @return a sentence for each breach
    static List<String> breaches(SourceTree tree) throws IOException {
        Map<String, String> moduleOfPackage = new HashMap<>();
        Map<String, Boolean> documented = new TreeMap<>();
        List<String> breaches = new ArrayList<>();
        for (String file : tree.javaFiles()) {
            int at = file.indexOf(MAIN);
            if (at < 0) {
                continue;
            }
            String module = file.substring(0, at);
            String folder = file.substring(at + MAIN.length(), file.lastIndexOf('/'));
            String name = module.substring(module.lastIndexOf('/') + 1);
            if (!(folder + "/").startsWith("org/lifeboat/" + name + "/")) {
                breaches.add(file + " is not in the package that module " + name + " owns");
            }
            String other = moduleOfPackage.putIfAbsent(folder, module);
            if (other != null && !other.equals(module)) {
                breaches.add("package " + folder + " spans " + other + " and " + module);
            }
            documented.merge(module + MAIN + folder, isMarked(tree, file), Boolean::logicalOr);
        }
        documented.forEach((folder, marked) -> {
            if (!marked) {
                breaches.add(folder + " has no package-info.java with @NullMarked and a description");
            }
        });
        return List.copyOf(new TreeSet<>(breaches));
    }

    private static boolean isMarked(SourceTree tree, String file) throws IOException {
        if (!file.endsWith("/package-info.java")) {
            return false;
        }
        String text = tree.text(file).orElse("");
        return text.contains("@NullMarked") && text.stripLeading().startsWith("///");
    }
}

package org.lifeboat.app.architecture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What no file of the project may hold.
final class TidyRules {
    /// Words are put together here, so that this file does not find itself.
    private static final Map<String, Pattern> FORBIDDEN = new TreeMap<>(Map.of(
            "a promise", Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|X" + "XX" + ")\\b"),
            "a path of some machine", Pattern.compile("(^|[^a-zA-Z0-9_.~}*-])/(tmp|work|root|home)/(?!\\.X11)"),
            "the host of a package registry",
                    Pattern.compile("registry\\.(npm" + "js|yarn" + "pkg)|repo1?\\.ma" + "ven|plugins\\.gra"
                            + "dle|python" + "hosted" + "|pypi" + "\\.org|proxy\\.go" + "lang|deb\\.deb"
                            + "ian|archive\\.ubu" + "ntu|jit" + "pack\\.io"),
            "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY")));
    private static final long LARGEST_FILE = 500_000;
    private static final long LARGEST_PICTURE = 200_000;

    private TidyRules() {}

    /// @return a sentence for each breach
    static List<String> breaches(SourceTree tree) throws IOException {
        List<String> breaches = new ArrayList<>();
        for (String file : tree.files()) {
            String text = tree.text(file).orElse("");
            FORBIDDEN.forEach((what, pattern) -> {
                Matcher found = pattern.matcher(text);
                if (found.find()) {
                    breaches.add(file + " holds " + what + ": " + found.group());
                }
            });
            long limit = file.endsWith(".png") ? LARGEST_PICTURE : LARGEST_FILE;
            if (tree.bytes(file) > limit) {
                breaches.add(file + " is larger than " + limit + " bytes");
            }
        }
        return breaches;
    }
}

package org.lifeboat.ui.unlock;

import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A folder that is not there yet, beside that of a profile: another profile can begin in it.
public record NewFolder(Path path) {
    /// What no shell takes for anything but a letter.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:\\\\-]+");

    /// @param profile the folder of the profile that is there
    /// @param taken whether something is there already
    public static NewFolder beside(Path profile, Predicate<Path> taken) {
        Path whole = profile.toAbsolutePath().normalize();
        Path parent = whole.getParent() == null ? whole : whole.getParent();
        String name =
                whole.getFileName() == null ? "lifeboat" : whole.getFileName().toString();
        return new NewFolder(IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> parent.resolve(name + "-" + number))
                .filter(each -> !taken.test(each))
                .findFirst()
                .orElseThrow());
    }

    /// What starts Lifeboat with it.
    public String command() {
        return "lifeboat --home " + (PLAIN.matcher(path.toString()).matches() ? path : quoted());
    }

    /// As one word for a shell: in apostrophes, on Windows in quotation marks.
    private String quoted() {
        return path.getFileSystem().getSeparator().equals("\\")
                ? "\"" + path + "\""
                : "'" + path.toString().replace("'", "'\\''") + "'";
    }
}

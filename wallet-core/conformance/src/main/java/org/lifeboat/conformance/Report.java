package org.lifeboat.conformance;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/// Counts cases and prints each failure with its first difference. One report a run; not for several threads.
public final class Report {
    /// A difference longer than this is cut: the reader wants its beginning.
    private static final int MAX_TEXT = 300;

    private final PrintStream out;
    private final Map<String, Integer> skipReasons = new TreeMap<>();
    private int passed;
    private int failed;
    private int skipped;

    public Report(PrintStream out) {
        this.out = out;
    }

    public void passed() {
        passed++;
    }

    /// @param name file and case, so that it can be found again
    public void failed(String name, String firstDifference) {
        failed++;
        out.println("FAILED " + name + ": " + cut(firstDifference));
    }

    /// @param reason why cases of this kind are not run; the same words each time, as they are printed once
    public void skipped(String reason) {
        skipped++;
        skipReasons.merge(reason, 1, Integer::sum);
    }

    /// Passed if both are equal, else failed with both values.
    public void equal(String name, Object expected, Object actual) {
        if (expected.equals(actual)) {
            passed();
        } else {
            failed(name, difference(String.valueOf(expected), String.valueOf(actual)));
        }
    }

    /// Runs one case. Whatever it throws is a failure of that case, and the run goes on.
    public void run(String name, Case test) {
        try {
            test.run();
        } catch (Exception e) { // the outermost edge: one broken case must not hide the others
            failed(name, "threw " + e);
        }
    }

    /// The body of one case.
    @FunctionalInterface
    public interface Case {
        void run() throws Exception;
    }

    /// Prints a line that a reader of the result should know.
    public void note(String line) {
        out.println(line);
    }

    public int passedCount() {
        return passed;
    }

    public int failedCount() {
        return failed;
    }

    public int skippedCount() {
        return skipped;
    }

    /// Prints why cases were skipped, then, as the last line, the counts.
    public void finish() {
        skipReasons.forEach((reason, count) -> out.println("skipped " + count + ": " + reason));
        out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
    }

    private static String difference(String expected, String actual) {
        int at = 0;
        while (at < Math.min(expected.length(), actual.length()) && expected.charAt(at) == actual.charAt(at)) {
            at++;
        }
        return "expected " + cut(expected) + " but was " + cut(actual) + " (first difference at character " + at + ")";
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "...";
    }
}

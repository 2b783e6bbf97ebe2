package org.lifeboat.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Another process that works on a profile until it is killed.
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    enum Work {
        HOLD_LOCK,
        /// Writes, in transactions of three, settings that must agree, and prints the number of each that was
        /// kept.
        WRITE_FOR_EVER,
        /// Saves the readings of a refresh again and again, all of one amount, and prints each amount that
        /// was kept.
        SAVE_READINGS_FOR_EVER
    }

    private ChildJvm(Process process) {
        this.process = process;
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ChildJvm start(Work work, Path file) throws IOException {
        return new ChildJvm(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildJvm.class.getName(),
                        work.name(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    String awaitLine() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new AssertionError("the other process ended");
        }
        return line;
    }

    long processId() {
        return process.pid();
    }

    /// SIGKILL: nothing in the process runs any more.
    void killWithoutWarning() {
        process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException {
        killWithoutWarning();
        lines.close();
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        switch (Work.valueOf(args[0])) {
            case HOLD_LOCK -> {
                System.out.println(ProfileLock.take(file, Samples.NOON, ProfileLock.Stay.OPEN));
                System.in.read();
            }
            case SAVE_READINGS_FOR_EVER -> {
                ProfileStore store = Samples.open(file);
                for (int round = 1; ; round++) {
                    store.balances().putAll(Samples.refresh(round));
                    System.out.println(round);
                }
            }
            case WRITE_FOR_EVER -> {
                ProfileStore store = Samples.open(file);
                for (int round = 1; ; round++) {
                    String value = Integer.toString(round);
                    int number = round;
                    store.atomically(() -> {
                        store.settings().put("first", value);
                        store.activity().put(Samples.transaction(number));
                        store.settings().put("second", value);
                        return value;
                    });
                    System.out.println(value);
                }
            }
        }
    }
}

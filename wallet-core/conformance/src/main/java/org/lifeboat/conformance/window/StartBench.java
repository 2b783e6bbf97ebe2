package org.lifeboat.conformance.window;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lifeboat.conformance.Bench;
import org.lifeboat.testkit.vectors.VectorSource;

/// Only the start of the window, which needs no node and takes half a minute.
public final class StartBench implements Bench {
    private static final int NETWORKS = 12;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "Window: start to a usable unlock page, nothing else";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("start-bench");
        Path profile = folder.resolve("profile");
        BenchProfile.make(profile, NETWORKS, 0, chain -> "http://127.0.0.1:1/" + chain);
        WindowBench.row(
                out, WindowProbe.hasDisplay() ? "a real window" : "on the Headless platform", "aim", "measured");
        WindowBench.row(out, "----", "---", "--------");
        try {
            WindowBench.start(out, Started.fromFolders(), profile);
            WindowBench.start(out, Started.fromOneJar(folder), profile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

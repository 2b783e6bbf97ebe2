package org.lifeboat.conformance.evm;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.Suite;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;

/// `evm`: state tests, blockchain tests, recorded blocks with their witness and precompiled contracts, on all
/// processors. `-Dforks=Cancun,Prague` takes only those forks,
/// `-Dfilter=TEXT` only files and cases whose name holds the text.
public final class EvmSuite implements Suite {
    /// So many files are read ahead, no more: an archive unpacked is larger than the heap.
    private static final int READ_AHEAD = 16;

    private final Selection selection;

    public EvmSuite(Selection selection) {
        this.selection = selection;
    }

    @Override
    public String name() {
        return "evm";
    }

    @Override
    public String description() {
        return "state and blockchain tests of all forks, witnesses, precompiled contracts"
                + " (-Dforks=Cancun,Osaka -Dfilter=TEXT)";
    }

    @Override
    public void run(VectorSource vectors, Report report) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        Deque<Running> pending = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
            FixtureFiles files = new FixtureFiles(selection);
            vectors.forEach(EvmSuite::wanted, file -> {
                if (selection.mayHold(file.path())) {
                    pending.add(new Running(file.path(), workers.submit(() -> files.run(file))));
                }
                while (pending.size() > READ_AHEAD) {
                    finish(pending.remove(), report);
                }
            });
            while (!pending.isEmpty()) {
                finish(pending.remove(), report);
            }
        }
    }

    private static boolean wanted(String path) {
        return path.endsWith(".tar.xz")
                ? path.startsWith("evm/") || !path.contains("/")
                : path.endsWith(".json") || path.endsWith(".yaml");
    }

    /// A file whose cases are being run.
    private record Running(String path, Future<List<CaseResult>> results) {}

    private static void finish(Running file, Report report) {
        try {
            file.results().get().forEach(result -> result.tell(report));
        } catch (ExecutionException e) {
            report.failed(file.path(), "threw " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.failed(file.path(), "interrupted");
        }
    }

    /// For reports about a file as a whole.
    static String nameOf(VectorFile file, String caseName) {
        return file.name() + " " + caseName;
    }
}

package org.lifeboat.conformance.lightclient;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.Suite;
import org.lifeboat.testkit.vectors.VectorSource;

/// Bootstrap, updates, finality and optimistic updates, in the three forms in which they are recorded.
public final class LightClientSuite implements Suite {
    private static final List<Recording> FORMS = List.of(new SyncSteps(), new JsonRecording(), new PlainFolder());

    @Override
    public String name() {
        return "lightclient";
    }

    @Override
    public String description() {
        return "L1 light client: recorded mainnet messages, the specification's sync steps, plain folders of SSZ";
    }

    @Override
    public void run(VectorSource vectors, Report report) throws IOException {
        SortedMap<String, SortedMap<String, byte[]>> folders = new TreeMap<>();
        vectors.forEach(LightClientSuite::wanted, file -> {
            String path = file.path();
            String folder = path.substring(0, path.length() - file.name().length());
            folders.computeIfAbsent(folder, _ -> new TreeMap<>()).put(file.name(), file.content());
        });
        for (Map.Entry<String, SortedMap<String, byte[]>> folder : folders.entrySet()) {
            for (Recording form : FORMS) {
                report.run(folder.getKey(), () -> {
                    if (form.recognises(folder.getValue())) {
                        form.run(folder.getKey(), folder.getValue(), report);
                    }
                });
            }
        }
    }

    private static boolean wanted(String path) {
        return path.endsWith(".tar.xz")
                ? path.startsWith("lightclient/") || !path.contains("/")
                : path.endsWith(".json")
                        || path.endsWith(".yaml")
                        || path.endsWith(".ssz")
                        || path.endsWith(".ssz_snappy");
    }

    /// A folder of files that belong together.
    interface Recording {
        boolean recognises(Map<String, byte[]> files);

        /// @throws Exception anything a broken recording leads to; counted as a failure of the folder
        void run(String folder, Map<String, byte[]> files, Report report) throws Exception;
    }
}

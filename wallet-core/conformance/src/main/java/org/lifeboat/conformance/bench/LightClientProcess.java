package org.lifeboat.conformance.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.sandbox.beacon.PlayNetwork;

/// A process that does nothing but verify messages from a file, started afresh by [LightClientBench]: a
/// bootstrap, thirteen updates, then the finality update of every slot of a day. Prints processor time and
/// memory.
public final class LightClientProcess {
    static final long GENESIS = 1_900_000_000L;

    private LightClientProcess() {}

    /// @param arguments the file, as [LightClientBench] writes it
    public static void main(String[] arguments) throws IOException, SszException {
        Duration started = processorTime();
        BeaconNetwork network = PlayNetwork.fullSize(GENESIS);
        LightClient client = new LightClient(network);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(arguments[0]))))) {
            Fork first = Fork.valueOf(in.readUTF());
            Bootstrap bootstrap = Bootstrap.read(next(in), first, network.preset());
            Store store = accepted(client.begin(bootstrap.header().beacon().root(), bootstrap));
            int updates = in.readInt();
            for (int i = 0; i < updates; i++) {
                Update update = Update.read(next(in), Fork.valueOf(in.readUTF()), network.preset());
                store = accepted(client.process(store, update, Long.MAX_VALUE));
            }
            Duration caughtUp = processorTime();
            System.out.printf(
                    "a fresh process: bootstrap and %d updates %d ms of processor time, %d ms with the start of Java;"
                            + " peak of resident memory %s%n",
                    updates, caughtUp.minus(started).toMillis(), caughtUp.toMillis(), peak());
            int heads = in.readInt();
            for (int i = 0; i < heads; i++) {
                Update update = Update.readFinality(next(in), Fork.FULU, network.preset());
                store = accepted(client.process(store, update, update.signatureSlot()));
            }
            System.out.printf(
                    "the same process after %,d slots more: peak of resident memory %s, heap in use %,d kB%n",
                    heads, peak(), heap() / 1024);
        }
    }

    private static Bytes next(DataInputStream in) throws IOException {
        return Bytes.of(in.readNBytes(in.readInt()));
    }

    private static Store accepted(Verdict verdict) {
        if (verdict instanceof Verdict.Accepted(Store store)) {
            return store;
        }
        throw new IllegalStateException("refused: " + verdict);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// `VmHWM` of Linux's /proc/self/status.
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring(6).strip())
                .findFirst()
                .orElse("unknown");
    }
}

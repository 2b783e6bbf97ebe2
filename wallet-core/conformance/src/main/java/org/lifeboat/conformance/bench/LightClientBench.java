package org.lifeboat.conformance.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Bench;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.beacon.BeaconChain;
import org.lifeboat.sandbox.beacon.Payloads;
import org.lifeboat.sandbox.beacon.PlayNetwork;
import org.lifeboat.testkit.vectors.VectorSource;

/// Following L1: committees of 512 whose keys are known, every signature and branch checked.
public final class LightClientBench implements Bench {
    private static final int PERIODS = 13;
    private static final int SLOTS = 7_200;

    @Override
    public String name() {
        return "lightclient";
    }

    @Override
    public String description() {
        return "catch-up over thirteen committee periods; heads of 7,200 slots and the heap behind them";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) {
        BeaconNetwork network = PlayNetwork.fullSize(1_900_000_000L);
        BeaconChain chain = new BeaconChain(network);
        long end = PERIODS * network.preset().slotsPerPeriod() + 64;
        for (long slot = 32; slot < end; slot += 32) {
            chain.append(slot, Payloads.made(slot, network.timeOf(slot), 0));
        }
        Hash32 root = chain.rootAt(3_200).orElseThrow();
        Bootstrap bootstrap = chain.bootstrap(root).orElseThrow();
        List<Update> updates = chain.updates(0, PERIODS);
        if (updates.size() != PERIODS) {
            throw new IllegalStateException("the chain has only " + updates.size() + " updates");
        }
        LightClient client = new LightClient(network);
        Stopwatch stopwatch = new Stopwatch(out);
        stopwatch.header();
        stopwatch.measure(
                "bootstrap and 13 updates",
                1,
                () -> catchUp(client, root, bootstrap, updates, end)
                        .finalized()
                        .beacon()
                        .slot());
        Store store = catchUp(client, root, bootstrap, updates, end);
        heads(client, store, chain, end, out);
        out.println("one thread; java " + Runtime.version() + "; " + stopwatch.sink());
    }

    private static Store catchUp(
            LightClient client, Hash32 root, Bootstrap bootstrap, List<Update> updates, long currentSlot) {
        Store store = accepted(client.begin(root, bootstrap));
        for (Update update : updates) {
            store = accepted(client.process(store, update, currentSlot));
        }
        return store;
    }

    /// Follows the chain slot by slot; what it has shown is forgotten on the chain's side.
    private static void heads(LightClient client, Store start, BeaconChain chain, long from, PrintStream out) {
        BeaconNetwork network = chain.network();
        Store store = start;
        for (int i = 1; i <= SLOTS; i++) {
            long slot = from + i;
            chain.append(slot, Payloads.made(slot, network.timeOf(slot), 0));
            chain.forgetBefore(slot - 200);
            Optional<Update> newest = chain.newestUpdate();
            store = accepted(client.process(store, newest.orElseThrow(), slot + 1));
            if (i % 1_200 == 0) {
                out.printf("after %,d slots: %,d kB of heap in use%n", i, heap() / 1024);
            }
        }
        out.printf("finalised at slot %d of %d%n", store.finalized().beacon().slot(), from + SLOTS);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Store accepted(Verdict verdict) {
        if (verdict instanceof Verdict.Accepted(Store store)) {
            return store;
        }
        throw new IllegalStateException("refused: " + verdict);
    }
}

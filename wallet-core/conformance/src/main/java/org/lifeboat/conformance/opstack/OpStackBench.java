package org.lifeboat.conformance.opstack;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Bench;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Recorded blocks, run from their witness to the new state root on one core: hashing and reading the witness,
/// recovering senders, executing, hashing what changed. Processor time of the thread; the first run and the
/// best of many.
public final class OpStackBench implements Bench {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int RUNS = 30;
    private static final int PROOF_TURNS = 1_000;

    @Override
    public String name() {
        return "opstack";
    }

    @Override
    public String description() {
        return "OP Stack: blocks executed, channels and proofs read, alarms over simulated days";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) throws IOException {
        List<WitnessedBlock> blocks = new ArrayList<>();
        vectors.forEach(
                path -> (path.startsWith("opstack/") || !path.contains("/")) && path.endsWith(".json"), file -> {
                    JsonNode root = JSON.readTree(file.content());
                    if (WitnessedBlock.recognises(root)) {
                        blocks.add(WitnessedBlock.read(file.name(), root));
                    }
                });
        if (blocks.isEmpty()) {
            out.println("No recorded block is among the vectors.");
        }
        blocks.forEach(block -> measure(block, out));
        Optional<Bytes> channel = BatchFormat.read(vectors).channel();
        if (channel.isPresent()) {
            measureDecoding(channel.get(), out);
        }
        measureProofs(vectors, out);
        AlarmDays.run(out);
    }

    /// Withdrawals that were proven on OP Mainnet.
    private static void measureProofs(VectorSource vectors, PrintStream out) throws IOException {
        List<ExitFormat.Proven> proofs = new ArrayList<>();
        vectors.forEach(path -> path.endsWith("prove-withdrawal-op-mainnet.json"), file -> {
            proofs.addAll(ExitFormat.read(JSON.readTree(file.content())));
        });
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ExitFormat.Proven proof : proofs) {
            Hash32 posted = proof.root().hash();
            long best = Long.MAX_VALUE;
            for (int run = 0; run < RUNS; run++) {
                long start = threads.getCurrentThreadCpuTime();
                for (int turn = 0; turn < PROOF_TURNS; turn++) {
                    if (!proof.holds(posted)) {
                        throw new IllegalStateException("a recorded proof does not hold");
                    }
                }
                best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
            }
            out.printf(
                    "withdrawal proof of %d nodes checked: best %,.1f us of processor time%n",
                    proof.nodes().size(), best / 1e3 / PROOF_TURNS);
        }
    }

    /// From compressed bytes to transactions as they stand in blocks.
    private static void measureDecoding(Bytes channel, PrintStream out) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long first = 0;
        long best = Long.MAX_VALUE;
        int transactions = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = threads.getCurrentThreadCpuTime();
            transactions = BatchFormat.only(BatchFormat.decode(channel))
                    .allTransactions()
                    .size();
            long taken = threads.getCurrentThreadCpuTime() - start;
            first = run == 0 ? taken : first;
            best = Math.min(best, taken);
        }
        out.printf(
                "channel of %,d bytes, %,d transactions, decoded: best %,.1f ms, first %,.1f ms of processor time%n",
                channel.size(), transactions, best / 1e6, first / 1e6);
    }

    private static void measure(WitnessedBlock block, PrintStream out) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long first = 0;
        long best = Long.MAX_VALUE;
        long gas = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = threads.getCurrentThreadCpuTime();
            BlockHeader header = BlockFormat.make(block);
            long taken = threads.getCurrentThreadCpuTime() - start;
            if (!header.hash().equals(block.expectedHash())) {
                throw new IllegalStateException(block.name() + " came out wrong");
            }
            first = run == 0 ? taken : first;
            best = Math.min(best, taken);
            gas = header.gasUsed().amount();
        }
        out.printf(
                "%s: best %,.1f ms, first %,.1f ms of processor time; %,d gas, %,d Mgas/s, %,d parts of witness%n",
                block.name(),
                best / 1e6,
                first / 1e6,
                gas,
                gas * 1000 / best,
                block.preimages().size());
    }
}

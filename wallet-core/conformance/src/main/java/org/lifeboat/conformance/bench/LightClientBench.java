package org.lifeboat.conformance.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Bench;
import org.lifeboat.engine.anchor.HashPath;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.trie.AccountProof;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.primitives.trie.TrieBuilder;
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
        return "catch-up over thirteen committee periods, warm and in a fresh process; 7,200 slots and their memory; a balance";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) {
        BeaconNetwork network = PlayNetwork.fullSize(LightClientProcess.GENESIS);
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
        balance(stopwatch);
        Store store = catchUp(client, root, bootstrap, updates, end);
        try {
            Path folder = Files.createTempDirectory("lifeboat-bench");
            Path file = folder.resolve("messages");
            try (DataOutputStream messages =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                write(messages, network, bootstrap, updates);
                heads(client, store, chain, end, messages, out);
            }
            ColdStart fresh = new ColdStart(folder);
            for (int i = 0; i < 3; i++) {
                out.print(fresh.run(List.of("-Xmx48m", "-XX:+UseSerialGC"), LightClientProcess.class, file.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
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

    /// What a wallet checks below a header that is signed already: the walk over 32 parents, and the account.
    private static void balance(Stopwatch stopwatch) {
        TrieBuilder state = TrieBuilder.secure();
        Address owner = Address.fromHex("0x00000000000000000000000000000000000a11ce");
        AccountState mine = new AccountState(
                new Nonce(1), Wei.of(1_000_000), AccountState.EMPTY.storageRoot(), AccountState.NO_CODE);
        state.put(Bytes.of(owner.toArray()), mine.encoded());
        for (int i = 0; i < 100_000; i++) {
            state.put(Bytes.of(Hash32.ofNumber(i).toAddress().toArray()), mine.encoded());
        }
        List<Bytes> proof = state.proof(Bytes.of(owner.toArray()));
        List<BlockHeader> headers = new ArrayList<>();
        for (int i = 0; i <= 32; i++) {
            Hash32 parent = headers.isEmpty() ? Hash32.ZERO : headers.getLast().hash();
            headers.add(header(parent, state.root(), 1_000 + i));
        }
        BlockHeader top = headers.getLast();
        List<Bytes> way =
                headers.reversed().stream().limit(32).map(BlockHeader::encoded).toList();
        Bytes lowest = headers.getFirst().encoded();
        VerifiedHead head = new VerifiedHead(0, Hash32.ZERO, top.ref(), top.stateRoot());
        stopwatch.measure("balance under a signed header, 32 parents below", 20, () -> {
            boolean holds = new HashPath.Headers(way).hashOf(1_000, head, BeaconNetwork.MAINNET)
                            instanceof Answer.Proven<Hash32>(Hash32 hash)
                    && hash.equals(Keccak256.hash(lowest))
                    && BlockHeader.fromRlp(lowest) instanceof Answer.Proven<BlockHeader>(BlockHeader block)
                    && AccountProof.check(block.stateRoot(), owner, proof) instanceof Answer.Proven<?>;
            if (!holds) {
                throw new IllegalStateException("the balance does not hold");
            }
            return proof.size();
        });
    }

    private static BlockHeader header(Hash32 parent, Hash32 stateRoot, long number) {
        return new BlockHeader(
                parent,
                Hash32.ZERO,
                Address.ZERO,
                stateRoot,
                Hash32.ZERO,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                BigInteger.ZERO,
                number,
                new Gas(60_000_000),
                new Gas(30_000_000),
                1_900_000_000L + number,
                Bytes.EMPTY,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(Wei.of(7)),
                Optional.of(Hash32.ZERO),
                Optional.of(new Gas(0)),
                Optional.of(new Gas(0)),
                Optional.of(Hash32.ZERO),
                Optional.of(Hash32.ZERO));
    }

    private static void write(DataOutputStream out, BeaconNetwork network, Bootstrap bootstrap, List<Update> updates)
            throws IOException {
        Fork first = forkAt(network, bootstrap.header().beacon().slot());
        out.writeUTF(first.name());
        write(out, () -> bootstrap.write(first, network.preset()));
        out.writeInt(updates.size());
        for (Update update : updates) {
            Fork fork = forkAt(network, update.attested().beacon().slot());
            write(out, () -> update.write(fork, network.preset()));
            out.writeUTF(fork.name());
        }
        out.writeInt(SLOTS);
    }

    private interface Writing {
        Bytes write() throws SszException;
    }

    private static void write(DataOutputStream out, Writing writing) throws IOException {
        try {
            byte[] ssz = writing.write().toArray();
            out.writeInt(ssz.length);
            out.write(ssz);
        } catch (SszException e) {
            throw new IllegalStateException("the chain makes no such message", e);
        }
    }

    private static Fork forkAt(BeaconNetwork network, long slot) {
        return network.forks().at(network.preset().epochAt(slot)).orElseThrow();
    }

    /// Follows the chain slot by slot; what it has shown is forgotten on the chain's side.
    private static void heads(
            LightClient client, Store start, BeaconChain chain, long from, DataOutputStream messages, PrintStream out)
            throws IOException {
        BeaconNetwork network = chain.network();
        Store store = start;
        for (int i = 1; i <= SLOTS; i++) {
            long slot = from + i;
            chain.append(slot, Payloads.made(slot, network.timeOf(slot), 0));
            chain.forgetBefore(slot - 200);
            Update newest = chain.newestUpdate().orElseThrow();
            write(messages, () -> newest.writeFinality(Fork.FULU, network.preset()));
            store = accepted(client.process(store, newest, slot + 1));
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

package org.lifeboat.conformance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.conformance.Bench;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.world.PlayChain;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.testkit.vectors.VectorSource;

/// How fast the sandbox is up, and how many transfers a second it checks, runs, seals and proves. One thread of
/// work at a time, by the clock on the wall; transfers also by that thread's processor time.
public final class SandboxBench implements Bench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 4;
    private static final int TRANSFERS = 4_000;
    private static final int A_BLOCK = 400;
    private static final int QUESTIONS = 2_000;

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String description() {
        return "the sandbox: time until it answers, transfers and questions a second, a day, a week, a drill";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) throws IOException {
        startUp(out, "first, in a fresh process");
        startUp(out, "again");
        for (int round = 1; round <= ROUNDS; round++) {
            transfers(out, round, Mining.WHEN_TOLD);
            transfers(out, round, Mining.AT_ONCE);
        }
        questions(out);
        new SandboxDays().run(out);
    }

    private static void startUp(PrintStream out, String when) throws IOException {
        long begin = System.nanoTime();
        try (Sandbox sandbox = Sandbox.start(InstantSource.system(), 0, "bench")) {
            ask(HttpClient.newHttpClient(), sandbox.url(), "eth_chainId", "[]");
            out.printf("world up and first answer, %s: %,d ms%n", when, millisSince(begin));
        }
    }

    private static void transfers(PrintStream out, int round, Mining mining) {
        byte[] key = Keccak256.digest("bench".getBytes(StandardCharsets.US_ASCII));
        Secp256k1 curve = Secp256k1.preferred();
        Genesis play = PlayWorld.genesis(Instant.now().getEpochSecond());
        Map<Address, GenesisAccount> accounts = new HashMap<>(play.accounts());
        accounts.put(curve.addressOfKey(key), GenesisAccount.holding(PlayWorld.ether(1_000_000)));
        L1Node node = new L1Node(
                new Genesis(play.settings(), play.unixSeconds(), accounts),
                curve,
                new NodeClock(InstantSource.system()),
                mining);
        List<SignedTransaction> signed = signed(curve, key);
        long begin = System.nanoTime();
        long worked = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < TRANSFERS; i++) {
            SenderTransaction sent = node.sender(signed.get(i)).orElseThrow();
            node.send(sent);
            if (mining == Mining.WHEN_TOLD && i % A_BLOCK == A_BLOCK - 1) {
                SealedBlock block = node.mine();
                block.transactions()
                        .forEach(each -> block.state()
                                .prove(each.sent().transaction().recipient().orElseThrow(), List.of()));
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double processor = (THREADS.getCurrentThreadCpuTime() - worked) / 1e9;
        out.printf(
                "round %d: %,d transfers, %s: %,.0f a second, %,.0f of processor time%n",
                round,
                TRANSFERS,
                mining == Mining.AT_ONCE ? "a block each" : A_BLOCK + " a block, each receiver proven",
                TRANSFERS / seconds,
                TRANSFERS / processor);
    }

    private static List<SignedTransaction> signed(Secp256k1 curve, byte[] key) {
        List<SignedTransaction> signed = new ArrayList<>();
        for (int i = 0; i < TRANSFERS; i++) {
            Address to = Keccak256.hash(Hash32.ofNumber(i).toArray()).toAddress();
            Transaction transaction = new Transaction.DynamicFee(
                    PlayChain.ID,
                    new Nonce(i),
                    Wei.of(1),
                    Wei.of(100_000_000_000L),
                    new Gas(21_000),
                    Optional.of(to),
                    Wei.of(1),
                    Bytes.EMPTY,
                    List.of());
            signed.add(new SignedTransaction(
                    transaction, curve.sign(transaction.signingHash().toArray(), key)));
        }
        return signed;
    }

    private static void questions(PrintStream out) throws IOException {
        try (Sandbox sandbox = Sandbox.start(InstantSource.system(), 0, "bench");
                HttpClient client = HttpClient.newHttpClient()) {
            String proof = "[\"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266\",[\"0x0\"],\"latest\"]";
            for (String method : List.of("eth_blockNumber", "eth_getProof")) {
                String parameters = method.equals("eth_getProof") ? proof : "[]";
                ask(client, sandbox.url(), method, parameters);
                long begin = System.nanoTime();
                for (int i = 0; i < QUESTIONS; i++) {
                    ask(client, sandbox.url(), method, parameters);
                }
                out.printf(
                        "%s over HTTP, one after the other: %,.0f a second%n",
                        method, QUESTIONS * 1e9 / (System.nanoTime() - begin));
            }
        }
    }

    private static void ask(HttpClient client, URI url, String method, String parameters) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, parameters)))
                .build();
        try {
            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            if (!answer.contains("\"result\"")) {
                throw new IllegalStateException(answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}

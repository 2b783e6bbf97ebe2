package org.lifeboat.conformance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.lifeboat.conformance.Bench;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.trie.AccountProof;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.primitives.trie.StorageProof;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keccak-256 and state proofs.
public final class ProofsBench implements Bench {
    private static final int MANY = 10_000;

    /// A recorded answer of `eth_getProof` with one slot.
    private record Recorded(
            String source, Address account, Hash32 root, List<Bytes> nodes, Hash32 slot, List<Bytes> slotNodes) {
        AccountState checkAccount() {
            return switch (AccountProof.check(root, account, nodes)) {
                case Answer.Proven<Optional<AccountState>>(Optional<AccountState> state) -> state.orElseThrow();
                case Answer.Refuted<Optional<AccountState>>(String reason) -> throw new IllegalStateException(reason);
                case Answer.Unknown<Optional<AccountState>>(Answer.Cause cause, String reason) ->
                    throw new IllegalStateException(cause + reason);
            };
        }

        long checkBoth() {
            return StorageProof.check(checkAccount().storageRoot(), slot, slotNodes) instanceof Answer.Proven<?>
                    ? 1
                    : 0;
        }
    }

    @Override
    public String name() {
        return "proofs";
    }

    @Override
    public String description() {
        return "Keccak-256 by size; account and storage proofs, one and ten thousand";
    }

    @Override
    public void run(VectorSource vectors, PrintStream out) throws IOException {
        Stopwatch stopwatch = new Stopwatch(out);
        stopwatch.header();
        for (int size : new int[] {32, 64, 532}) {
            keccak(stopwatch, size, 50_000);
        }
        keccak(stopwatch, 1 << 20, 20);
        Recorded proof = deepest(vectors);
        if (proof.checkBoth() != 1) {
            throw new IllegalStateException("the storage proof does not hold");
        }
        String nodes = proof.nodes().size() + " nodes";
        stopwatch.measure(
                "account proof, " + nodes,
                5_000,
                () -> proof.checkAccount().nonce().value());
        String both = "account and storage proof, " + nodes + " + "
                + proof.slotNodes().size();
        stopwatch.measure(both, 5_000, proof::checkBoth);
        stopwatch.measure("10,000 times account and storage proof", 1, () -> {
            long good = 0;
            for (int i = 0; i < MANY; i++) {
                good += proof.checkBoth();
            }
            return good;
        });
        out.println("proof: " + proof.source() + "; one thread; java " + Runtime.version() + "; " + stopwatch.sink());
    }

    private static void keccak(Stopwatch stopwatch, int size, int turns) {
        byte[] input = new byte[size];
        byte[] out = new byte[Keccak256.SIZE];
        stopwatch.measure("Keccak-256 of " + size + " bytes", turns, () -> {
            Keccak256.digestInto(input, 0, size, out);
            input[0] ^= out[0];
            return out[1];
        });
        KeccakDigest other = new KeccakDigest(Keccak256.SIZE * Byte.SIZE);
        stopwatch.measure("  the same by Bouncy Castle", turns, () -> {
            other.update(input, 0, size);
            other.doFinal(out, 0);
            input[0] ^= out[0];
            return out[1];
        });
    }

    /// The recorded proof with the most nodes that has a slot.
    private static Recorded deepest(VectorSource vectors) throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<Recorded> found = new ArrayList<>();
        vectors.forEach(
                path -> path.endsWith("nimbus-verified-proxy.tar.xz")
                        || path.endsWith("storage_proof.json")
                        || path.endsWith("proofs/state.json"),
                file -> collect(file.path(), mapper.readTree(file.content()), found));
        return found.stream()
                .max((a, b) -> Integer.compare(a.nodes().size(), b.nodes().size()))
                .orElseThrow(() -> new IOException("no recorded eth_getProof answer with a slot"));
    }

    private static void collect(String path, JsonNode json, List<Recorded> found) {
        if (json.path("accountProof").isArray() && !json.path("storageProof").isEmpty()) {
            List<Bytes> nodes = bytes(json.path("accountProof"));
            JsonNode slot = json.path("storageProof").path(0);
            String key = slot.path("key").stringValue().substring(2);
            found.add(new Recorded(
                    path,
                    Address.fromHex(json.path("address").stringValue()),
                    Keccak256.hash(nodes.getFirst()),
                    nodes,
                    Hash32.fromHex("0x" + "0".repeat(64 - key.length()) + key),
                    bytes(slot.path("proof"))));
        } else if (json.isObject()) {
            json.values().forEach(value -> collect(path, value, found));
        }
    }

    private static List<Bytes> bytes(JsonNode array) {
        return array.values().stream()
                .map(value -> Bytes.fromHex(value.stringValue()))
                .toList();
    }
}

package org.lifeboat.conformance.opstack;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Withdrawal;
import tools.jackson.databind.JsonNode;

/// Withdrawals that were really proven on OP Mainnet (`prove-withdrawal-op-mainnet.json`): hash, slot, output root
/// and storage proof; and one flipped bit in each proof, which must be refuted.
final class ExitFormat {
    private ExitFormat() {}

    static boolean recognises(JsonNode root) {
        return root.isArray() && !root.isEmpty() && root.get(0).has("withdrawalProof");
    }

    static void run(String file, JsonNode root, Report report) {
        int index = 0;
        for (JsonNode test : root.values()) {
            one(file + " " + index++, test, report);
        }
    }

    static boolean recognisesShortLeaves(JsonNode root) {
        return root.has("cases") && root.get("cases").get(0).has("append");
    }

    /// Proofs whose last leaf stands inside a branch (`embedded-leaf-proofs.json`): what has to be added for L1.
    static void runShortLeaves(String file, JsonNode root, Report report) {
        for (JsonNode test : root.get("cases").values()) {
            if (!test.has("storageSlot")) {
                report.skipped("a proof without its slot");
                continue;
            }
            List<Bytes> nodes = new ArrayList<>();
            test.get("proof").values().forEach(node -> nodes.add(Bytes.fromHex(node.asString())));
            List<Bytes> expected = new ArrayList<>(nodes);
            if (!test.get("append").isNull()) {
                expected.add(Bytes.fromHex(test.get("append").asString()));
            }
            Hash32 slot = Hash32.fromHex(test.get("storageSlot").asString());
            report.equal(file + " " + slot, expected, OpStack.portalForm(slot, nodes));
        }
    }

    /// A recorded withdrawal with what proves it.
    record Proven(Withdrawal withdrawal, OutputRoot root, List<Bytes> nodes) {
        /// As the wallet checks it before it is sent: the withdrawal's hash, the root, the way down to its slot.
        boolean holds(Hash32 posted) {
            return root.hash().equals(posted) && OpStack.storageProof(root, withdrawal, nodes) instanceof Answer.Proven;
        }
    }

    static List<Proven> read(JsonNode root) {
        List<Proven> all = new ArrayList<>();
        for (JsonNode test : root.values()) {
            List<Bytes> nodes = new ArrayList<>();
            test.get("withdrawalProof").values().forEach(node -> nodes.add(Bytes.fromHex(node.asString())));
            all.add(new Proven(withdrawal(test.get("withdrawal")), output(test.get("outputRootProof")), nodes));
        }
        return all;
    }

    private static void one(String name, JsonNode test, Report report) {
        Withdrawal withdrawal = withdrawal(test.get("withdrawal"));
        OutputRoot output = output(test.get("outputRootProof"));
        JsonNode computed = test.get("computed");
        report.equal(
                name + " withdrawal hash",
                test.get("withdrawalHash").asString(),
                withdrawal.hash().toHex());
        report.equal(
                name + " slot",
                computed.get("sentMessagesStorageSlot").asString(),
                withdrawal.slot().toHex());
        report.equal(
                name + " output root",
                computed.get("outputRoot").asString(),
                output.hash().toHex());
        List<Bytes> nodes = new ArrayList<>();
        test.get("withdrawalProof").values().forEach(node -> nodes.add(Bytes.fromHex(node.asString())));
        Answer<List<Bytes>> whole = OpStack.storageProof(output, withdrawal, nodes);
        report.equal(name + " proof", new Answer.Proven<>(nodes), whole);
        byte[] last = nodes.getLast().toArray();
        last[last.length - 1] ^= 1;
        nodes.set(nodes.size() - 1, Bytes.of(last));
        report.equal(
                name + " altered proof",
                true,
                OpStack.storageProof(output, withdrawal, nodes) instanceof Answer.Refuted);
    }

    private static Withdrawal withdrawal(JsonNode fields) {
        return new Withdrawal(
                new BigInteger(fields.get("nonce").asString()),
                Address.fromHex(fields.get("sender").asString()),
                Address.fromHex(fields.get("target").asString()),
                new Wei(new BigInteger(fields.get("value").asString())),
                new BigInteger(fields.get("gasLimit").asString()),
                Bytes.fromHex(Optional.of(fields.get("data").asString())
                        .filter(text -> text.length() > 1)
                        .orElse("0x")));
    }

    private static OutputRoot output(JsonNode fields) {
        return new OutputRoot(
                Hash32.fromHex(fields.get("stateRoot").asString()),
                Hash32.fromHex(fields.get("messagePasserStorageRoot").asString()),
                Hash32.fromHex(fields.get("latestBlockhash").asString()));
    }
}

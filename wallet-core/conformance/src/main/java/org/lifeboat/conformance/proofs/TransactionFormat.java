package org.lifeboat.conformance.proofs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.databind.JsonNode;

/// ethereum/tests TransactionTests: `{name: {result: {Fork: {hash, sender} | {exception}}, txbytes}}`.
///
/// What one fork accepts must decode, to that hash and sender. What the newest fork refuses must be refused
/// here, unless it is refused for a rule of execution, which is not asked of an encoding.
final class TransactionFormat implements Format {
    /// The forks before low s was demanded (EIP-2).
    private static final Set<String> HIGH_S_ALLOWED = Set.of("Frontier");

    private static final List<String> NEWEST_FIRST =
            List.of("Osaka", "Prague", "Cancun", "Shanghai", "Paris", "London", "Berlin", "Istanbul");

    /// Refusals that have to do with gas, price or size limits of a fork, not with the encoding or the
    /// signature.
    private static final Set<String> EXECUTION = Set.of(
            "INTRINSIC_GAS_TOO_LOW",
            "INITCODE_SIZE_EXCEEDED",
            "GASLIMIT_PRICE_PRODUCT_OVERFLOW",
            "PRIORITY_GREATER_THAN_MAX_FEE_PER_GAS_2");

    private final TransactionSender sender;

    TransactionFormat(Secp256k1 curve) {
        this.sender = new TransactionSender(curve);
    }

    @Override
    public boolean recognises(VectorFile file, JsonNode json) {
        return json.isObject()
                && !json.isEmpty()
                && json.values().stream()
                        .allMatch(t ->
                                t.path("result").isObject() && t.path("txbytes").isString());
    }

    @Override
    public void run(VectorFile file, JsonNode json, Report report) {
        json.properties().forEach(entry -> {
            String name = file.path() + " " + entry.getKey();
            report.run(name, () -> one(name, entry.getValue(), report));
        });
    }

    private void one(String name, JsonNode test, Report report) {
        JsonNode result = test.path("result");
        Answer<SignedTransaction> decoded = SignedTransaction.decode(Values.bytes(test, "txbytes"));
        String actual = said(decoded);
        Optional<String> accepting = result.properties().stream()
                .filter(e -> e.getValue().has("sender"))
                .map(Map.Entry::getKey)
                .filter(fork -> !HIGH_S_ALLOWED.contains(fork))
                .findFirst();
        String newest = NEWEST_FIRST.stream().filter(result::has).findFirst().orElse("");
        String exception = Values.text(result.path(newest), "exception").replace("TransactionException.", "");
        if (accepting.isPresent()) {
            JsonNode expected = result.path(accepting.get());
            if (actual.contains("2^63")) {
                report.skipped("valid, but with a nonce or gas limit of 2^63 or more, which this program refuses");
            } else {
                report.equal(
                        name, Values.hash(expected, "hash") + " from " + Values.address(expected, "sender"), actual);
            }
        } else if (EXECUTION.contains(exception)) {
            report.skipped("refused for gas, price or size limits: execution, not encoding");
        } else if (actual.startsWith("refused")) {
            report.passed();
        } else {
            report.failed(name, "should be refused (" + exception + ") but is " + actual);
        }
    }

    private String said(Answer<SignedTransaction> decoded) {
        return switch (decoded) {
            case Answer.Proven<SignedTransaction>(SignedTransaction signed) ->
                signed.transaction().chain().orElse(ChainId.ETHEREUM).equals(ChainId.ETHEREUM)
                        ? sender.of(signed)
                                .map(from -> signed.hash() + " from " + from)
                                .orElse("refused: nobody can have signed it")
                        : "refused: for another chain than these tests'";
            case Answer.Refuted<SignedTransaction>(String reason) -> "refused: " + reason;
            case Answer.Unknown<SignedTransaction>(Answer.Cause cause, String reason) -> "refused: " + cause + reason;
        };
    }
}

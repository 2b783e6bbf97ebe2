package org.lifeboat.conformance.opstack;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.rollups.opstack.execution.L1Attributes;
import org.lifeboat.rollups.opstack.execution.L1Fee;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.rollups.opstack.execution.OperatorFee;
import tools.jackson.databind.JsonNode;

/// Fees for L1 data and for the operator, from a file of collected cases (`l1cost-vectors.json`): lengths after
/// FastLZ seen through the fee they lead to, made-up prices, and two transactions of OP Mainnet.
final class L1CostFormat {
    /// Of the made-up cases. Source: the file's own words: "unsigned empty legacy tx ... (v,r,s = 0)".
    private static final Address RECIPIENT = Address.fromHex("0x095e7baea6a6c7c4c2dfeb977efac326af552d87");

    boolean recognises(JsonNode root) {
        return root.has("flzCompressLen") && root.has("synthetic");
    }

    void run(String file, JsonNode root, Report report) {
        synthetic(file, root.get("synthetic"), report);
        JsonNode ecotone = root.get("opMainnetEcotone");
        real(file + " opMainnetEcotone", OpFork.ECOTONE, ecotone, report);
        JsonNode fjord = root.get("opMainnetFjord");
        real(file + " opMainnetFjord", OpFork.FJORD, fjord, report);
        lengths(file, root.get("flzCompressLen"), report);
        operator(file, root.get("operatorFee"), report);
    }

    private static void synthetic(String file, JsonNode cases, Report report) {
        JsonNode prices = cases.get("params");
        JsonNode expected = cases.get("emptyTx");
        Bytes empty = emptyTransaction();
        L1Attributes old = attributes(
                number(prices, "l1BaseFee"),
                new L1Attributes.Scalars.Bedrock(number(prices, "overhead"), number(prices, "scalar")));
        report.skipped("Bedrock before Regolith: no running chain has such blocks but the first test nets");
        report.equal(
                file + " regolith",
                number(expected.get("regolith"), "fee"),
                L1Fee.of(OpFork.BEDROCK, old, empty).value());
        L1Attributes since = attributes(prices);
        report.equal(
                file + " ecotone",
                number(expected.get("ecotone"), "fee"),
                L1Fee.of(OpFork.ECOTONE, since, empty).value());
        report.equal(
                file + " fjord",
                number(expected.get("fjord"), "fee"),
                L1Fee.of(OpFork.FJORD, since, empty).value());
    }

    private static void real(String name, OpFork fork, JsonNode test, Report report) {
        Bytes raw = Bytes.fromHex("0x" + test.get("rawTx").asString());
        report.equal(
                name,
                number(test, "l1Fee"),
                L1Fee.of(fork, attributes(test), raw).value());
    }

    /// Prices chosen so that the fee is the scaled size itself; short inputs all cost the least size.
    private static void lengths(String file, JsonNode cases, Report report) {
        L1Attributes.Scalars unit = new L1Attributes.Scalars.Ecotone(0, 1_000_000, Wei.of(1_000_000));
        L1Attributes prices = attributes(BigInteger.ZERO, unit);
        for (JsonNode test : cases.values()) {
            Optional<Bytes> input = input(test);
            if (input.isEmpty()) {
                report.skipped("an input described in words that this runner does not know");
                continue;
            }
            BigInteger length = number(test, "len");
            BigInteger size = BigInteger.valueOf(836_500)
                    .multiply(length)
                    .subtract(BigInteger.valueOf(42_585_600))
                    .max(BigInteger.valueOf(100_000_000));
            report.equal(
                    file + " FastLZ " + length,
                    size,
                    L1Fee.of(OpFork.FJORD, prices, input.get()).value());
        }
    }

    private static Optional<Bytes> input(JsonNode test) {
        if (test.has("inputHex")) {
            return Optional.of(Bytes.fromHex("0x" + test.get("inputHex").asString()));
        }
        String words = test.get("input").asString();
        if (words.isEmpty()) {
            return Optional.of(Bytes.EMPTY);
        }
        if (words.startsWith("unsigned empty legacy tx")) {
            return Optional.of(emptyTransaction());
        }
        String[] parts = words.split(" x", 2);
        return parts.length == 2
                ? Optional.of(Bytes.fromHex("0x" + parts[0].repeat(Integer.parseInt(parts[1]))))
                : Optional.empty();
    }

    private static void operator(String file, JsonNode test, Report report) {
        L1Attributes prices = new L1Attributes(
                0,
                0,
                Wei.ZERO,
                Hash32.ZERO,
                0,
                Hash32.ZERO,
                new L1Attributes.Scalars.Ecotone(0, 0, Wei.ZERO),
                number(test, "scalar").longValue(),
                number(test, "constant"),
                0);
        long gas = number(test, "gas").longValue();
        report.equal(
                file + " operator fee, Isthmus",
                number(test, "isthmus"),
                OperatorFee.of(OpFork.ISTHMUS, prices, gas).value());
        report.equal(
                file + " operator fee, Jovian",
                number(test, "jovian"),
                OperatorFee.of(OpFork.JOVIAN, prices, gas).value());
        report.equal(
                file + " operator fee, Holocene",
                BigInteger.ZERO,
                OperatorFee.of(OpFork.HOLOCENE, prices, gas).value());
    }

    private static Bytes emptyTransaction() {
        Transaction.Legacy fields = new Transaction.Legacy(
                Optional.empty(), new Nonce(0), Wei.ZERO, new Gas(0), Optional.of(RECIPIENT), Wei.ZERO, Bytes.EMPTY);
        return new RlpWriter()
                .list(w -> w.integer(fields.nonce().value())
                        .integer(fields.gasPrice().value())
                        .integer(fields.gasLimit().amount())
                        .address(RECIPIENT)
                        .integer(fields.value().value())
                        .bytes(fields.data())
                        .integer(0)
                        .integer(0)
                        .integer(0))
                .toBytes();
    }

    private static L1Attributes attributes(JsonNode prices) {
        return attributes(
                number(prices, "l1BaseFee"),
                new L1Attributes.Scalars.Ecotone(
                        number(prices, "baseFeeScalar").longValue(),
                        number(prices, "blobBaseFeeScalar").longValue(),
                        new Wei(number(prices, "blobBaseFee"))));
    }

    private static L1Attributes attributes(BigInteger l1BaseFee, L1Attributes.Scalars scalars) {
        return new L1Attributes(0, 0, new Wei(l1BaseFee), Hash32.ZERO, 0, Hash32.ZERO, scalars, 0, BigInteger.ZERO, 0);
    }

    private static BigInteger number(JsonNode node, String name) {
        return node.get(name).bigIntegerValue();
    }
}

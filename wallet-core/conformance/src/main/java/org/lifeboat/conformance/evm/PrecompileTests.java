package org.lifeboat.conformance.evm;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.precompile.Precompile;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.databind.JsonNode;

/// Vectors of precompiled contracts: a list of `{Input, Expected, Gas}` or `{Input, ExpectedError}`, the
/// contract named by the file (geth, EIP-2537) or by `func` and `fork` beside the list (Nimbus).
final class PrecompileTests {
    /// Which contract, and the fork whose prices the files have.
    private record Target(int address, Fork fork) {}

    /// By the beginning of a file's name in lower case, `fail-` left out; the longer names first.
    private static final List<Map.Entry<String, Target>> TARGETS = List.of(
            Map.entry("ecrecover", new Target(1, Fork.CANCUN)),
            Map.entry("sha256", new Target(2, Fork.CANCUN)),
            Map.entry("ripemd", new Target(3, Fork.CANCUN)),
            Map.entry("identity", new Target(4, Fork.CANCUN)),
            Map.entry("modexp_eip2565", new Target(5, Fork.CANCUN)),
            Map.entry("modexp_eip7883", new Target(5, Fork.OSAKA)),
            Map.entry("modexp", new Target(5, Fork.BYZANTIUM)),
            Map.entry("bn256add", new Target(6, Fork.ISTANBUL)),
            Map.entry("bn256scalarmul", new Target(7, Fork.ISTANBUL)),
            Map.entry("bn256mul", new Target(7, Fork.ISTANBUL)),
            Map.entry("bn256pairing", new Target(8, Fork.ISTANBUL)),
            Map.entry("ecpairing", new Target(8, Fork.ISTANBUL)),
            Map.entry("blake2f", new Target(9, Fork.ISTANBUL)),
            Map.entry("pointevaluation", new Target(10, Fork.CANCUN)),
            Map.entry("blsg1add", new Target(11, Fork.PRAGUE)),
            Map.entry("add_g1_bls", new Target(11, Fork.PRAGUE)),
            Map.entry("blsg1mul", new Target(12, Fork.PRAGUE)),
            Map.entry("mul_g1_bls", new Target(12, Fork.PRAGUE)),
            Map.entry("msm_g1_bls", new Target(12, Fork.PRAGUE)),
            Map.entry("blsg2add", new Target(13, Fork.PRAGUE)),
            Map.entry("add_g2_bls", new Target(13, Fork.PRAGUE)),
            Map.entry("blsg2mul", new Target(14, Fork.PRAGUE)),
            Map.entry("mul_g2_bls", new Target(14, Fork.PRAGUE)),
            Map.entry("msm_g2_bls", new Target(14, Fork.PRAGUE)),
            Map.entry("blspairing", new Target(15, Fork.PRAGUE)),
            Map.entry("pairing_check_bls", new Target(15, Fork.PRAGUE)),
            Map.entry("blsmapg1", new Target(16, Fork.PRAGUE)),
            Map.entry("map_fp_to_g1", new Target(16, Fork.PRAGUE)),
            Map.entry("blsmapg2", new Target(17, Fork.PRAGUE)),
            Map.entry("map_fp2_to_g2", new Target(17, Fork.PRAGUE)),
            Map.entry("blsg1multiexp", new Target(12, Fork.PRAGUE)),
            Map.entry("blsg2multiexp", new Target(14, Fork.PRAGUE)),
            Map.entry("p256verify", new Target(0x100, Fork.OSAKA)),
            Map.entry("test-vectors", new Target(0x100, Fork.OSAKA)));

    /// Names of forks as such files write them.
    private static final Map<String, Fork> FORKS = Map.of(
            "byzantium", Fork.BYZANTIUM,
            "istanbul", Fork.ISTANBUL,
            "berlin", Fork.BERLIN,
            "cancun", Fork.CANCUN,
            "prague", Fork.PRAGUE,
            "osaka", Fork.OSAKA);

    /// EIP-7951's own vectors still have the price of the proposal it grew out of; its text says 6900.
    private static final long RIP_7212_GAS = 3450;

    /// The vectors in a file; none where it is of another format.
    static List<JsonNode> vectors(JsonNode root) {
        JsonNode list = root.isObject() && root.has("data") && root.has("func") ? root.get("data") : root;
        List<JsonNode> vectors = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(one -> {
                if (one.has("Input") && (one.has("Expected") || one.has("ExpectedError"))) {
                    vectors.add(one);
                }
            });
        }
        return vectors;
    }

    /// The contract that a file is about.
    static Optional<Precompile> contract(VectorFile file, JsonNode root) {
        String name = root.has("func") ? root.get("func").asString() : file.name();
        String plain = name.toLowerCase(Locale.ROOT).replace("fail-", "");
        Optional<Target> target = TARGETS.stream()
                .filter(t -> plain.startsWith(t.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
        Optional<Fork> fork = root.has("fork")
                ? Optional.ofNullable(FORKS.get(root.get("fork").asString().toLowerCase(Locale.ROOT)))
                : target.map(Target::fork);
        return target.flatMap(t -> fork.flatMap(f -> Precompiles.of(f.rules()).find(address(t.address()))));
    }

    private static Address address(int number) {
        return Hash32.ofNumber(number).toAddress();
    }

    static CaseResult run(String name, Precompile contract, JsonNode vector) {
        byte[] input = HexFormat.of().parseHex(vector.get("Input").asString().replace("0x", ""));
        long gas = contract.gas(input, 0, input.length);
        Optional<byte[]> output = contract.run(input);
        boolean mustFail = vector.has("ExpectedError")
                && !vector.get("ExpectedError").asString().isEmpty();
        if (mustFail) {
            return output.isEmpty()
                    ? new CaseResult.Passed()
                    : new CaseResult.Failed(
                            name,
                            "accepted, but expected "
                                    + vector.get("ExpectedError").asString());
        }
        if (output.isEmpty()) {
            return new CaseResult.Failed(name, "failed");
        }
        String expected = vector.get("Expected").asString().replace("0x", "");
        String actual = HexFormat.of().formatHex(output.get());
        if (!expected.equals(actual)) {
            return new CaseResult.Failed(name, "expected " + expected + " but was " + actual);
        }
        long price = vector.has("Gas") ? vector.get("Gas").asLong() : 0;
        if (price != 0 && price != RIP_7212_GAS && price != gas) {
            return new CaseResult.Failed(name, "gas expected " + price + " but was " + gas);
        }
        return new CaseResult.Passed();
    }

    private PrecompileTests() {}
}

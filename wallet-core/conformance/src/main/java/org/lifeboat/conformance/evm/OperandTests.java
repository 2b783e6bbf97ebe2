package org.lifeboat.conformance.evm;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.interpreter.Machine;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.interpreter.Surroundings;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.databind.JsonNode;

/// geth's vectors of instructions with two operands: a list of `{X, Y, Expected}`, Y being on top of the
/// stack; the file's name says which instruction.
final class OperandTests {
    private static final Map<String, String> INSTRUCTIONS = Map.ofEntries(
            Map.entry("add", "01"),
            Map.entry("sub", "03"),
            Map.entry("div", "04"),
            Map.entry("sdiv", "05"),
            Map.entry("mul", "02"),
            Map.entry("mod", "06"),
            Map.entry("smod", "07"),
            Map.entry("exp", "0a"),
            Map.entry("signext", "0b"),
            Map.entry("lt", "10"),
            Map.entry("gt", "11"),
            Map.entry("slt", "12"),
            Map.entry("sgt", "13"),
            Map.entry("eq", "14"),
            Map.entry("and", "16"),
            Map.entry("or", "17"),
            Map.entry("xor", "18"),
            Map.entry("byte", "1a"),
            Map.entry("shl", "1b"),
            Map.entry("shr", "1c"),
            Map.entry("sar", "1d"));

    private OperandTests() {}

    static boolean isVector(JsonNode node) {
        return node.has("X") && node.has("Y") && node.has("Expected");
    }

    /// The instruction's byte, in hexadecimal.
    static Optional<String> instruction(VectorFile file) {
        return Optional.ofNullable(
                INSTRUCTIONS.get(file.name().replace("testcases_", "").replace(".json", "")));
    }

    static CaseResult run(String name, String instruction, JsonNode vector) {
        String push =
                "7f%s7f%s".formatted(vector.get("X").asString(), vector.get("Y").asString());
        // Store the result at 0 and return its 32 bytes.
        byte[] program = HexFormat.of().parseHex(push + instruction + "5f5260205ff3");
        ForkRules rules = Fork.OSAKA.rules();
        WorldState state = new WorldState(new FixtureState(), new CodeCache(1));
        BlockEnvironment block =
                new BlockEnvironment(Address.ZERO, 1, 1, 1, BigInteger.ZERO, Hash32.ZERO, Wei.ZERO, Wei.ZERO);
        Surroundings around = new Surroundings(rules, ChainId.ETHEREUM, block, Address.ZERO, Wei.ZERO, List.of());
        Machine machine = new Machine(rules, state, Precompiles.of(rules), around, Optional.empty());
        Account anyone = state.account(Address.ZERO);
        Machine.Ended ended = machine.call(anyone, anyone, Code.of(program), Wei.ZERO, Bytes.EMPTY, 100_000);
        Bytes expected = Bytes.fromHex("0x" + vector.get("Expected").asString());
        return ended.outcome().equals(new Outcome.Success(expected))
                ? new CaseResult.Passed()
                : new CaseResult.Failed(name, "expected " + expected + " but was " + ended.outcome());
    }
}

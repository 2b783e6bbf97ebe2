package org.lifeboat.rollups.opstack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// Contracts that answer what a test lets them: by contract, function and, where given, by the very arguments. What
/// nobody gave an answer for is refused.
final class SpokenContracts {
    private final Map<String, Bytes> answers = new HashMap<>();

    /// Whatever the arguments are.
    void says(Address contract, String signature, Abi.Item... items) {
        answers.put(contract + " " + Abi.selector(signature).toHex(), Abi.encode(items));
    }

    /// For these arguments.
    void says(Address contract, Bytes call, Abi.Item... items) {
        answers.put(contract + " " + call.toHex(), Abi.encode(items));
    }

    /// Whatever the arguments are, in bytes as they come.
    void returns(Address contract, String signature, Bytes returned) {
        answers.put(contract + " " + Abi.selector(signature).toHex(), returned);
    }

    void returns(Address contract, Bytes call, Bytes returned) {
        answers.put(contract + " " + call.toHex(), returned);
    }

    void refuses(Address contract, String... signatures) {
        Arrays.stream(signatures)
                .forEach(
                        one -> answers.remove(contract + " " + Abi.selector(one).toHex()));
    }

    Reads reads() {
        return new Reads(this::run);
    }

    private CallResult run(ContractCall call) {
        Optional<Bytes> exact =
                Optional.ofNullable(answers.get(call.to() + " " + call.input().toHex()));
        return exact.or(() -> Optional.ofNullable(
                        answers.get(call.to() + " " + call.input().slice(0, 4).toHex())))
                .<CallResult>map(output -> new CallResult.Returned(output, 1, Set.of()))
                .orElseGet(() -> new CallResult.Reverted(Bytes.EMPTY));
    }
}

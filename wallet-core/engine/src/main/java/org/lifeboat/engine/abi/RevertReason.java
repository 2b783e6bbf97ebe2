package org.lifeboat.engine.abi;

import java.math.BigInteger;
import org.lifeboat.primitives.Bytes;

/// Why a contract refused a call, as far as its revert data says.
/// Source: docs.soliditylang.org, "Error Handling" and "Panic via assert and Error via require".
public sealed interface RevertReason {
    /// `Error(string)`: the contract's own words. Untrusted text, cleaned for showing.
    record Words(String text) implements RevertReason {}

    /// `Panic(uint256)`: a failed check of the compiler.
    record Panic(BigInteger code) implements RevertReason {}

    /// An error of the contract's own kind, which this program has no words for.
    record Custom(Bytes selector) implements RevertReason {}

    /// The contract gave no reason.
    record None() implements RevertReason {}

    AbiFunction ERROR = new AbiFunction("Error(string)", "(string)");
    AbiFunction PANIC = new AbiFunction("Panic(uint256)", "(uint256)");

    static RevertReason of(Bytes data) {
        if (data.size() < 4) {
            return new None();
        }
        Bytes selector = data.slice(0, 4);
        Bytes rest = data.slice(4, data.size());
        if (selector.equals(ERROR.selector())) {
            return ERROR.results(rest)
                    .<RevertReason>map(tuple ->
                            new Words(ShownText.clean(tuple.get(0), 200).text()))
                    .orElseGet(() -> new Custom(selector));
        }
        if (selector.equals(PANIC.selector())) {
            return AbiFunction.word(rest).<RevertReason>map(Panic::new).orElseGet(() -> new Custom(selector));
        }
        return new Custom(selector);
    }
}

package org.lifeboat.vault.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Keccak256;

/// A contract function that the program can put into words.
/// @param signature as it is hashed for the selector
/// @param words how many words the head of its arguments has
/// @param exact whether nothing may follow the head (no argument of variable size)
record KnownCall(String signature, int words, boolean exact, Meaning meaning) {
    /// What the function does.
    sealed interface Meaning {
        /// One sentence of the bundle, its gaps filled in order.
        record Sentence(Severity severity, String key, List<Gap> gaps) implements Meaning {
            public Sentence {
                gaps = List.copyOf(gaps);
            }
        }

        /// Lets somebody take tokens.
        /// @param owner the word with whose tokens; empty: the signer's
        /// @param token the word with the token; empty: the called contract
        /// @param bits how wide the amount is
        record Allowance(OptionalInt owner, OptionalInt token, int spender, int amount, int bits) implements Meaning {}

        /// Lets somebody take everything of a collection or token, or takes that back.
        record Operator(OptionalInt owner, int operator, int flag) implements Meaning {}

        /// Becomes a transaction on an L2.
        /// @param target the word with who is called there
        /// @param amount the word with what that pays
        /// @param creates the word that says whether it makes a contract instead
        /// @param data the word with where the call's data are
        record Crossing(int target, int amount, int creates, int data) implements Meaning {}
    }

    /// One gap of a sentence, filled from a word of the call data.
    sealed interface Gap {
        record AddressAt(int word) implements Gap {}

        record NumberAt(int word) implements Gap {}

        /// An amount of the called token.
        record TokensAt(int word) implements Gap {}

        /// An amount of the token whose address is in another word.
        record OtherTokensAt(int tokenWord, int word) implements Gap {}

        /// An amount of the chain's own coin.
        record CoinsAt(int word) implements Gap {}

        /// What the transaction itself pays.
        record PaidCoins() implements Gap {}
    }

    /// The first four bytes of the signature's Keccak-256.
    Bytes selector() {
        return Bytes.of(Arrays.copyOf(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)), 4));
    }
}

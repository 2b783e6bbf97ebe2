package org.lifeboat.vault.signing;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Call data cut into words. Only the fixed part is read; a word that does not fit its type makes the call
/// unknown. Spec: Solidity "Contract ABI Specification", "Formal Specification of the Encoding".
final class CallArguments {
    private static final int SELECTOR = 4;

    private final Bytes data;

    CallArguments(Bytes data) {
        this.data = data;
    }

    /// Whether the call data holds the selector and so many words, and nothing more if `exact`.
    boolean hasWords(int words, boolean exact) {
        int needed = SELECTOR + words * Hash32.SIZE;
        return exact ? data.size() == needed : data.size() >= needed;
    }

    BigInteger number(int word) {
        return word(word).toNumber();
    }

    /// @return empty if the upper twelve bytes are not zero
    Optional<Address> address(int word) {
        return number(word).bitLength() <= Address.SIZE * 8
                ? Optional.of(word(word).toAddress())
                : Optional.empty();
    }

    /// @return empty if the word is neither 0 nor 1
    Optional<Boolean> flag(int word) {
        return number(word).bitLength() <= 1 ? Optional.of(number(word).signum() == 1) : Optional.empty();
    }

    /// The byte string whose place stands in a word.
    /// @return empty where that place is not inside the data
    Optional<Bytes> bytes(int word) {
        BigInteger at = number(word);
        int room = data.size() - SELECTOR;
        if (at.bitLength() > 30 || at.intValue() % Hash32.SIZE != 0 || at.intValue() + Hash32.SIZE > room) {
            return Optional.empty();
        }
        BigInteger size = number(at.intValue() / Hash32.SIZE);
        int from = at.intValue() + Hash32.SIZE;
        return size.bitLength() > 30 || size.intValue() > room - from
                ? Optional.empty()
                : Optional.of(data.slice(SELECTOR + from, SELECTOR + from + size.intValue()));
    }

    private Hash32 word(int word) {
        int from = SELECTOR + word * Hash32.SIZE;
        return Hash32.of(data.slice(from, from + Hash32.SIZE).toArray());
    }
}

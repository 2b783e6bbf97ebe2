package org.lifeboat.sandbox.lessons;

import java.nio.charset.StandardCharsets;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;

/// Calls of the lessons' contracts, and what they hash. Source: contract ABI specification, "Function Selector
/// and Argument Encoding"; `Lessons.sol`.
final class LessonCall {
    private LessonCall() {}

    static Bytes of(String signature, Hash32... words) {
        Bytes call = Bytes.copyOf(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)), 0, 4);
        for (Hash32 word : words) {
            call = call.plus(Bytes.of(word.toArray()));
        }
        return call;
    }

    static Hash32 word(Address address) {
        return address.toWord();
    }

    static Hash32 word(Wei amount) {
        return Hash32.ofNumber(amount.value());
    }

    /// `Pair.leaf`.
    static Hash32 leaf(Address owner, Wei amount) {
        return hash(word(owner), word(amount));
    }

    /// `Pair.root`.
    static Hash32 root(Hash32 one, Hash32 other) {
        return one.toNumber().compareTo(other.toNumber()) < 0 ? hash(one, other) : hash(other, one);
    }

    static Hash32 hash(Hash32 one, Hash32 other) {
        return Keccak256.hash(Bytes.of(one.toArray()).plus(Bytes.of(other.toArray())));
    }
}

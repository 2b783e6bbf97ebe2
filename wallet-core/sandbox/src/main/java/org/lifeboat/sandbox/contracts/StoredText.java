package org.lifeboat.sandbox.contracts;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// A text in a contract's storage. Source: Solidity documentation, "Layout of State Variables in Storage", "bytes and
/// string".
final class StoredText {
    private static final int WORD = Hash32.SIZE;

    private StoredText() {}

    /// Up to 31 bytes stand in the slot itself, with twice their number at the end; more stand from the slot's hash on.
    static Map<Hash32, Hash32> at(Hash32 slot, String said) {
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < WORD) {
            byte[] word = Arrays.copyOf(bytes, WORD);
            word[WORD - 1] = (byte) (2 * bytes.length);
            return Map.of(slot, Hash32.of(word));
        }
        Map<Hash32, Hash32> storage = new HashMap<>();
        storage.put(slot, Hash32.ofNumber(2L * bytes.length + 1));
        BigInteger place = Keccak256.hash(Bytes.of(slot.toArray())).toNumber();
        for (int at = 0; at < bytes.length; at += WORD) {
            storage.put(
                    Hash32.ofNumber(place.add(BigInteger.valueOf(at / WORD))),
                    Hash32.of(Arrays.copyOfRange(bytes, at, at + WORD)));
        }
        return storage;
    }
}

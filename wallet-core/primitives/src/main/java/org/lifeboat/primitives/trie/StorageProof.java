package org.lifeboat.primitives.trie;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;

/// Checks one `storageProof` of `eth_getProof` (EIP-1186).
public final class StorageProof {
    private StorageProof() {}

    /// @param slot as the contract numbers it, not hashed
    /// @param nodes from the account's storage root down
    /// @return the word in that slot, unsigned; zero where the trie has no such key, as the EVM reads it
    public static Answer<BigInteger> check(Hash32 storageRoot, Hash32 slot, List<Bytes> nodes) {
        return TrieProof.check(storageRoot, Keccak256.digest(slot.toArray()), nodes)
                .then(StorageProof::read);
    }

    private static Answer<BigInteger> read(Optional<Bytes> value) {
        if (value.isEmpty()) {
            return new Answer.Proven<>(BigInteger.ZERO);
        }
        try {
            RlpReader reader = RlpReader.of(value.get());
            BigInteger word = reader.integer(Hash32.SIZE);
            reader.end();
            return new Answer.Proven<>(word);
        } catch (RlpException e) {
            return new Answer.Unknown<>(
                    Answer.Cause.UPDATE_NEEDED, "a storage word in a form this program does not know: " + e.reason());
        }
    }
}

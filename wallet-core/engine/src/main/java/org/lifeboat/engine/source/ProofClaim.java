package org.lifeboat.engine.source;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

/// The result of `eth_getProof` (EIP-1186) as claimed.
/// @param accountProof RLP nodes from the state root down
public record ProofClaim(
        Address account,
        Wei balance,
        Nonce nonce,
        Hash32 codeHash,
        Hash32 storageRoot,
        List<Bytes> accountProof,
        List<Slot> slots) {
    public ProofClaim {
        accountProof = List.copyOf(accountProof);
        slots = List.copyOf(slots);
    }

    /// The same account's claim with other slots.
    public ProofClaim withSlots(List<Slot> others) {
        return new ProofClaim(account, balance, nonce, codeHash, storageRoot, accountProof, others);
    }

    /// @param proof RLP nodes from the storage root down
    public record Slot(Hash32 key, BigInteger value, List<Bytes> proof) {
        public Slot {
            proof = List.copyOf(proof);
        }
    }
}

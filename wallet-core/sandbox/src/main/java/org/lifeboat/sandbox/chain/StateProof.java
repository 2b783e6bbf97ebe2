package org.lifeboat.sandbox.chain;

import java.util.List;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// An account and some of its slots with the nodes that show them (EIP-1186).
/// @param account [StoredAccount#EMPTY] where there is none
/// @param nodes from the state root down
public record StateProof(StoredAccount account, List<Bytes> nodes, List<Slot> slots) {
    public StateProof {
        nodes = List.copyOf(nodes);
        slots = List.copyOf(slots);
    }

    /// @param nodes from the account's storage root down
    public record Slot(Hash32 key, Hash32 value, List<Bytes> nodes) {
        public Slot {
            nodes = List.copyOf(nodes);
        }
    }
}

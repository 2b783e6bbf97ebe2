package org.lifeboat.primitives.tx;

import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// A contract, and those of its slots, that a transaction announces it will touch (EIP-2930).
public record AccessListEntry(Address contract, List<Hash32> slots) {
    public AccessListEntry {
        slots = List.copyOf(slots);
    }
}

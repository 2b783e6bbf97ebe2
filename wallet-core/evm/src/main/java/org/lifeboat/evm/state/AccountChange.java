package org.lifeboat.evm.state;

import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.code.Code;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// What a run did to one account.
/// @param after how it stands now; empty where it does not exist
/// @param storageDropped every slot of before is gone; `slots` holds all there is now
/// @param slots the slots that were written, with the values they have now (zero: nothing stored)
public record AccountChange(Address address, Optional<After> after, boolean storageDropped, Map<Hash32, Hash32> slots) {
    /// @param nonce unsigned
    /// @param newCode the code, where the run set it
    public record After(long nonce, Wei balance, Hash32 codeHash, Optional<Code> newCode) {}

    public AccountChange {
        slots = Map.copyOf(slots);
    }
}

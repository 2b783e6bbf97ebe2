package org.lifeboat.evm.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.word.Words;
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

    static AccountChange of(Account account) {
        Optional<AccountChange.After> after = account.exists
                ? Optional.of(new After(
                        account.nonce,
                        new Wei(Words.toNumber(account.balance, 0)),
                        account.codeHash(),
                        account.codeChanged ? Optional.of(account.code) : Optional.empty()))
                : Optional.empty();
        Map<Hash32, Hash32> slots = new HashMap<>();
        long[] data = account.slots.data;
        for (int i = 0; i < account.slots.size(); i++) {
            int at = i * Slots.STRIDE;
            if (data[at + Slots.WRITTEN] != 0) {
                slots.put(Hash32.of(Words.toBytes(data, at)), Hash32.of(Words.toBytes(data, at + Slots.CURRENT)));
            }
        }
        return new AccountChange(account.address, after, account.storageDropped, slots);
    }
}

package org.lifeboat.primitives.trie;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpException;

/// Checks `accountProof` of `eth_getProof` (EIP-1186).
public final class AccountProof {
    private AccountProof() {}

    /// @param nodes from the state root down
    /// @return proven and empty: there is no such account, which counts as [AccountState#EMPTY]; otherwise as
    /// [TrieProof]
    public static Answer<Optional<AccountState>> check(Hash32 stateRoot, Address account, List<Bytes> nodes) {
        return TrieProof.check(stateRoot, Keccak256.digest(account.toArray()), nodes)
                .then(AccountProof::read);
    }

    private static Answer<Optional<AccountState>> read(Optional<Bytes> value) {
        if (value.isEmpty()) {
            return new Answer.Proven<>(Optional.empty());
        }
        try {
            return new Answer.Proven<>(Optional.of(AccountState.read(value.get())));
        } catch (RlpException e) {
            return new Answer.Unknown<>(
                    Answer.Cause.UPDATE_NEEDED, "an account in a form this program does not know: " + e.reason());
        }
    }
}

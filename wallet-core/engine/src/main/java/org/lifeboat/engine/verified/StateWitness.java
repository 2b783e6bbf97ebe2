package org.lifeboat.engine.verified;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.verifier.call.GivenState;

/// Proofs of all that one run read of one block's state, and the codes it ran: whoever has them can run it
/// again. Worth as much as the state root they are held against. Whoever reads one back from a disk or a file
/// checks it.
public record StateWitness(List<ProofClaim> claims, List<Bytes> codes) {
    public StateWitness {
        claims = List.copyOf(claims);
        codes = List.copyOf(codes);
    }

    /// What the proofs show.
    public Answer<GivenState> state(Hash32 stateRoot) {
        GivenState state = new GivenState();
        codes.forEach(state::putCode);
        for (ProofClaim claim : claims) {
            switch (ClaimCheck.account(stateRoot, claim.account(), claim)) {
                case Checked.Fits<AccountState>(AccountState found) -> {
                    put(state, claim, found);
                    for (ProofClaim.Slot slot : claim.slots()) {
                        switch (ClaimCheck.slot(found.storageRoot(), slot.key(), slot)) {
                            case Checked.Fits<BigInteger>(BigInteger word) ->
                                state.putSlot(claim.account(), slot.key(), Hash32.ofNumber(word));
                            case Checked.Contradicted<BigInteger>(Contradiction contradiction) -> {
                                return new Answer.Refuted<>(contradiction.inWords());
                            }
                            case Checked.Unchecked<BigInteger>(Note reason) -> {
                                return unchecked(reason);
                            }
                        }
                    }
                }
                case Checked.Contradicted<AccountState>(Contradiction contradiction) -> {
                    return new Answer.Refuted<>(contradiction.inWords());
                }
                case Checked.Unchecked<AccountState>(Note reason) -> {
                    return unchecked(reason);
                }
            }
        }
        return new Answer.Proven<>(state);
    }

    private static void put(GivenState state, ProofClaim claim, AccountState found) {
        boolean absent = found.equals(AccountState.EMPTY);
        state.putAccount(
                claim.account(),
                absent
                        ? Optional.empty()
                        : Optional.of(new StoredAccount(
                                found.nonce().value(), found.balance(), found.storageRoot(), found.codeHash())));
        if (found.codeHash().equals(AccountState.NO_CODE)) {
            state.putCode(Bytes.EMPTY);
        }
    }

    private static Answer<GivenState> unchecked(Note reason) {
        return new Answer.Unknown<>(Answer.Cause.MISSING, reason.kind() + " " + reason.arguments());
    }
}

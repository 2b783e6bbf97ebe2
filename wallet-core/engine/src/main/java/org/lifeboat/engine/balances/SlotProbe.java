package org.lifeboat.engine.balances;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.Token.BalanceSlot;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.trie.AccountState;

/// Looks for the slot that holds a balance that the source has just named. What is found is the source's own
/// suggestion: it could steer amount and slot alike, so it raises no assurance. A zero never confirms a slot,
/// because every unused slot is zero.
final class SlotProbe {
    private static final List<BalanceSlot> CANDIDATES = BalanceSlots.candidates();

    private final Token token;
    private final Address owner;
    private final BigInteger amount;
    private Optional<ProofClaim> claim = Optional.empty();

    SlotProbe(Token token, Address owner, BigInteger amount) {
        this.token = token;
        this.owner = owner;
        this.amount = amount;
    }

    Token token() {
        return token;
    }

    Address owner() {
        return owner;
    }

    void addTo(Batch batch, BlockSelector block) {
        List<Hash32> slots = CANDIDATES.stream()
                .map(candidate -> BalanceSlots.of(candidate, owner))
                .toList();
        batch.add(new Query.ProofOf(token.contract(), slots, block), reply -> claim = reply.got());
    }

    /// The one candidate that provably holds the amount; empty if there is none, or more than one.
    Optional<BalanceSlot> found(Hash32 stateRoot) {
        if (amount.signum() == 0) {
            return Optional.empty();
        }
        return claim.flatMap(proof -> switch (ClaimCheck.account(stateRoot, token.contract(), proof)) {
            case Checked.Fits<AccountState>(AccountState state) -> only(state, proof);
            case Checked.Contradicted<AccountState> _, Checked.Unchecked<AccountState> _ -> Optional.empty();
        });
    }

    private Optional<BalanceSlot> only(AccountState state, ProofClaim proof) {
        if (proof.slots().size() != CANDIDATES.size()) {
            return Optional.empty();
        }
        List<BalanceSlot> holding = IntStream.range(0, CANDIDATES.size())
                .filter(i -> holds(state, CANDIDATES.get(i), proof.slots().get(i)))
                .mapToObj(CANDIDATES::get)
                .toList();
        return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
    }

    private boolean holds(AccountState state, BalanceSlot candidate, ProofClaim.Slot slot) {
        return ClaimCheck.slot(state.storageRoot(), BalanceSlots.of(candidate, owner), slot)
                        instanceof Checked.Fits<BigInteger>(BigInteger word)
                && word.equals(amount);
    }
}

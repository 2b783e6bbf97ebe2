package org.lifeboat.engine.balances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.Token.BalanceSlot;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.trie.AccountState;

/// One token's balances of all accounts by one proof of its contract's storage (two, where the contract is a
/// proxy).
final class TokenProof {
    private final Token token;
    private final BalanceSlot slot;
    private final List<Hash32> asked = new ArrayList<>();
    private Reply<ProofClaim> contract = Reply.notAsked();
    private Reply<ProofClaim> implementation = Reply.notAsked();

    TokenProof(Token token, BalanceSlot slot, List<Address> accounts) {
        this.token = token;
        this.slot = slot;
        accounts.forEach(account -> asked.add(BalanceSlots.of(this.slot, account)));
        implementation().ifPresent(pin -> asked.add(pin.slot()));
    }

    /// A proof that was kept, of one account's balance.
    static TokenProof again(Token pinned, Address account, ProofClaim contract, Optional<ProofClaim> implementation) {
        TokenProof proof = new TokenProof(pinned, pinned.pin().orElseThrow().balances(), List.of(account));
        proof.contract = new Reply.Got<>(contract);
        implementation.ifPresent(claim -> proof.implementation = new Reply.Got<>(claim));
        return proof;
    }

    /// The contract's claim with no slots but those that one account's balance needs.
    /// @param account its place among the accounts asked for
    ProofClaim subjectOf(int account) {
        ProofClaim all = contract.got().orElseThrow();
        List<ProofClaim.Slot> slots = new ArrayList<>(List.of(all.slots().get(account)));
        if (implementation().isPresent()) {
            slots.add(all.slots().getLast());
        }
        return all.withSlots(slots);
    }

    Optional<ProofClaim> implementationClaim() {
        return implementation.got();
    }

    Token token() {
        return token;
    }

    private Optional<Token.Implementation> implementation() {
        return token.pin().flatMap(Token.Pin::implementation);
    }

    void addTo(Batch batch, BlockSelector block) {
        batch.add(new Query.ProofOf(token.contract(), asked, block), reply -> contract = reply);
        implementation()
                .ifPresent(pin ->
                        batch.add(new Query.ProofOf(pin.address(), List.of(), block), reply -> implementation = reply));
    }

    /// The balances in the order of the accounts. For a pinned token: only if code and implementation are the
    /// pinned ones. For another: what the slot holds, which is a balance only if the slot is the right one.
    Checked<List<BigInteger>> balances(Hash32 stateRoot, int accounts) {
        return switch (contract) {
            case Reply.Got<ProofClaim>(ProofClaim claim) ->
                switch (ClaimCheck.account(stateRoot, token.contract(), claim)) {
                    case Checked.Fits<AccountState>(AccountState state)
                    when AbsentTokens.hasNoCode(state) ->
                        new Checked.Unchecked<>(Note.of(Note.Kind.TOKENS_ABSENT, token.symbol()));
                    case Checked.Fits<AccountState>(AccountState state) -> words(stateRoot, state, claim, accounts);
                    case Checked.Contradicted<AccountState>(var contradiction) ->
                        new Checked.Contradicted<>(contradiction);
                    case Checked.Unchecked<AccountState>(Note reason) -> new Checked.Unchecked<>(reason);
                };
            case Reply.Refused<ProofClaim> refused -> Checked.unchecked(Answer.Cause.NOT_OFFERED, refused.problem());
            case Reply.Failed<ProofClaim> failed -> Checked.unchecked(Answer.Cause.MISSING, failed.problem());
        };
    }

    private Checked<List<BigInteger>> words(Hash32 stateRoot, AccountState state, ProofClaim claim, int accounts) {
        if (claim.slots().size() != asked.size()) {
            return Checked.unchecked(
                    Answer.Cause.MISSING,
                    "proofs of " + asked.size() + " slots were asked, "
                            + claim.slots().size() + " came");
        }
        List<BigInteger> words = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            switch (ClaimCheck.slot(
                    state.storageRoot(), asked.get(i), claim.slots().get(i))) {
                case Checked.Fits<BigInteger>(BigInteger word) -> words.add(word);
                case Checked.Contradicted<BigInteger>(var contradiction) -> {
                    return new Checked.Contradicted<>(contradiction);
                }
                case Checked.Unchecked<BigInteger>(Note reason) -> {
                    return new Checked.Unchecked<>(reason);
                }
            }
        }
        return token.pin()
                .map(pin -> pinned(pin, stateRoot, state, words, accounts))
                .orElseGet(() -> new Checked.Fits<>(List.copyOf(words)));
    }

    private Checked<List<BigInteger>> pinned(
            Token.Pin pin, Hash32 stateRoot, AccountState state, List<BigInteger> words, int accounts) {
        if (!state.codeHash().equals(pin.codeHash())) {
            return new Checked.Unchecked<>(Note.of(Note.Kind.TOKEN_CODE_CHANGED));
        }
        List<BigInteger> balances = List.copyOf(words.subList(0, accounts));
        if (pin.implementation().isEmpty()) {
            return new Checked.Fits<>(balances);
        }
        Token.Implementation expected = pin.implementation().get();
        Address pointsTo = Hash32.ofNumber(words.getLast()).toAddress();
        if (!pointsTo.equals(expected.address())) {
            return new Checked.Unchecked<>(Note.of(Note.Kind.IMPLEMENTATION_CHANGED, pointsTo.toChecksum()));
        }
        return switch (implementation) {
            case Reply.Got<ProofClaim>(ProofClaim claim) ->
                switch (ClaimCheck.account(stateRoot, expected.address(), claim)) {
                    case Checked.Fits<AccountState>(AccountState code) ->
                        code.codeHash().equals(expected.codeHash())
                                ? new Checked.Fits<>(balances)
                                : new Checked.Unchecked<>(
                                        Note.of(Note.Kind.IMPLEMENTATION_CHANGED, pointsTo.toChecksum()));
                    case Checked.Contradicted<AccountState>(var contradiction) ->
                        new Checked.Contradicted<>(contradiction);
                    case Checked.Unchecked<AccountState>(Note reason) -> new Checked.Unchecked<>(reason);
                };
            case Reply.Refused<ProofClaim> refused -> Checked.unchecked(Answer.Cause.NOT_OFFERED, refused.problem());
            case Reply.Failed<ProofClaim> failed -> Checked.unchecked(Answer.Cause.MISSING, failed.problem());
        };
    }
}

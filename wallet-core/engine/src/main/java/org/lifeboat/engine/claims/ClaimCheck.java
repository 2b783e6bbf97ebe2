package org.lifeboat.engine.claims;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.AccountProof;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.primitives.trie.StorageProof;

/// Holds a source's claims against what its own proofs show. Pure.
public final class ClaimCheck {
    private ClaimCheck() {}

    /// Recomputes the header's hash from its fields.
    public static Checked<BlockHeader> header(HeaderClaim claim) {
        return switch (BlockHeader.fromFields(claim.fields(), claim.claimedHash())) {
            case Answer.Proven<BlockHeader>(BlockHeader header) -> new Checked.Fits<>(header);
            case Answer.Refuted<BlockHeader>(String reason) ->
                Checked.contradicted(
                        Contradiction.What.HEADER,
                        "block " + claim.fields().getOrDefault("number", "?"),
                        claim.claimedHash(),
                        reason);
            case Answer.Unknown<BlockHeader>(Answer.Cause cause, String reason) -> Checked.unchecked(cause, reason);
        };
    }

    /// Checks the account proof against `stateRoot`, and every claimed member against what it shows.
    public static Checked<AccountState> account(Hash32 stateRoot, Address asked, ProofClaim claim) {
        if (!claim.account().equals(asked)) {
            return Checked.contradicted(Contradiction.What.OTHER_SUBJECT, asked, claim.account(), asked);
        }
        if (claim.accountProof().isEmpty()) {
            return Checked.unchecked(Answer.Cause.NOT_OFFERED, "the answer holds no proof");
        }
        return switch (AccountProof.check(stateRoot, asked, claim.accountProof())) {
            case Answer.Proven<Optional<AccountState>>(Optional<AccountState> state) -> members(asked, claim, state);
            case Answer.Refuted<Optional<AccountState>>(String reason) ->
                Checked.contradicted(
                        Contradiction.What.ACCOUNT_PROOF, asked, claim.balance().value(), reason);
            case Answer.Unknown<Optional<AccountState>>(Answer.Cause cause, String reason) ->
                Checked.unchecked(cause, reason);
        };
    }

    private static Checked<AccountState> members(Address asked, ProofClaim claim, Optional<AccountState> proven) {
        AccountState state = proven.orElse(AccountState.EMPTY);
        if (!claim.balance().equals(state.balance())) {
            return Checked.contradicted(
                    Contradiction.What.BALANCE,
                    asked,
                    claim.balance().value(),
                    state.balance().value());
        }
        if (!claim.nonce().equals(state.nonce())) {
            return Checked.contradicted(
                    Contradiction.What.NONCE,
                    asked,
                    claim.nonce().value(),
                    state.nonce().value());
        }
        // For an account that is not in the state, some nodes write zeros where others write the empty hashes.
        boolean absent = proven.isEmpty();
        if (!claim.codeHash().equals(state.codeHash())
                && !(absent && claim.codeHash().equals(Hash32.ZERO))) {
            return Checked.contradicted(Contradiction.What.CODE_HASH, asked, claim.codeHash(), state.codeHash());
        }
        if (!claim.storageRoot().equals(state.storageRoot())
                && !(absent && claim.storageRoot().equals(Hash32.ZERO))) {
            return Checked.contradicted(
                    Contradiction.What.STORAGE_ROOT, asked, claim.storageRoot(), state.storageRoot());
        }
        return new Checked.Fits<>(state);
    }

    /// Checks one slot's proof against the account's proven storage root.
    public static Checked<BigInteger> slot(Hash32 storageRoot, Hash32 asked, ProofClaim.Slot claim) {
        if (!claim.key().equals(asked)) {
            return Checked.contradicted(Contradiction.What.OTHER_SUBJECT, "slot " + asked, claim.key(), asked);
        }
        return switch (StorageProof.check(storageRoot, asked, claim.proof())) {
            case Answer.Proven<BigInteger>(BigInteger value) ->
                value.equals(claim.value())
                        ? new Checked.Fits<>(value)
                        : Checked.contradicted(Contradiction.What.STORAGE_VALUE, "slot " + asked, claim.value(), value);
            case Answer.Refuted<BigInteger>(String reason) ->
                Checked.contradicted(Contradiction.What.STORAGE_PROOF, "slot " + asked, claim.value(), reason);
            case Answer.Unknown<BigInteger>(Answer.Cause cause, String reason) -> Checked.unchecked(cause, reason);
        };
    }

    /// Whether `code` hashes to `codeHash`; an account that is not in the state has neither.
    public static boolean isCode(Bytes code, Hash32 codeHash) {
        return Keccak256.hash(code).equals(codeHash)
                || (code.isEmpty() && codeHash.equals(AccountState.EMPTY.codeHash()));
    }
}

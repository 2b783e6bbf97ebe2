package org.lifeboat.engine.activity;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;

/// One signed transaction of one of the user's accounts. Chain and hash are its identity.
///
/// @param signed the bytes as they are sent, and sent again
/// @param counterpart who gets the money, or whose contract is called; empty for a contract creation
/// @param asset what is moved
/// @param units how much of it, in its smallest unit
/// @param feeLimit the most that the fee can become
/// @param note what the user wrote to it; may be empty
/// @param signedAt by the computer's clock
/// @param changedAt when `status` last changed, by the computer's clock
public record OwnTransaction(
        ChainId chain,
        Hash32 hash,
        Address account,
        Nonce nonce,
        Kind kind,
        Bytes signed,
        Optional<Address> counterpart,
        Asset asset,
        BigInteger units,
        FeeParts feeLimit,
        Optional<FeeParts> feePaid,
        Status status,
        String note,
        Instant signedAt,
        Instant changedAt) {

    public OwnTransaction {
        if (units.signum() < 0 || units.bitLength() > 256) {
            throw new IllegalArgumentException("units out of range");
        }
        if (note.length() > 1_000) {
            throw new IllegalArgumentException("a note has at most 1000 characters");
        }
    }

    /// What the user wanted with it.
    public enum Kind {
        SEND,
        /// Leave for somebody else to spend.
        APPROVE,
        CONTRACT_CALL,
        CONTRACT_CREATION,
        /// Uses up a nonce so that an earlier transaction cannot be mined.
        CANCEL
    }

    /// What was moved, with what is needed to show it when the token list no longer has it.
    public sealed interface Asset {
        String symbol();

        int decimals();

        record Coin(String symbol) implements Asset {
            @Override
            public int decimals() {
                return 18;
            }
        }

        record Erc20(Address contract, String symbol, int decimals) implements Asset {
            public Erc20 {
                if (decimals < 0 || decimals > 255) {
                    throw new IllegalArgumentException("decimals out of range");
                }
            }
        }
    }

    public OwnTransaction with(Status newStatus, Instant when) {
        return new OwnTransaction(
                chain,
                hash,
                account,
                nonce,
                kind,
                signed,
                counterpart,
                asset,
                units,
                feeLimit,
                feePaid,
                newStatus,
                note,
                signedAt,
                when);
    }

    /// @param paid empty again when the block that said so is gone
    public OwnTransaction withFeePaid(Optional<FeeParts> paid) {
        return new OwnTransaction(
                chain,
                hash,
                account,
                nonce,
                kind,
                signed,
                counterpart,
                asset,
                units,
                feeLimit,
                paid,
                status,
                note,
                signedAt,
                changedAt);
    }

    public OwnTransaction withNote(String newNote) {
        return new OwnTransaction(
                chain,
                hash,
                account,
                nonce,
                kind,
                signed,
                counterpart,
                asset,
                units,
                feeLimit,
                feePaid,
                status,
                newNote,
                signedAt,
                changedAt);
    }
}

package org.lifeboat.engine.anchor;

import java.util.Optional;
import org.lifeboat.engine.activity.ReceiptProof;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.name.NameProof;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.verified.TrialProof;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// What can rise with its block.
sealed interface KeptProof {
    record Balance(BalanceProof proof) implements KeptProof {}

    /// @param account whose transaction it was
    record Payment(Address account, ReceiptProof proof) implements KeptProof {}

    /// @param account that wanted to send it
    record Trial(Address account, TrialProof proof) implements KeptProof {}

    /// Where a name led: nobody's in particular.
    record Name(NameProof proof) implements KeptProof {}

    /// The RLP of the block's header.
    default Bytes header() {
        return switch (this) {
            case Balance(BalanceProof proof) -> proof.header();
            case Payment(Address _, ReceiptProof proof) -> proof.header();
            case Trial(Address _, TrialProof proof) -> proof.ground().header();
            case Name(NameProof proof) -> proof.ground().header();
        };
    }

    /// Whether it is about the balance of `token`, or of the native coin.
    default boolean isOf(Optional<Address> token) {
        return this instanceof Balance(BalanceProof proof) && proof.token().equals(token);
    }

    /// As it lies on the disk.
    record Piece(EvidenceStore.Id id, StoredEvidence stored, KeptProof proof) {}
}

package org.lifeboat.app.world;

import org.lifeboat.app.drill.Player;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;

/// Whoever signs for a wallet in a world of play money.
interface WorldKeys extends AutoCloseable {
    Address address();

    SignedTransaction sign(Draft draft);

    @Override
    void close();

    /// As the program has them.
    record OfVault(Player player) implements WorldKeys {
        @Override
        public Address address() {
            return player.address();
        }

        @Override
        public SignedTransaction sign(Draft draft) {
            Description description = player.describe(draft);
            Approval approval = description.approve();
            return player.sign(draft, description.needsSecondConfirmation() ? approval.confirmAgain() : approval)
                    .orElseThrow();
        }

        @Override
        public void close() {
            player.close();
        }
    }

    /// A key alone, where a vault would take its time to be made.
    record Bare(byte[] key) implements WorldKeys {
        @Override
        public Address address() {
            return Secp256k1.preferred().addressOfKey(key);
        }

        @Override
        public SignedTransaction sign(Draft draft) {
            return new SignedTransaction(
                    draft.transaction(),
                    Secp256k1.preferred().sign(draft.transaction().signingHash().toArray(), key));
        }

        @Override
        public void close() {}
    }
}

package org.lifeboat.engine.claims;

import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.engine.source.Refutation;

/// Two statements that cannot both hold.
/// @param subject what both are about, as an address or a hash
/// @param said the source's statement
/// @param shown what the proof or the recomputation shows
public record Contradiction(What what, String subject, String said, String shown) {
    /// The key of the sentence; arguments: {0} subject, {1} said, {2} shown.
    public String messageKey() {
        return "balances.contradiction." + what.key;
    }

    /// As it was kept of a source; empty if a newer program kept a kind that this one does not know.
    public static Optional<Contradiction> of(Refutation kept) {
        return Arrays.stream(What.values())
                .filter(what -> what.name().equals(kept.kind()))
                .findFirst()
                .map(what -> new Contradiction(what, kept.subject(), kept.said(), kept.shown()));
    }

    /// As it is kept of the source that is caught with it.
    public Refutation refutation() {
        return new Refutation(what.name(), subject, said, shown);
    }

    /// The statements as one English line, for logs and health records.
    public String inWords() {
        return what.words + " of " + subject + ": the source said " + said + "; the proof says " + shown;
    }

    /// Whether only a proof failed to hold, and no value was shown to be another. A server that is asked while it
    /// makes a block may give nodes of two states; who is honest gives a proof that holds when asked once more, and
    /// who is not cannot.
    public boolean isUnfitProof() {
        return what == What.ACCOUNT_PROOF || what == What.STORAGE_PROOF;
    }

    public enum What {
        CHAIN_ID("chainId", "chain id"),
        HEADER("header", "header"),
        ACCOUNT_PROOF("accountProof", "account proof"),
        STORAGE_PROOF("storageProof", "storage proof"),
        BALANCE("balance", "balance"),
        NONCE("nonce", "nonce"),
        CODE_HASH("codeHash", "code hash"),
        STORAGE_ROOT("storageRoot", "storage root"),
        STORAGE_VALUE("storageValue", "storage value"),
        OTHER_SUBJECT("otherSubject", "answer"),
        BASE_FEE("baseFee", "base fee"),
        TRANSACTION_HASH("transactionHash", "transaction hash"),
        RECEIPT("receipt", "receipt");

        private final String key;
        private final String words;

        What(String key, String words) {
            this.key = key;
            this.words = words;
        }
    }
}

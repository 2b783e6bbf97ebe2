package org.lifeboat.engine.anchor;

import java.util.List;

/// One link of the chain of evidence, as data: the words are in `i18n/sync_*.properties`.
/// @param hash what this link is tied by, in hex; for the figure itself its amount
/// @param arguments of the sentence
public record EvidenceLink(Kind kind, String hash, List<String> arguments) {
    public EvidenceLink {
        arguments = List.copyOf(arguments);
    }

    static EvidenceLink of(Kind kind, Object hash, Object... arguments) {
        return new EvidenceLink(
                kind,
                hash.toString(),
                List.of(arguments).stream().map(String::valueOf).toList());
    }

    public String messageKey() {
        return "sync.link." + kind;
    }

    public enum Kind {
        /// The beacon block that is believed.
        CHECKPOINT,
        /// The committee of period {0}, handed over by the one before.
        COMMITTEE,
        /// The beacon block of slot {0}, final by the signatures of {1} of {2}.
        FINAL_BLOCK,
        /// The beacon block of slot {0}, signed by {1} of {2}: not final yet.
        SIGNED_BLOCK,
        /// The L1 block {0} in it.
        L1_HEADER,
        /// The block {0}, {1} parents below.
        ANCESTOR,
        /// The state of that block.
        STATE_ROOT,
        /// The account, or the token's contract.
        ACCOUNT,
        /// A storage slot that was read.
        SLOT,
        /// A contract's code, which was run again on what was proven. {0} bytes
        CODE,
        /// The transaction at place {0} of the block, counted from 1.
        TRANSACTION,
        /// Its receipt; the hash is the receipts root that it stands under.
        RECEIPT,
        /// The receipt says that it had its effect.
        SUCCEEDED,
        /// The receipt says that it had none but for its fee.
        FAILED,
        /// The transaction, run again on that state: it succeeds and uses {0} gas.
        TRIED_SUCCEEDS,
        /// The same: it fails.
        TRIED_FAILS,
        /// The name {0} leads to this address on chain {1}, by its contracts, run again on that state.
        NAMED,
        /// The address calls itself {0}.
        CALLED,
        /// The amount, in the smallest unit.
        AMOUNT
    }
}

package org.lifeboat.engine.claims;

import java.util.List;

/// Something to be said beside a figure, as data: the words are in `i18n/balances_*.properties`.
public record Note(Kind kind, List<String> arguments) {
    public Note {
        arguments = List.copyOf(arguments);
    }

    public static Note of(Kind kind, String... arguments) {
        return new Note(kind, List.of(arguments));
    }

    /// The message's key; its arguments are numbered from 0 as in `MessageFormat`.
    public String messageKey() {
        return "balances.note." + kind.key;
    }

    public enum Kind {
        /// The storage slot was found by asking this very source, so it could steer both. {0} slot
        SLOT_SUGGESTED("slotSuggested"),
        /// Nothing pins where this token keeps balances: the amount is one server's word.
        NOT_PINNED("notPinned"),
        /// The source gives no proofs. {0} its words
        NO_PROOFS("noProofs"),
        /// It was measured that the source gives no proofs, so it was not asked for any.
        NO_PROOFS_MEASURED("noProofsMeasured"),
        /// The header has fields, or is of a form, that this program does not know. {0} detail
        UPDATE_NEEDED("updateNeeded"),
        /// The proof could not be checked. {0} detail
        PROOF_INCOMPLETE("proofIncomplete"),
        /// The token's code is not the one that the bundled list pins.
        TOKEN_CODE_CHANGED("tokenCodeChanged"),
        /// The proxy points to another implementation than the list pins. {0} the address it points to
        IMPLEMENTATION_CHANGED("implementationChanged"),
        /// {0} sources named the same header.
        SOURCES_AGREE("sourcesAgree"),
        /// {0} names another block {1} at this height: a reorganisation, or one of them is wrong.
        SOURCES_DIFFER("sourcesDiffer"),
        /// {0} was set aside: see the disagreements.
        SOURCE_SET_ASIDE("sourceSetAside"),
        /// {0} is not asked because it was set aside on the day {1}.
        SOURCE_SET_ASIDE_BEFORE("sourceSetAsideBefore"),
        /// {0} did not answer usably. {1} detail
        SOURCE_FAILED("sourceFailed"),
        /// {0} names the block {1} and does not know it.
        BLOCK_NOT_KNOWN("blockNotKnown"),
        /// {0} is behind the block in which the transaction was seen.
        SOURCE_BEHIND("sourceBehind"),
        /// No source is set up.
        NO_SOURCE("noSource"),
        /// The block changed while it was read, twice.
        BLOCK_CHANGED("blockChanged"),
        /// The newest block is {0} seconds old.
        HEAD_OLD("headOld"),
        /// The answer did not come in time.
        OUT_OF_TIME("outOfTime"),
        /// The token's own code could not be run here. {0} why, as a short English phrase
        NOT_RUN_HERE("notRunHere"),
        /// The contract does not answer as a token does. {0} detail
        NOT_A_TOKEN("notAToken"),
        /// By a proof for this block, no contract stands at the addresses of {0} (symbols).
        TOKENS_ABSENT("tokensAbsent"),
        /// What this network posts on L1 is not read here, so L1 vouches for no figure.
        NO_L1_VERIFIER("noL1Verifier"),
        /// No root on a verified L1 covers a figure yet.
        NO_ROOT_YET("noRootYet");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }
}

package org.lifeboat.engine.verified;

/// Why something could not be run here, as data: the words are in `i18n/send_*.properties`.
/// @param detail what the reason is about, for showing; may be empty
public record CouldNot(Why why, String detail) {
    /// The key of the sentence; its argument {0} is the detail.
    public String messageKey() {
        return "send.unsimulated." + why.key;
    }

    public enum Why {
        /// Nobody has tried yet, or there is no network to try on.
        NOT_TRIED("notTried"),
        /// No source answered. {0} its words
        NO_ANSWER("noAnswer"),
        /// The source has the state no more, or does not give it. {0} its words
        STATE_REFUSED("stateRefused"),
        /// The block's header is of a form that this program does not know. {0} what
        HEADER_UNKNOWN("headerUnknown"),
        /// Which rules hold on this chain at this time is not known here. {0} what does not fit
        RULES_UNKNOWN("rulesUnknown"),
        /// The chain does not run Ethereum's EVM.
        NOT_EVM("notEvm"),
        /// It calls {0}, which only the chain itself has.
        ONLY_THERE("onlyThere"),
        /// It touches more of the state than is fetched for one transaction.
        TOO_MUCH("tooMuch"),
        /// The answers did not come in time.
        OUT_OF_TIME("outOfTime"),
        /// The source was caught with a false answer. {0} its words
        SOURCE_LIED("sourceLied");

        private final String key;

        Why(String key) {
            this.key = key;
        }
    }
}

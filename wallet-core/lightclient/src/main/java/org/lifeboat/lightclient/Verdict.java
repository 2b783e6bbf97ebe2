package org.lifeboat.lightclient;

/// What became of a message.
public sealed interface Verdict {
    /// Every check held. The store may be the same in content: not every valid update moves the client on.
    record Accepted(Store store) implements Verdict {}

    /// A check failed; the store stays as it was.
    record Refused(Reason reason) implements Verdict {}

    /// A fork this program does not know the containers of: an update of the program is needed. Says nothing
    /// about the sender.
    record UpdateNeeded(long slot) implements Verdict {}

    /// Which check failed, and what it says about the source.
    enum Reason {
        /// The checkpoint's header is another one than was asked for.
        OTHER_CHECKPOINT,
        /// The execution part does not belong to its beacon header.
        HEADER_BROKEN,
        /// Nobody signed.
        NO_PARTICIPANTS,
        /// signature slot > attested slot >= finalised slot does not hold.
        SLOTS_OUT_OF_ORDER,
        /// Signed in a slot that our clock has not reached: the source, or our clock, is wrong.
        FROM_THE_FUTURE,
        /// Signed in a period whose committee is not known here: updates in between are missing.
        PERIOD_SKIPPED,
        /// Not newer than what is known. Harmless.
        NOTHING_NEW,
        /// The finalised header is not the one in the attested state.
        FINALITY_NOT_PROVEN,
        /// The next committee is not the one in the attested state, or another than the one known.
        COMMITTEE_NOT_PROVEN,
        /// The committee did not sign this.
        SIGNATURE_WRONG
    }
}

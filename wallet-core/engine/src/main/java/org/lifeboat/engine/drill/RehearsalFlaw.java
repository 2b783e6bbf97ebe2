package org.lifeboat.engine.drill;

/// What would stand between the user and the money, if the operator were gone today. In the order in which it is to be
/// seen to: the first that is there is the one thing to do. Its words are under `rehearsal.flaw.NAME` in the message
/// bundles.
public enum RehearsalFlaw {
    /// Proving and paying out are stopped.
    PAUSED,
    /// The kind of its roots is none that withdrawals can be proven against here.
    UNREADABLE,
    /// Nobody says anything new of the L2: it may be gone already.
    SILENT,
    /// What is held on L1 does not pay for the steps there.
    TOO_LITTLE_ON_L1,
    /// Only whom the operator names can post roots: without the operator there are none.
    ROOTS_CLOSED,
    /// It pays for the steps, but not for a root of one's own with its bond.
    NO_BOND,
    /// This program cannot sign for the account.
    NO_KEY,
    /// A token is held for which no proof is known that brings it home, or not so much of it.
    TOKEN_STAYS,
    /// A withdrawal is under way, and nothing is kept here that proves it.
    NO_EVIDENCE,
    /// Nobody else can be asked about L1, or takes a transaction.
    ONE_L1_SOURCE,
    /// Nobody else can be asked for the L2's state.
    ONE_L2_SOURCE,
    /// What L1 says is proven against nothing that its committee signed.
    L1_NOT_FOLLOWED;

    /// Whether the way out ends there, rather than becoming harder.
    public boolean ends() {
        return switch (this) {
            case PAUSED, UNREADABLE, SILENT, TOO_LITTLE_ON_L1, ROOTS_CLOSED, NO_BOND, NO_KEY -> true;
            case TOKEN_STAYS, NO_EVIDENCE, ONE_L1_SOURCE, ONE_L2_SOURCE, L1_NOT_FOLLOWED -> false;
        };
    }
}

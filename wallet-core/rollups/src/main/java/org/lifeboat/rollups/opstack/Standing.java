package org.lifeboat.rollups.opstack;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;

/// Where a withdrawal stands and what can be done about it now. Follows from [ExitFacts] alone, so it goes back
/// as easily as forward.
public sealed interface Standing {
    /// The portal has called the target. If that call failed, the money is not asked for again.
    record PaidOut() implements Standing {}

    /// Proving and paying out are stopped; a proof that was sent keeps its time.
    record Paused(List<Proof> proofs) implements Standing {
        public Paused {
            proofs = List.copyOf(proofs);
        }
    }

    /// No root that counts covers it. Wait, or post one: [#ownRoot].
    /// @param newest the newest block that a usable root covers
    /// @param ownRoot the bond for posting one oneself; empty where that takes what this program has not
    record NoRoot(Optional<L2Block> newest, Optional<Wei> ownRoot) implements Standing {}

    /// A root that covers it stands in the newest block of L1, and can be proven against from the next one on:
    /// nobody has to post another. Source: OptimismPortal2, `proveWithdrawalTransaction`, wants a game older than
    /// the block that it is called in.
    record RootTooNew(Game game) implements Standing {}

    /// The bridge counts roots of a kind that is not read here: an update of this program is needed.
    /// @param type the bridge's own number of the kind
    record NotRead(long type) implements Standing {}

    /// To be proven against `best`, or against one of the others.
    record CanProve(Game best, List<Game> others) implements Standing {
        public CanProve {
            others = List.copyOf(others);
        }
    }

    /// Proven; clocks run.
    /// @param notBefore when all of them can be over; empty where somebody contests the root
    record Waiting(Proof proof, Optional<L1Time> notBefore) implements Standing {}

    /// Proven, and the root is contested and falls as the contest stands now. The portal takes another proof of the
    /// same prover at any time; it replaces the one before, and the waiting time begins again. Source:
    /// OptimismPortal2, `proveWithdrawalTransaction`, in all that keep proofs by prover.
    /// @param fallsAt when the root has fallen, if nobody speaks for it any more
    /// @param better another root that covers the withdrawal, which nobody contests
    record Doubted(Proof proof, L1Time fallsAt, Optional<Game> better) implements Standing {}

    /// The game's time is over and somebody has to say so; anybody may.
    record CanResolve(Proof proof, L1Call call) implements Standing {}

    /// What it was proven against does not count any more. The waiting time begins again.
    /// @param better empty where nothing that counts covers it, or the portal takes no proof yet: beside an output
    /// oracle it takes one only once another output stands in the place of the deleted one
    record MustProveAgain(Proof lost, Optional<Game> better) implements Standing {}

    record CanFinish(Proof proof) implements Standing {}
}

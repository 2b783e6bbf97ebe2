package org.lifeboat.engine.verified;

import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.verifier.call.Effects;

/// What trying a transaction out has shown.
public sealed interface Simulated {
    /// Nobody has tried it.
    Simulated NOT_TRIED = new Failed(new CouldNot(CouldNot.Why.NOT_TRIED, ""));

    /// @param block the block it was tried in, as if it stood there
    /// @param assurance of the state it was tried on: without a mark it is one server's word; posted or final
    /// where this computer has verified the block's header
    /// @param ground for others; empty where it is one server's word, or parts were proven before and not kept
    record Shown(Effects effects, BlockRef block, Assurance assurance, Optional<Ground> ground) implements Simulated {}

    record Failed(CouldNot reason) implements Simulated {}
}

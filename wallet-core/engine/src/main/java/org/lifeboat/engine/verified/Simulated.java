package org.lifeboat.engine.verified;

import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.verifier.call.Effects;

/// What trying a transaction out has shown.
public sealed interface Simulated {
    /// Nobody has tried it.
    Simulated NOT_TRIED = new Failed(new CouldNot(CouldNot.Why.NOT_TRIED, ""));

    /// @param block the block it was tried in, as if it stood there
    /// @param assurance of the state it was tried on: without a mark it is one server's word
    record Shown(Effects effects, BlockRef block, Assurance assurance) implements Simulated {}

    record Failed(CouldNot reason) implements Simulated {}
}

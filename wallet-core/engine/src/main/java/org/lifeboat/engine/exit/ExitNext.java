package org.lifeboat.engine.exit;

import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;

/// Where a plan stands and so what comes next.
public sealed interface ExitNext {
    /// The money is still on the L2: the transaction that takes it off can be signed.
    record Initiate() implements ExitNext {}

    /// That transaction is signed and in no block yet.
    record AwaitOwn(OwnTransaction transaction) implements ExitNext {}

    /// It is on its way into the L2, or the L2 has taken it back.
    record AwaitL2(Hash32 l2Transaction) implements ExitNext {}

    /// It was carried out on the L2 and took no money off it.
    record CameToNothing(Hash32 l2Transaction) implements ExitNext {}

    /// The rest is between the user and the bridge on L1.
    record OnL1(Standing standing, ExitFacts facts) implements ExitNext {}

    /// The portal has finished, and the bridge on L1 refused the tokens. The messenger keeps them for another
    /// try.
    record Replay(Withdrawal withdrawal) implements ExitNext {}

    /// No source of a layer gave what is needed. Try again, or add a source.
    /// @param ofL1 which layer
    record CouldNotLook(boolean ofL1, String why) implements ExitNext {}
}

package org.lifeboat.rollups.opstack;

import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// A withdrawal where it was sent.
/// @param transaction of the L2 that sent it; it may have sent several
public record SentWithdrawal(Hash32 transaction, Withdrawal withdrawal, BlockRef block) {}

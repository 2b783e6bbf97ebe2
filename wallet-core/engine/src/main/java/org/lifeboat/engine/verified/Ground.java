package org.lifeboat.engine.verified;

import org.lifeboat.primitives.Bytes;

/// What a run stood on, so that others can run it again: a block's header, and proofs of what it read of that
/// block's state. Worth as much as the header.
/// @param header the RLP of the block's header
public record Ground(Bytes header, StateWitness witness) {}

/// Simple Serialize: strict reading, and hash tree roots over SHA-256.
///
/// Source: ethereum/consensus-specs, `ssz/simple-serialize.md` (serialisation, Merkleization) and
/// `ssz/merkle-proofs.md` (generalized indices). Reads fixed parts and offsets as the specification orders them;
/// anything else is refused with an [org.lifeboat.primitives.ssz.SszException], never guessed at.
@NullMarked
package org.lifeboat.primitives.ssz;

import org.jspecify.annotations.NullMarked;

/// Opening proofs of KZG commitments, for the precompiled contract 0x0a, on the library blst.
///
/// Follows EIP-4844 and the consensus specification's `polynomial-commitments.md`. Needs one point of the
/// trusted setup only, which is written down here.
@NullMarked
package org.lifeboat.crypto.kzg;

import org.jspecify.annotations.NullMarked;

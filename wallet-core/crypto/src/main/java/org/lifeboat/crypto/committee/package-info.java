/// BLS12-381 signatures of sync committees, by the native library blst.
///
/// Source: draft-irtf-cfrg-bls-signature, proof-of-possession scheme, `FastAggregateVerify`; consensus-specs
/// phase0/beacon-chain.md "BLS signatures". Checks only; this package never signs.
@NullMarked
package org.lifeboat.crypto.committee;

import org.jspecify.annotations.NullMarked;

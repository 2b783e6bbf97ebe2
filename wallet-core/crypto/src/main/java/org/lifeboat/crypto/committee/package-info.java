/// BLS12-381 signatures of sync committees, by the native library blst.
///
/// Source: draft-irtf-cfrg-bls-signature, proof-of-possession scheme, `FastAggregateVerify`; consensus-specs
/// phase0/beacon-chain.md "BLS signatures". Checks only: what signs here is a play committee whose keys
/// everybody can compute.
@NullMarked
package org.lifeboat.crypto.committee;

import org.jspecify.annotations.NullMarked;

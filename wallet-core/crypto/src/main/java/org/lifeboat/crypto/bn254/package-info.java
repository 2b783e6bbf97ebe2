/// The pairing-friendly curve alt_bn128 (BN254) behind the precompiled contracts 6, 7 and 8.
///
/// Follows EIP-196 and EIP-197. Numbers modulo the field's prime are four limbs in Montgomery form. Not
/// constant-time: it sees public data only and must never be handed a secret.
@NullMarked
package org.lifeboat.crypto.bn254;

import org.jspecify.annotations.NullMarked;

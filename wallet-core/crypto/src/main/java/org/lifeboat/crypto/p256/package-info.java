/// Signatures on P-256 (secp256r1), for the precompiled contract 0x100.
///
/// Follows FIPS 186-5, section 6.4.2, and EIP-7951. Verifies only; no key of ours is on this curve.
@NullMarked
package org.lifeboat.crypto.p256;

import org.jspecify.annotations.NullMarked;

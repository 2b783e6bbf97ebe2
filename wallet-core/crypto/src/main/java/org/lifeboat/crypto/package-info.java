/// Curve arithmetic: keys, signatures and who signed, on secp256k1 (SEC 2; RFC 6979; EIP-2).
///
/// The only place that loads native cryptography. Private keys come in as lent arrays and are neither kept
/// nor copied into anything that outlives the call; no key or scalar is ever in a message or a `toString`.
@NullMarked
package org.lifeboat.crypto;

import org.jspecify.annotations.NullMarked;

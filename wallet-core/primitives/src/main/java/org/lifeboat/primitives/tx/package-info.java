/// Transactions: what is signed, what is sent, and what a stranger's bytes say (EIP-155, 2718, 2930, 1559,
/// 4844, 7702).
///
/// Encodings and hashes only. Who signed is found in `crypto`, because that takes curve arithmetic; nothing here
/// touches a key.
@NullMarked
package org.lifeboat.primitives.tx;

import org.jspecify.annotations.NullMarked;

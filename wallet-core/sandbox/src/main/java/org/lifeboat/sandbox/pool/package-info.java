/// Transactions that wait for a block: by account and nonce, with geth's rules for replacing and for limits.
///
/// Pure; one thread at a time, which the node sees to.
@NullMarked
package org.lifeboat.sandbox.pool;

import org.jspecify.annotations.NullMarked;

/// What a block does beside its transactions: system calls before and after them, withdrawals, requests.
///
/// Follows EIP-2935, 4788, 4895, 6110, 7002, 7251, 7685. Each is a function on the world state.
@NullMarked
package org.lifeboat.evm.block;

import org.jspecify.annotations.NullMarked;

/// What the accounts hold, each figure with the way it was checked.
///
/// A refresh pins one block of a network, recomputes its header's hash (execution-specs, "Header"), and reads
/// every balance against that header with `eth_getProof` (EIP-1186); a token's balance by the storage slot
/// that keeps it. Three outcomes stay apart: *proven*, *refuted* (the source is set aside and named), *could
/// not check* (the figure falls back to unchecked, with the reason). Zero, unknown and not yet asked are
/// three things.
///
/// Never: a failed read as a zero, a level above what was checked, a sum across assets, a sum shown as whole
/// when a part is missing.
@NullMarked
package org.lifeboat.engine.balances;

import org.jspecify.annotations.NullMarked;

/// Merkle-Patricia tries: checking what a stranger proves, and computing roots (Yellow Paper, appendix D;
/// EIP-1186).
///
/// A proof is a list of nodes from the root down, each the one its parent names. The outcome is proven (present
/// or absent), refuted, or could not check; no bytes whatever lead to an exception or an endless walk.
@NullMarked
package org.lifeboat.primitives.trie;

import org.jspecify.annotations.NullMarked;

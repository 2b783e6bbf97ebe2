/// The world as a run sees it: accounts and slots read once from a [StateReader], changed in memory, undone on
/// revert.
///
/// Nothing is boxed on the hot path: an account's slots lie in one flat table, the journal of changes in flat
/// arrays. What a transaction must forget at its end (warm addresses, original values, transient storage) is
/// not cleared but carries the number of its transaction. Follows EIP-161, 1153, 2200, 2929, 6780, 7610.
/// Never computes a trie root: that belongs to whoever holds the trie.
@NullMarked
package org.lifeboat.evm.state;

import org.jspecify.annotations.NullMarked;

/// Merkle-Patricia tries of which only some nodes may be known: the state and the storage that a witness
/// carries, or a whole state held in memory.
///
/// A [Trie] is one version and never changes: a write gives another version that shares all untouched nodes,
/// and only what is new is hashed when a root is asked for. Nodes and codes lie in a [PreimageStore] under
/// their Keccak-256, so a version is named by its root alone. Where a node is needed and not known, the answer
/// names it; nothing is guessed.
///
/// Follows the Yellow Paper, sections 4.1 and appendix D. No I/O.
@NullMarked
package org.lifeboat.verifier.trie;

import org.jspecify.annotations.NullMarked;

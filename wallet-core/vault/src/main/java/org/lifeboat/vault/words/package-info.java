/// Seed words: ten word lists, checksum, hints for typing errors, and the seed.
///
/// Follows BIP-39 (bips 7fe0b034ec) and its word lists. Never makes a string of what was typed; a phrase is a
/// row of indices that is wiped when closed.
@NullMarked
package org.lifeboat.vault.words;

import org.jspecify.annotations.NullMarked;

/// ERC-20 tokens: the bundled list and what the user has added after the wallet has read name, symbol and
/// decimals.
///
/// Assets are grouped by the bundled list's id, never by symbol. Unknown tokens are never added by themselves.
@NullMarked
package org.lifeboat.engine.token;

import org.jspecify.annotations.NullMarked;

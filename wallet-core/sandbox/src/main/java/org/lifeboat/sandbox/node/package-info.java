/// A node on one chain: takes transactions, makes blocks at a clock that is handed in, answers questions
/// about any block.
///
/// Safe for many threads. Starts none: whoever wants a block every few seconds calls [L1Node#mine].
@NullMarked
package org.lifeboat.sandbox.node;

import org.jspecify.annotations.NullMarked;

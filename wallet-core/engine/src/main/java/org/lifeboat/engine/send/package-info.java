/// From "send this to that" to bytes on their way, and what became of them.
///
/// A draft says everything before anything is signed: amount, fee with all its parts, nonce, and a list of
/// checks. Signed bytes are on disk before they are sent, and the same bytes are sent again. A status is what
/// the chain says now: mined on L1, or accepted by the sequencer of an L2, and it can go back.
///
/// Fees follow EIP-1559, the OP Stack specification ("L1 data fee", "Operator fee") and Arbitrum's NodeInterface.
/// Never: a fee part that could not be read taken for zero in silence, a second transaction where the first may
/// still be mined, a key.
@NullMarked
package org.lifeboat.engine.send;

import org.jspecify.annotations.NullMarked;

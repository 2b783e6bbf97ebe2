/// The user's own transactions: what was signed, what became of it, what it cost.
///
/// A status is what the chain says now, and goes backwards when the chain does; the signed bytes are kept from
/// the moment before they are first sent. Nothing here is shown as better than it is: what a sequencer accepted
/// is not mined on L1.
@NullMarked
package org.lifeboat.engine.activity;

import org.jspecify.annotations.NullMarked;

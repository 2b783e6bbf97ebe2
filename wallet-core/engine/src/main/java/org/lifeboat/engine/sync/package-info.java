/// Following L1 without believing anybody: which of its headers this computer has verified itself.
///
/// A checkpoint is chosen (built in, agreed between operators, or the user's own), and from there on
/// sync-committee signatures are checked by `lightclient`. What is kept on disk are the messages that led
/// here, never conclusions: at each start they are checked again, so a file that was cut off, altered or
/// written half-way can only lead to less, never to something false. Sources are beacon nodes; any of them
/// may lie, lag or vanish.
///
/// Never: moves on without two thirds of a committee, believes a checkpoint that is too old unless the user
/// said so, or takes a header beyond the clock.
@NullMarked
package org.lifeboat.engine.sync;

import org.jspecify.annotations.NullMarked;

package org.lifeboat.engine.storage;

import java.time.Instant;
import org.lifeboat.primitives.Hash32;

/// The one thing that is believed: the root of a beacon block.
/// @param vouchers who vouches for it, in words: a release's date, the hosts that agreed, a note of the
/// user's
/// @param oldAllowed the user was told what an old checkpoint is worth, and wants it all the same
public record StoredCheckpoint(Hash32 root, Origin origin, String vouchers, Instant chosenAt, boolean oldAllowed) {
    public enum Origin {
        /// Built into the program.
        RELEASE,
        /// Several operators named the same root at one slot.
        AGREED,
        /// The user brought it.
        USER
    }
}

package org.lifeboat.engine.send;

import org.lifeboat.primitives.Address;

/// An address that the user has dealt with.
/// @param name what the user calls it; may be the address itself
record Known(Address address, String name) {
    /// How many hex digits a person compares at each end of an address.
    private static final int LOOKED_AT = 4;

    /// Whether somebody who compares only the ends would take `other` for this address.
    boolean looksLike(Address other) {
        String mine = address.toHex().substring(2);
        String theirs = other.toHex().substring(2);
        return !mine.equals(theirs)
                && mine.regionMatches(0, theirs, 0, LOOKED_AT)
                && mine.regionMatches(mine.length() - LOOKED_AT, theirs, theirs.length() - LOOKED_AT, LOOKED_AT);
    }
}

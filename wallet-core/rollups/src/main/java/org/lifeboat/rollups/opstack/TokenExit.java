package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import org.lifeboat.primitives.Address;

/// Whether and how a token of an L2 gets home by proof. What the token says of itself is the L2's word;
/// what is locked for it on L1 is L1's.
public sealed interface TokenExit {
    /// The standard bridge brought it and takes it back.
    /// @param l1Bridge that takes it in and hands it out on L1
    /// @param l1Token what comes out on L1
    /// @param locked how much of it the bridge holds for this token on L1, in the smallest unit, for
    /// everybody together: more cannot come out
    record StandardBridge(Address l1Bridge, Address l1Token, BigInteger locked) implements TokenExit {}

    /// A bridge of its own brought it, which this program does not know.
    record OwnBridge(Address bridge) implements TokenExit {}

    /// It names the standard bridge, which does not take it for one of its own: what would come of sending it
    /// there is not known.
    /// @param l1Token that it names
    record Unknown(Address l1Token) implements TokenExit {}

    /// It names no counterpart on L1: it was issued on the L2, or brought there by somebody this program
    /// does not know. No proof brings it home; it can only be sent on.
    record NoCounterpart() implements TokenExit {}

    /// Whether so much comes out on L1 by proof.
    default boolean pays(BigInteger units) {
        return this instanceof StandardBridge(Address _, Address _, BigInteger locked) && locked.compareTo(units) >= 0;
    }
}

package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.Address;

/// What a token of an L2 says of where it comes from.
/// @param l1Token what it stands for on L1
/// @param bridge that may make and destroy it
/// @param mintable whether the standard bridge takes it for one of its own, and so destroys it without an
/// allowance when it goes home
public record TokenNames(Optional<Address> l1Token, Optional<Address> bridge, boolean mintable) {}

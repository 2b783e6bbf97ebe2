package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.Address;

/// What a token of an L2 says of where it comes from.
/// @param l1Token what it stands for on L1
/// @param bridge that may make and destroy it
public record TokenNames(Optional<Address> l1Token, Optional<Address> bridge) {}

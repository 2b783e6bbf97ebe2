package org.lifeboat.rollups.opstack;

import org.lifeboat.primitives.Address;

/// A token of an L2 and what it stands for on L1.
public record TokenPair(Address l2Token, Address l1Token) {}

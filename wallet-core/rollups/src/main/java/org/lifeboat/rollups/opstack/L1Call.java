package org.lifeboat.rollups.opstack;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;

/// A call that the user may want to sign, on the L1 unless it is said otherwise.
public record L1Call(Address to, Wei value, Bytes data) {}

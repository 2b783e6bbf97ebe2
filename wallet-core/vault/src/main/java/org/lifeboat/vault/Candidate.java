package org.lifeboat.vault;

import org.lifeboat.primitives.Address;
import org.lifeboat.vault.hd.DerivationPath;

/// An address that a seed gives on a common path and that may have been used before.
public record Candidate(DerivationPath path, Address address) {}

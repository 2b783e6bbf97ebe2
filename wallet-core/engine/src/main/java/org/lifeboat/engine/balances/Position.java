package org.lifeboat.engine.balances;

import org.lifeboat.primitives.Address;

/// One account's holding of one asset on one network.
public record Position(Address account, Asset asset) {}

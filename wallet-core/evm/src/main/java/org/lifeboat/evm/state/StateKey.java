package org.lifeboat.evm.state;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// One thing a run asks the state for.
public sealed interface StateKey {
    record Account(Address address) implements StateKey {}

    record Storage(Address account, Hash32 slot) implements StateKey {}

    record Code(Hash32 hash) implements StateKey {}

    record BlockHash(long number) implements StateKey {}
}

package org.lifeboat.engine.source;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;

/// The transaction object of `eth_call` and `eth_estimateGas`.
/// @param from empty: the source's default (the zero address)
/// @param to empty: contract creation
public record CallRequest(Optional<Address> from, Optional<Address> to, Wei value, Bytes data) {
    public static CallRequest read(Address contract, Bytes data) {
        return new CallRequest(Optional.empty(), Optional.of(contract), Wei.ZERO, data);
    }
}

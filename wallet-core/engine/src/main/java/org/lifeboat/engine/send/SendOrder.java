package org.lifeboat.engine.send;

import java.util.Optional;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Nonce;

/// What the user wants sent.
/// @param nonce the user's own choice; empty: the next free one
/// @param gasLimit the user's own choice; empty: estimated
/// @param price the user's own choice; empty: from the market, by `speed`
/// @param note kept with the transaction; may be empty
public record SendOrder(
        Address from,
        Address to,
        Asset asset,
        SendAmount amount,
        Speed speed,
        Optional<Nonce> nonce,
        Optional<Gas> gasLimit,
        Optional<GasPrice> price,
        String note) {
    public static SendOrder of(Address from, Address to, Asset asset, SendAmount amount) {
        return new SendOrder(
                from, to, asset, amount, Speed.NORMAL, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }
}

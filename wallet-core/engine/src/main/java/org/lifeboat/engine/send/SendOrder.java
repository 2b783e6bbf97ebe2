package org.lifeboat.engine.send;

import java.util.Optional;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Nonce;

/// What the user wants sent.
/// @param nonce the user's own choice; empty: the next free one
/// @param gasLimit the user's own choice; empty: estimated
/// @param price the user's own choice; empty: from the market, by `speed`
/// @param note kept with the transaction; may be empty
/// @param data of a call to the contract `to`, with `amount` of the coin; empty for a payment
public record SendOrder(
        Address from,
        Address to,
        Asset asset,
        SendAmount amount,
        Speed speed,
        Optional<Nonce> nonce,
        Optional<Gas> gasLimit,
        Optional<GasPrice> price,
        String note,
        Bytes data) {
    public SendOrder {
        if (!data.isEmpty() && !(asset instanceof Asset.Coin && amount instanceof SendAmount.Exactly)) {
            throw new IllegalArgumentException("a call brings an exact amount of the coin");
        }
    }

    /// A payment.
    public SendOrder(
            Address from,
            Address to,
            Asset asset,
            SendAmount amount,
            Speed speed,
            Optional<Nonce> nonce,
            Optional<Gas> gasLimit,
            Optional<GasPrice> price,
            String note) {
        this(from, to, asset, amount, speed, nonce, gasLimit, price, note, Bytes.EMPTY);
    }

    public static SendOrder of(Address from, Address to, Asset asset, SendAmount amount) {
        return new SendOrder(
                from, to, asset, amount, Speed.NORMAL, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /// The same with the user's own choice of a nonce, where there is one.
    public SendOrder with(Optional<Nonce> wanted) {
        return new SendOrder(from, to, asset, amount, speed, wanted.or(() -> nonce), gasLimit, price, note, data);
    }

    /// A call that some plan of the user's needs, instead of a payment.
    boolean isCall() {
        return !data.isEmpty();
    }
}

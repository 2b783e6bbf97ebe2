package org.lifeboat.engine.network;

import java.util.Optional;
import org.lifeboat.primitives.ChainId;

/// One network as the registry or the user describes it. Sources (endpoints) are kept apart from it.
///
/// @param name as its makers write it
/// @param coinSymbol of the native coin; the coin has 18 decimals on every EVM chain
/// @param layer where the network's truth comes from
/// @param testNet whether its coins are worthless by intent
/// @param origin who described it
/// @param ownCoin whether its contracts on L1 say that its coin is another than L1's
public record Network(
        ChainId chain, String name, String coinSymbol, Layer layer, boolean testNet, Origin origin, boolean ownCoin) {

    /// One of which nothing says that its coin is another than L1's.
    public Network(ChainId chain, String name, String coinSymbol, Layer layer, boolean testNet, Origin origin) {
        this(chain, name, coinSymbol, layer, testNet, origin, false);
    }

    /// The same with a coin of its own.
    Network withOwnCoin(String symbol) {
        return new Network(chain, name, symbol, layer, testNet, origin, true);
    }

    /// Where a network stands.
    public sealed interface Layer {
        /// A chain of its own: Ethereum and its test nets.
        record L1() implements Layer {}

        /// An L2 that settles on `l1`.
        record L2(ChainId l1, Stack stack) implements Layer {}

        /// A chain with validators of its own, which L1 does not vouch for; never above `SIGNED`.
        record Sidechain() implements Layer {}

        /// The user has not said; treated as a chain nobody vouches for.
        record Unstated() implements Layer {}
    }

    /// The software an L2 runs; decides fee parts and, later, the way out.
    public enum Stack {
        OP_STACK,
        ARBITRUM_NITRO,
        OTHER
    }

    public enum Origin {
        BUNDLED,
        USER
    }

    public boolean isL2() {
        return layer instanceof Layer.L2;
    }

    /// The L1 of an L2; itself where it is none.
    public ChainId settlesOn() {
        return layer instanceof Layer.L2(ChainId l1, Stack _) ? l1 : chain;
    }

    public Optional<Stack> stack() {
        return layer instanceof Layer.L2(ChainId _, Stack stack) ? Optional.of(stack) : Optional.empty();
    }
}

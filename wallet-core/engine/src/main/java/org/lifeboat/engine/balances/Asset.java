package org.lifeboat.engine.balances;

import java.util.Locale;
import java.util.Optional;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// What an account can hold on one network.
public sealed interface Asset {
    /// The network's own coin; 18 decimals on every EVM chain.
    record Coin(Network network) implements Asset {
        @Override
        public ChainId chain() {
            return network.chain();
        }

        @Override
        public String symbol() {
            return network.coinSymbol();
        }

        @Override
        public int decimals() {
            return 18;
        }

        @Override
        public Optional<Address> contract() {
            return Optional.empty();
        }

        /// Coins of bundled networks are grouped as the bundled registry names them; play money is never added to
        /// real money. A network the user described stands alone, whatever it calls its coin, and so does a
        /// coin that is the chain's own.
        @Override
        public AssetGroup group() {
            return switch (network.origin()) {
                case BUNDLED ->
                    network.ownCoin()
                            ? new AssetGroup.Alone(network.chain(), Optional.empty())
                            : new AssetGroup.Listed(network.coinSymbol().toLowerCase(Locale.ROOT), network.testNet());
                case USER -> new AssetGroup.Alone(network.chain(), Optional.empty());
            };
        }
    }

    /// A token.
    /// @param testNet whether its network's coins are worthless by intent
    record Erc20(Token token, boolean testNet) implements Asset {
        @Override
        public ChainId chain() {
            return token.chain();
        }

        @Override
        public String symbol() {
            return token.symbol();
        }

        @Override
        public int decimals() {
            return token.decimals();
        }

        @Override
        public Optional<Address> contract() {
            return Optional.of(token.contract());
        }

        @Override
        public AssetGroup group() {
            return token.asset()
                    .<AssetGroup>map(id -> new AssetGroup.Listed(id, testNet))
                    .orElseGet(() -> new AssetGroup.Alone(token.chain(), Optional.of(token.contract())));
        }
    }

    ChainId chain();

    /// What the network or token calls itself; says nothing about what it is.
    String symbol();

    int decimals();

    /// The token contract; empty for the coin.
    Optional<Address> contract();

    AssetGroup group();
}

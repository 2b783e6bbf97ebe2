package org.lifeboat.engine.network;

/// Whether this program can bring money home from a network. Said when the network is added and when its
/// receive address is shown.
public sealed interface ExitSupport {
    /// The sentence to show, in the bundle `network`.
    String messageKey();

    /// The network is an L1.
    record NotNeeded() implements ExitSupport {
        @Override
        public String messageKey() {
            return "network.exit_not_needed";
        }
    }

    /// There is no exit module for this network.
    record Missing() implements ExitSupport {
        @Override
        public String messageKey() {
            return "network.no_exit";
        }
    }

    /// The network's coin can be brought home, by the command line; tokens cannot yet.
    record CoinOnly() implements ExitSupport {
        @Override
        public String messageKey() {
            return "network.exit_coin_only";
        }
    }

    /// What this version can do for `network`.
    static ExitSupport of(Network network) {
        return switch (network.layer()) {
            case Network.Layer.L1 _ -> new NotNeeded();
            case Network.Layer.L2(var _, Network.Stack stack) when stack == Network.Stack.OP_STACK -> new CoinOnly();
            case Network.Layer.L2 _, Network.Layer.Sidechain _, Network.Layer.Unstated _ -> new Missing();
        };
    }
}

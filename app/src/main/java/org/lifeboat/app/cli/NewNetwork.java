package org.lifeboat.app.cli;

import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.primitives.ChainId;
import picocli.CommandLine.Option;

/// The options that describe a network which the program does not know.
final class NewNetwork {
    @Option(names = "--name", paramLabel = "NAME", required = true)
    String name = "";

    @Option(names = "--coin", paramLabel = "SYMBOL")
    String coin = "ETH";

    @Option(names = "--layer", paramLabel = "L1|L2|SIDECHAIN")
    @Nullable
    Kind layer;

    @Option(names = "--l1", paramLabel = "NETWORK")
    @Nullable
    String l1;

    @Option(names = "--stack", paramLabel = "STACK")
    Network.Stack stack = Network.Stack.OTHER;

    @Option(names = "--test-net")
    boolean testNet;

    enum Kind {
        L1,
        L2,
        SIDECHAIN
    }

    /// @throws Stop if the description is missing or does not hold together
    static NetworkDraft draft(@Nullable NewNetwork options, ChainId chain, Networks networks, Shell shell) {
        if (options == null) {
            throw shell.stop(ExitCode.REFUSED, "cli.network.describe", chain);
        }
        try {
            return new NetworkDraft(chain, options.name, options.coin, options.place(networks, shell), options.testNet);
        } catch (IllegalArgumentException unusable) {
            throw shell.stop(
                    ExitCode.USAGE, "cli.network.name-unusable", NetworkDraft.NAME_LIMIT, NetworkDraft.SYMBOL_LIMIT);
        }
    }

    private Network.Layer place(Networks networks, Shell shell) {
        Kind said = layer;
        if (said == null) {
            return new Network.Layer.Unstated();
        }
        return switch (said) {
            case L1 -> new Network.Layer.L1();
            case SIDECHAIN -> new Network.Layer.Sidechain();
            case L2 -> {
                String settlesOn = l1;
                if (settlesOn == null) {
                    throw shell.stop(ExitCode.USAGE, "cli.network.l1-needed");
                }
                yield new Network.Layer.L2(
                        NetworkPick.require(shell, networks, settlesOn).chain(), stack);
            }
        };
    }
}

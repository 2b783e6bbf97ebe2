package org.lifeboat.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.resources.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat networks list`: those with a source, or all that are known. Asks nobody.
@Command(name = "list")
final class NetworksList extends CliCommand {
    @Option(names = "--all")
    boolean all;

    NetworksList(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Networks networks = profile.networks();
            List<Network> shown = all ? networks.all() : networks.watched();
            ObjectNode json = JsonDocument.object();
            json.set(
                    "networks",
                    JsonDocument.array(shown.stream()
                            .map(network -> NetworkJson.of(network, networks))
                            .toList()));
            shell.answer("networks list", json, out -> {
                Table table = new Table(0);
                shown.forEach(network -> table.row(
                        network.chain().toString(),
                        network.name(),
                        layer(networks, network),
                        endpoints(networks, network)));
                table.print(out);
                shown.forEach(network -> sayCaught(networks, network, out));
            });
            if (shown.isEmpty() && !shell.options().json) {
                shell.progress("cli.networks.none");
            }
            return ExitCode.DONE;
        }
    }

    private String layer(Networks networks, Network network) {
        Words words = shell.words();
        String kind = switch (network.layer()) {
            case Network.Layer.L2(var l1, var _) ->
                words.say("cli.layer.L2", networks.find(l1).map(Network::name).orElse(l1.toString()));
            case Network.Layer.L1 _, Network.Layer.Sidechain _, Network.Layer.Unstated _ ->
                words.say("cli.layer." + NetworkJson.layer(network));
        };
        return network.testNet() ? words.say("cli.layer.test-net", kind) : kind;
    }

    private String endpoints(Networks networks, Network network) {
        return networks.endpoints(network.chain()).stream()
                .map(endpoint -> endpoint(networks, endpoint))
                .collect(Collectors.joining(", "));
    }

    private String endpoint(Networks networks, Endpoint endpoint) {
        String host = endpoint.id().shown();
        if (!endpoint.mayBeAsked()) {
            return shell.words().say("cli.endpoint.not-confirmed", host);
        }
        return networks.caught(endpoint.id()).isPresent() ? shell.words().say("cli.endpoint.set-aside", host) : host;
    }

    private void sayCaught(Networks networks, Network network, PrintStream out) {
        for (Endpoint endpoint : networks.endpoints(network.chain())) {
            networks.caught(endpoint.id())
                    .ifPresent(caught -> CaughtSource.lines(shell.words(), network, endpoint.id(), caught)
                            .forEach(out::println));
        }
    }
}

package org.lifeboat.app.cli;

import java.time.Duration;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.BeaconQuery;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.Fingerprint;
import org.lifeboat.lightclient.BeaconNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat sync add`: a beacon node for a network. It is asked for its network first, after the user has
/// agreed.
@Command(name = "add")
final class SyncAdd extends CliCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--source", paramLabel = "URL", required = true)
    String source = "";

    @Option(names = {"-y", "--yes"})
    boolean yes;

    @Option(names = "--plain-http")
    boolean plainHttp;

    SyncAdd(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            if (!(chosen.layer() instanceof Network.Layer.L1)) {
                throw shell.stop(ExitCode.REFUSED, "cli.sync.not-l1", chosen.name());
            }
            Beacons beacons = new Beacons(profile.storage().sync());
            boolean open = agree(chosen);
            SourceId id = new SourceId(chosen.chain(), source.strip());
            BeaconNetwork said = ask(online.beacon(id, open));
            requireSame(beacons, chosen, said, id);
            beacons.confirm(id, open, profile.clock().instant());
            shell.answer(
                    "sync add",
                    SyncJson.of(chosen, profile),
                    out -> out.println(shell.words().say("cli.sync.added", id.shown(), chosen.name())));
            return ExitCode.DONE;
        }
    }

    /// @return whether the way there is open to others, and the user agreed to that
    private boolean agree(Network chosen) {
        SourceId id = new SourceId(chosen.chain(), source.strip());
        return switch (EndpointAddress.check(source)) {
            case EndpointAddress.Unusable(EndpointAddress.Problem problem) ->
                throw shell.stop(ExitCode.USAGE, "endpoint.problem." + problem);
            case EndpointAddress.Protected(String _, boolean thisComputer) -> {
                requireYes(id, thisComputer);
                yield false;
            }
            case EndpointAddress.Unprotected _ -> {
                requireYes(id, false);
                shell.progress("endpoint.insecure", id.shown());
                if (!shell.confirm(plainHttp, "cli.source.ask-insecure", id.shown())) {
                    throw shell.stop(ExitCode.DECLINED, "cli.source.declined", id.shown());
                }
                yield true;
            }
        };
    }

    private void requireYes(SourceId id, boolean thisComputer) {
        shell.progress(thisComputer ? "cli.sync.learns-nothing" : "cli.sync.learns", id.shown());
        if (!shell.confirm(yes, "cli.source.ask", id.shown())) {
            throw shell.stop(ExitCode.DECLINED, "cli.source.declined", id.shown());
        }
    }

    private BeaconNetwork ask(BeaconSource beacon) {
        String host = beacon.id().shown();
        shell.progress("cli.source.asking-chain", host);
        Reply<BeaconNetwork> reply = beacon.ask(new BeaconQuery.ConfigOf(), BeaconNetwork.MAINNET, PATIENCE);
        return reply.got()
                .orElseThrow(() -> shell.stop(ExitCode.NO_ANSWER, "cli.source.no-answer", host, reply.problem()));
    }

    /// A network that the program or this profile knows must be the one that the node serves. One that is not
    /// known is taken from the node once the user has seen what it says.
    private void requireSame(Beacons beacons, Network chosen, BeaconNetwork said, SourceId id) {
        beacons.network(chosen.chain())
                .ifPresentOrElse(
                        known -> {
                            if (!known.genesisValidatorsRoot().equals(said.genesisValidatorsRoot())) {
                                throw shell.stop(ExitCode.REFUSED, "cli.sync.other-network", id.shown(), chosen.name());
                            }
                        },
                        () -> {
                            shell.progress(
                                    "cli.sync.new-network",
                                    chosen.name(),
                                    id.shown(),
                                    said.name(),
                                    Fingerprint.of(said.genesisValidatorsRoot()));
                            if (!shell.confirm(yes, "cli.sync.ask-network", chosen.name())) {
                                throw shell.stop(ExitCode.DECLINED, "cli.nothing-done");
                            }
                            beacons.confirmNetwork(chosen.chain(), said);
                        });
    }
}

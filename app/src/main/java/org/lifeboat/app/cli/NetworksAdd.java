package org.lifeboat.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.ChainId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat networks add`: a source for a network, and the network itself where it is not known. The source
/// is asked for its chain id before anything is kept.
@Command(name = "add")
final class NetworksAdd extends CliCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--source", paramLabel = "URL")
    List<String> sources = new ArrayList<>();

    @Option(names = {"-y", "--yes"})
    boolean yes;

    @Option(names = "--plain-http")
    boolean plainHttp;

    @ArgGroup(exclusive = false)
    @Nullable
    NewNetwork fresh;

    NetworksAdd(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Networks networks = profile.networks();
            Optional<Network> known = NetworkPick.find(networks, network);
            ChainId chain = known.map(Network::chain)
                    .or(() -> NetworkPick.chain(network))
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.network.unknown", network));
            Optional<NetworkDraft> draft =
                    known.isPresent() ? Optional.empty() : Optional.of(NewNetwork.draft(fresh, chain, networks, shell));
            List<SourceConsent.Agreed> agreed = agree(networks, known, chain);
            agreed.forEach(source -> requireChain(online, source, chain));

            List<String> notices = draft.map(wanted -> keep(networks, wanted))
                    .orElseGet(() -> said(networks.noticesFor(known.orElseThrow())));
            for (SourceConsent.Agreed source : agreed) {
                networks.confirmEndpoint(
                        chain,
                        source.id().url(),
                        source.insecureToo(),
                        profile.clock().instant());
            }
            List<String> said = new ArrayList<>(notices);
            for (SourceConsent.Agreed source : agreed) {
                said.addAll(new Measuring(shell, profile).measure(online.confirmed(source.id(), source.insecureToo())));
            }
            print(networks, networks.find(chain).orElseThrow(), said);
            return ExitCode.DONE;
        }
    }

    private List<SourceConsent.Agreed> agree(Networks networks, Optional<Network> known, ChainId chain) {
        SourceConsent consent = new SourceConsent(shell, yes, plainHttp);
        if (!sources.isEmpty()) {
            return sources.stream()
                    .map(url -> consent.ask(chain, url, Optional.empty()))
                    .toList();
        }
        Network chosen = known.orElseThrow(() -> shell.stop(ExitCode.USAGE, "cli.source.needed"));
        return List.of(consent.choose(networks, chosen));
    }

    private void requireChain(Online online, SourceConsent.Agreed source, ChainId chain) {
        String host = source.id().shown();
        shell.progress("cli.source.asking-chain", host);
        Reply<Long> reply = online.confirmed(source.id(), source.insecureToo())
                .ask(new Query.ChainIdOf(), Purpose.CHECK_CHAIN_ID, PATIENCE);
        switch (reply) {
            case Reply.Got<Long>(Long said) when said == chain.value() -> {}
            case Reply.Got<Long>(Long said) ->
                throw shell.stop(ExitCode.REFUSED, "cli.source.other-chain", host, said, chain);
            case Reply.Refused<Long> _, Reply.Failed<Long> _ ->
                throw shell.stop(ExitCode.NO_ANSWER, "cli.source.no-answer", host, reply.problem());
        }
    }

    private List<String> keep(Networks networks, NetworkDraft draft) {
        return switch (networks.add(draft)) {
            case Networks.Outcome.Done(var _, List<Networks.Notice> notices) -> said(notices);
            case Networks.Outcome.UnknownL1(ChainId l1) ->
                throw shell.stop(ExitCode.REFUSED, "cli.network.unknown", l1);
            case Networks.Outcome.AlreadyThere(Network there) ->
                throw shell.stop(ExitCode.REFUSED, "cli.network.there", there.name());
            case Networks.Outcome.OtherMoney(ChainId other) ->
                throw shell.stop(ExitCode.REFUSED, "cli.network.other-money", other);
            // What an addition cannot come to.
            case Networks.Outcome.NotThere _, Networks.Outcome.Bundled _ ->
                throw new IllegalStateException("an addition was answered as a change");
        };
    }

    private List<String> said(List<Networks.Notice> notices) {
        return notices.stream()
                .map(notice -> shell.words()
                        .say(notice.messageKey(), notice.arguments().toArray()))
                .toList();
    }

    private void print(Networks networks, Network added, List<String> notices) {
        ObjectNode json = NetworkJson.of(added, networks);
        json.set("notices", JsonDocument.texts(notices));
        shell.answer("networks add", json, out -> {
            out.println(shell.words().say("cli.network.added", added.name(), added.chain()));
            notices.forEach(out::println);
        });
    }
}

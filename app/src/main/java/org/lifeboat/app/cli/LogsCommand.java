package org.lifeboat.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.logs.LogFilter;
import org.lifeboat.engine.logs.LogSearch;
import org.lifeboat.engine.logs.ProvenLogs;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat logs`: what contracts of an L1 have logged in a range of blocks, so that no server can hide or invent
/// any of it; blocks that could not be checked are named.
@Command(name = "logs")
final class LogsCommand extends CliCommand {
    /// A day of blocks is seventy requests for headers, and one for each block that may hold something.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--from", paramLabel = "BLOCK")
    @Nullable
    Long from;

    @Option(names = "--to", paramLabel = "BLOCK")
    @Nullable
    Long to;

    @Option(names = "--contract", paramLabel = "ADDRESS")
    List<String> contracts = List.of();

    @Option(names = "--topic", paramLabel = "WORD")
    List<String> topics = List.of();

    @Option(names = "--received", paramLabel = "ACCOUNT")
    @Nullable
    String received;

    LogsCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            LogFilter filter = filter(profile);
            List<Source> sources = online.sources(chosen.chain());
            if (sources.isEmpty()) {
                throw shell.stop(ExitCode.REFUSED, "cli.send.no-source", chosen.name());
            }
            SyncStatus status = online.verified(chosen.chain())
                    .filter(found -> found.finalized().isPresent())
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.logs.not-verified", chosen.name()));
            return search(filter, status, sources);
        }
    }

    /// Below the newest final block where the range is, else below the newest signed one.
    private ExitCode search(LogFilter filter, SyncStatus status, List<Source> sources) {
        VerifiedHead last = status.finalized().orElseThrow();
        Long wanted = to;
        long highest = wanted == null ? last.block().number() : wanted;
        boolean isFinal = highest <= last.block().number() || status.attested().isEmpty();
        VerifiedHead top = isFinal ? last : status.attested().orElseThrow();
        Long first = from;
        long lowest = first == null ? highest : first;
        if (lowest < 0 || highest < lowest || highest - lowest >= LogSearch.MOST_BLOCKS) {
            throw shell.stop(ExitCode.USAGE, "cli.logs.range", LogSearch.MOST_BLOCKS);
        }
        shell.progress("cli.logs.searching", lowest, highest);
        ProvenLogs found = new LogSearch(sources, Deadline.in(PATIENCE))
                .search(filter, lowest, highest, top, isFinal ? Assurance.Level.FINAL : Assurance.Level.POSTED);
        LogLines lines = new LogLines(found);
        shell.answer("logs", lines.json(), out -> lines.print(shell.words(), out));
        return found.complete() ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private LogFilter filter(Profile profile) {
        List<List<Hash32>> words = new ArrayList<>();
        String account = received;
        if (account != null) {
            if (!topics.isEmpty()) {
                throw shell.stop(ExitCode.USAGE, "cli.logs.received-or-topic");
            }
            Address owner = AccountPick.require(shell, profile, account).address();
            words.addAll(List.of(List.of(Erc20.TRANSFER_EVENT), List.of(), List.of(owner.toWord())));
        }
        topics.forEach(topic -> words.add(topic.equals("any") ? List.of() : List.of(word(topic))));
        return new LogFilter(contracts.stream().map(this::address).toList(), words);
    }

    private Hash32 word(String text) {
        try {
            return Hash32.fromHex(text);
        } catch (IllegalArgumentException e) {
            throw shell.stop(ExitCode.USAGE, "cli.logs.no-word", text);
        }
    }

    private Address address(String text) {
        try {
            return Address.fromHex(text);
        } catch (IllegalArgumentException e) {
            throw shell.stop(ExitCode.USAGE, "cli.evidence.no-address", text);
        }
    }
}

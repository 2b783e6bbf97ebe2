package org.lifeboat.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat networks check`: asks each confirmed source for its newest block and measures what it can do.
@Command(name = "check")
final class NetworksCheck extends CliCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(index = "0", arity = "0..1", paramLabel = "NETWORK", descriptionKey = "network")
    @Nullable
    String network;

    NetworksCheck(Shell shell) {
        super(shell);
    }

    /// One source's answer.
    /// @param problem empty if it answered
    private record Check(
            Network network,
            String host,
            Optional<Long> block,
            Optional<String> problem,
            Optional<Long> millis,
            List<String> measured) {
        boolean well() {
            return problem.isEmpty();
        }
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Networks networks = profile.networks();
            String one = network;
            List<Network> chosen =
                    one != null ? List.of(NetworkPick.require(shell, networks, one)) : networks.watched();
            List<Check> checks = new ArrayList<>();
            for (Network each : chosen) {
                online.sources(each.chain()).forEach(source -> checks.add(check(profile, each, source)));
            }
            if (checks.isEmpty()) {
                throw shell.stop(ExitCode.REFUSED, "cli.networks.none");
            }
            print(checks);
            long well = checks.stream().filter(Check::well).count();
            return well == checks.size() ? ExitCode.DONE : well > 0 ? ExitCode.PARTLY : ExitCode.NO_ANSWER;
        }
    }

    private Check check(Profile profile, Network each, Source source) {
        String host = source.id().shown();
        Optional<Health.Caught> caught = source.health().caught();
        if (caught.isPresent()) {
            return new Check(
                    each,
                    host,
                    Optional.empty(),
                    Optional.of(CaughtSource.reason(shell.words(), caught.get())),
                    Optional.empty(),
                    CaughtSource.lines(shell.words(), each, source.id(), caught.get()));
        }
        shell.progress("cli.source.asking", host);
        Reply<Optional<HeaderClaim>> reply =
                source.ask(new Query.HeaderOf(BlockSelector.LATEST), Purpose.CHECK_CHAIN_ID, PATIENCE);
        Optional<Long> millis = source.health().latency().map(Duration::toMillis);
        Optional<Long> block = reply.got().flatMap(header -> header).map(NetworksCheck::number);
        Optional<String> problem = reply.got().isPresent() ? Optional.empty() : Optional.of(reply.problem());
        List<String> measured = problem.isEmpty() ? new Measuring(shell, profile).measure(source) : List.of();
        return new Check(each, host, block, problem, millis, measured);
    }

    /// Header fields are texts of the source; a malformed number was refused before it came here.
    private static Long number(HeaderClaim header) {
        return Long.decode(header.fields().getOrDefault("number", "0x0"));
    }

    private void print(List<Check> checks) {
        ObjectNode json = JsonDocument.object();
        json.set("sources", JsonDocument.array(checks.stream().map(this::json).toList()));
        shell.answer("networks check", json, out -> {
            Table table = new Table(-1);
            for (Check check : checks) {
                String said = check.problem()
                        .map(problem -> shell.words().say("cli.check.problem", problem))
                        .orElseGet(() -> shell.words()
                                .say(
                                        "cli.check.well",
                                        check.block().map(String::valueOf).orElse("?"),
                                        check.millis().map(String::valueOf).orElse("?")));
                table.row(check.network().name(), check.host(), said);
            }
            table.print(out);
            checks.stream().flatMap(check -> check.measured().stream()).forEach(line -> out.println("  " + line));
        });
    }

    private ObjectNode json(Check check) {
        ObjectNode object = JsonDocument.object();
        object.put("chainId", check.network().chain().value());
        object.put("host", check.host());
        object.put("answers", check.well());
        JsonDocument.putNumberOrNull(object, "newestBlock", check.block());
        JsonDocument.putOrNull(object, "problem", check.problem());
        JsonDocument.putNumberOrNull(object, "latencyMillis", check.millis());
        object.set("measured", JsonDocument.texts(check.measured()));
        return object;
    }
}

package org.lifeboat.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.Version;
import org.lifeboat.app.wiring.PlayMoney;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.rollup.WorldSeed;
import org.lifeboat.sandbox.world.PlayAccounts;
import org.lifeboat.sandbox.world.PlayChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat sandbox`: a chain of play money on this computer, until the program is ended.
@Command(name = "sandbox")
final class SandboxCommand extends CliCommand {
    private static final int PORTS = 65_536;

    @Option(names = "--port", paramLabel = "PORT")
    int port;

    @Option(names = "--profile", paramLabel = "DIR")
    @Nullable
    Path profile;

    @Option(names = "--world", paramLabel = "FILE")
    @Nullable
    Path world;

    @Option(names = "--seed", paramLabel = "N")
    @Nullable
    Long seed;

    SandboxCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, InterruptedException {
        if (port < 0 || port >= PORTS) {
            throw shell.stop(ExitCode.USAGE, "cli.sandbox.port-unusable", port);
        }
        try (Sandbox sandbox = start()) {
            Path folder = profile;
            if (folder != null) {
                connect(folder.toAbsolutePath().normalize(), sandbox);
            }
            sandbox.keepTime(PlayMoney.BLOCK_INTERVAL);
            shell.answer("sandbox", json(sandbox), out -> lines(out, sandbox));
            new CountDownLatch(1).await(); // Ctrl-C ends the program.
            return ExitCode.DONE;
        }
    }

    private Sandbox start() {
        String name = "Lifeboat/" + Version.TEXT + "/sandbox";
        Path file = world;
        WorldSeed past = Optional.ofNullable(seed).map(WorldSeed::of).orElseGet(WorldSeed::usual);
        try {
            return file == null
                    ? Sandbox.start(InstantSource.system(), port, name, RollupPlan.ALL, past)
                    : Sandbox.resume(InstantSource.system(), port, name, file.toAbsolutePath(), past)
                            .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.sandbox.world-unusable", file));
        } catch (BindException taken) {
            throw shell.stop(ExitCode.MACHINE, "cli.sandbox.port-taken", port);
        } catch (IOException broken) {
            throw shell.stop(ExitCode.MACHINE, "cli.sandbox.world-file", file == null ? "" : file);
        }
    }

    /// Makes the folder a profile of play money that asks this sandbox.
    private void connect(Path folder, Sandbox sandbox) throws IOException {
        if (!PlayMoney.mark(folder)) {
            throw shell.stop(ExitCode.REFUSED, "cli.sandbox.not-empty", folder);
        }
        try (Profile opened = new Profiles(shell).openForWorld(folder)) {
            PlayMoney.connect(opened, sandbox);
        }
    }

    private static ObjectNode json(Sandbox sandbox) {
        ObjectNode json = JsonDocument.object();
        json.put("url", sandbox.url().toString());
        json.put("beaconUrl", sandbox.beaconUrl());
        json.put("checkpoint", sandbox.checkpoint().toHex());
        json.put("chainId", PlayChain.ID.value());
        json.set("rollup", rollup(sandbox.rollups().getFirst()));
        ArrayNode rollups = json.putArray("rollups");
        sandbox.rollups().forEach(each -> rollups.add(rollup(each)));
        json.put("words", PlayAccounts.WORDS);
        ArrayNode accounts = json.putArray("accounts");
        PlayAccounts.ALL.forEach(address -> accounts.add(address.toChecksum()));
        ArrayNode tokens = json.putArray("tokens");
        for (PlayToken token : PlayToken.values()) {
            ObjectNode each = tokens.addObject();
            each.put("contract", token.address().toChecksum());
            each.put("contractOnLayer2", token.onLayer2().toChecksum());
            each.put("name", token.fullName());
            each.put("symbol", token.symbol());
            each.put("decimals", token.decimals());
        }
        return json;
    }

    private static ObjectNode rollup(Sandbox.Open open) {
        RollupPlan plan = open.rollup().plan();
        ObjectNode json = JsonDocument.object();
        json.put("name", plan.name());
        json.put("url", open.url().toString());
        json.put("chainId", plan.chain().value());
        json.put("portal", plan.portal().toChecksum());
        json.put("tokenBridge", plan.tokenBridge().toChecksum());
        return json;
    }

    private void lines(PrintStream out, Sandbox sandbox) {
        out.println(shell.words().say("cli.sandbox.running", sandbox.url()));
        out.println(shell.words().say("cli.sandbox.chain", PlayChain.ID.value()));
        out.println(shell.words()
                .say(
                        "cli.sandbox.beacon",
                        sandbox.beaconUrl(),
                        sandbox.checkpoint().toHex()));
        for (Sandbox.Open each : sandbox.rollups()) {
            RollupPlan plan = each.rollup().plan();
            out.println(shell.words()
                    .say(
                            "cli.sandbox.rollup",
                            plan.name(),
                            each.url(),
                            plan.chain().value(),
                            plan.portal().toChecksum()));
        }
        out.println(shell.words().say("cli.sandbox.accounts", PlayAccounts.WORDS));
        PlayAccounts.ALL.forEach(address -> out.println("  " + address.toChecksum()));
        out.println(shell.words().say("cli.sandbox.tokens"));
        for (PlayToken token : PlayToken.values()) {
            out.println("  " + token.address().toChecksum() + "  " + token.symbol() + "  " + token.fullName());
        }
        out.println(shell.words().say("cli.sandbox.tokens-on-layer-2"));
        for (PlayToken token : PlayToken.values()) {
            out.println("  " + token.onLayer2().toChecksum() + "  " + token.symbol());
        }
        out.println(shell.words().say("cli.sandbox.withdrawals"));
        out.println(shell.words().say("cli.sandbox.end"));
    }
}

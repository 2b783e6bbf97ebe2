package org.lifeboat.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.exit.ExitEvidence;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.L2Block;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat check-chain`: is an L2 telling the truth? Runs its blocks again from their data on L1.
@Command(name = "check-chain")
final class CheckChainCommand extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--game", paramLabel = "ADDRESS")
    @Nullable
    String game;

    @Option(names = "--block", paramLabel = "NUMBER")
    @Nullable
    Long block;

    @Option(names = "--spot", paramLabel = "NUMBER")
    @Nullable
    Long spot;

    @Mixin
    CheckOptions options = new CheckOptions();

    @Option(names = {"-y", "--yes"})
    boolean yes;

    CheckChainCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, InterruptedException {
        CheckWish wish = wish();
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network l2 = NetworkPick.require(shell, profile.networks(), network);
            CheckPlace place = options.place(shell, new CheckDoor(shell, profile, online), l2, yes);
            shell.progress("chaincheck.begun", l2.name());
            CheckReport report =
                    new ChainChecks(CheckDoor.PATIENCE).check(place, wish, CheckLines.shownEveryTenth(shell));
            report.keepNewest(profile.storage().evidence(), l2.chain());
            long kept = keepProofs(profile, l2, report);
            StandingLines standing = StandingLines.look(
                    shell, profile, place.chains(), place.rollup().limits().sequencingWindow());
            ObjectNode json = CheckLines.json(l2, report);
            standing.put(json);
            json.put("withdrawalsProven", kept);
            shell.answer("check-chain", json, out -> {
                CheckLines.say(shell.words(), l2, report).forEach(out::println);
                if (kept > 0) {
                    out.println(shell.words()
                            .say("chaincheck.proofs-kept", kept, report.roots().lastKey()));
                }
                standing.lines().forEach(out::println);
            });
            return report.finding() instanceof Finding.CouldNotCheck ? ExitCode.PARTLY : ExitCode.DONE;
        }
    }

    /// Where the whole state was made here: proofs of own withdrawals, for when no server gives any.
    private static long keepProofs(Profile profile, Network l2, CheckReport report) {
        ExitEvidence evidence = new ExitEvidence(profile.storage().evidence());
        return report.newest().stream()
                .flatMap(newest -> new Exits(profile.storage(), profile.clock(), CheckDoor.PATIENCE)
                        .all().stream()
                                .filter(plan -> plan.chain().equals(l2.chain()))
                                .filter(plan ->
                                        evidence.keep(plan, newest.header(), newest.state(), report.l1Verified())))
                .count();
    }

    private CheckWish wish() {
        if ((game != null ? 1 : 0) + (block != null ? 1 : 0) + (spot != null ? 1 : 0) > 1) {
            throw shell.stop(ExitCode.USAGE, "chaincheck.one-wish");
        }
        if (game != null) {
            return new CheckWish.OfGame(AccountPick.address(shell, game));
        }
        if (block != null) {
            return new CheckWish.OfBlock(number(block));
        }
        return spot != null ? new CheckWish.Spot(number(spot)) : new CheckWish.Newest();
    }

    private L2Block number(long given) {
        if (given < 1) {
            throw shell.stop(ExitCode.USAGE, "chaincheck.block-wrong", given);
        }
        return new L2Block(given);
    }
}

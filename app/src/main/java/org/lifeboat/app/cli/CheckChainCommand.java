package org.lifeboat.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
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

    @Option(names = "--as-far-as-l1")
    boolean asFarAsL1;

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
            RemadeLines remade = RemadeLines.keep(shell, profile, place, report);
            StandingLines standing = StandingLines.look(
                    shell, profile, place.chains(), place.rollup().limits().sequencingWindow());
            ObjectNode json = CheckLines.json(l2, report);
            standing.put(json);
            remade.put(json);
            shell.answer("check-chain", json, out -> {
                CheckLines.say(shell.words(), l2, report).forEach(out::println);
                remade.say(wish, out::println);
                standing.lines().forEach(out::println);
            });
            return CheckLines.isWhole(report.finding()) ? ExitCode.DONE : ExitCode.PARTLY;
        }
    }

    private CheckWish wish() {
        if ((game != null ? 1 : 0) + (block != null ? 1 : 0) + (spot != null ? 1 : 0) + (asFarAsL1 ? 1 : 0) > 1) {
            throw shell.stop(ExitCode.USAGE, "chaincheck.one-wish");
        }
        if (asFarAsL1 && options.genesis == null) {
            throw shell.stop(ExitCode.USAGE, "chaincheck.needs-genesis");
        }
        if (asFarAsL1) {
            return new CheckWish.AsFarAsL1();
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

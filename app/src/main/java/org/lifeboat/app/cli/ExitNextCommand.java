package org.lifeboat.app.cli;

import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.PlanStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat exit next`: looks where an exit stands and takes its next step, if there is one to take now.
@Command(name = "next")
final class ExitNextCommand extends CliCommand {
    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "number")
    long number;

    @Option(names = "--look")
    boolean look;

    @Option(names = "--own-root")
    boolean ownRoot;

    @Option(names = "--prove-again")
    boolean proveAgain;

    @Option(names = "--game", paramLabel = "ADDRESS|NUMBER")
    @Nullable
    String game;

    @Option(names = "--even-if-lost")
    boolean evenIfLost;

    @Option(names = "--portal", paramLabel = "ADDRESS")
    @Nullable
    String portal;

    @Mixin
    NonceOption nonce = new NonceOption();

    @Mixin
    Review.Options review = new Review.Options();

    ExitNextCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws InterruptedException {
        review.requireSafe(shell);
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            ExitDoor door = new ExitDoor(shell, profile, online);
            Exits.Plan plan = door.exits()
                    .find(new PlanStore.Id(number))
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.exit.unknown", number));
            Network l2 = profile.networks()
                    .find(plan.chain())
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.network.unknown", plan.chain()));
            ContestLines.warn(shell, profile);
            ExitPlace place = door.place(l2, portal);
            ExitCarrying carrying = new ExitCarrying(shell, profile, door, review, nonce.wanted(shell), evenIfLost);
            ExitWish wish = wish();
            Exits.Plan chosen = game == null ? plan : carrying.choose(plan, place, game);
            return carrying.carry(chosen, place, !look, wish, "exit next");
        }
    }

    private ExitWish wish() {
        if (ownRoot && proveAgain) {
            throw shell.stop(ExitCode.USAGE, "cli.exit.one-wish");
        }
        return ownRoot ? ExitWish.OWN_ROOT : proveAgain ? ExitWish.PROVE_AGAIN : ExitWish.NONE;
    }
}

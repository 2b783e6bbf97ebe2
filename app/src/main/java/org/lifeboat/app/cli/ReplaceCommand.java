package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.Replacement;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.SyncStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lifeboat activity speed-up`, `cancel` and `resend`: for a transaction that waits.
abstract class ReplaceCommand extends CliCommand {
    @Parameters(index = "0", paramLabel = "HASH", descriptionKey = "hash")
    String hash = "";

    @Mixin
    Review.Options review = new Review.Options();

    ReplaceCommand(Shell shell) {
        super(shell);
    }

    /// What the work is done on.
    record Job(Profile profile, Online online, Network network, List<Source> sources, OwnTransaction own) {}

    abstract ExitCode run(Job job) throws InterruptedException;

    @Override
    final ExitCode run() throws InterruptedException {
        review.requireSafe(shell);
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            OwnTransaction own = known(profile);
            Network network = profile.networks()
                    .find(own.chain())
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.network.unknown", own.chain()));
            List<Source> sources = online.sources(own.chain());
            if (sources.isEmpty()) {
                throw shell.stop(ExitCode.REFUSED, "cli.send.no-source", network.name());
            }
            return run(new Job(profile, online, network, sources, stillWaiting(profile, network, sources, own)));
        }
    }

    private OwnTransaction known(Profile profile) {
        return new Activity(profile.storage())
                .everything(ActivityFilter.ALL).stream()
                        .filter(one -> one.hash().toHex().equalsIgnoreCase(hash))
                        .findFirst()
                        .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.activity.unknown", hash));
    }

    /// What the profile remembers can be old: the chain is asked first, so that nothing is signed against
    /// what is done.
    private OwnTransaction stillWaiting(Profile profile, Network network, List<Source> sources, OwnTransaction own) {
        shell.progress("cli.activity.looking");
        Following.Look look =
                new Following(profile.storage(), profile.clock()).look(own, network, sources, SendCommand.PATIENCE);
        look.notes()
                .forEach(note ->
                        shell.progress(note.messageKey(), note.arguments().toArray()));
        OwnTransaction now = look.transaction();
        if (now.status().settled()) {
            throw shell.stop(
                    ExitCode.REFUSED,
                    "cli.activity.not-waiting",
                    hash,
                    ActivityLines.inWords(shell.words(), now.status()));
        }
        return now;
    }

    final ExitCode replace(Job job, Replacement.Way way, String command) throws InterruptedException {
        Profile profile = job.profile();
        Replacement replacement =
                new Replacement(profile.storage(), profile.tokens(), profile.clock(), SendCommand.PATIENCE);
        Optional<SyncStatus> verified = job.online().verified(job.network().chain());
        return switch (replacement.prepare(job.own(), way, job.network(), job.sources(), verified)) {
            case Replacement.Outcome.Ready(Draft draft, var _) ->
                new Review(shell, profile, review).carryOut(draft, job.sources(), command);
            case Replacement.Outcome.Settled(OwnTransaction settled) ->
                throw shell.stop(
                        ExitCode.REFUSED,
                        "cli.activity.not-waiting",
                        hash,
                        ActivityLines.inWords(shell.words(), settled.status()));
            case Replacement.Outcome.NotReplaceable _ ->
                throw shell.stop(ExitCode.REFUSED, "cli.activity.not-replaceable");
            case Replacement.Outcome.Unanswered _ -> throw shell.stop(ExitCode.NO_ANSWER, "cli.send.unanswered");
        };
    }

    @Command(name = "speed-up")
    static final class SpeedUp extends ReplaceCommand {
        SpeedUp(Shell shell) {
            super(shell);
        }

        @Override
        ExitCode run(Job job) throws InterruptedException {
            shell.progress("cli.activity.speed-up", job.own().hash());
            return replace(job, Replacement.Way.SPEED_UP, "activity speed-up");
        }
    }

    @Command(name = "cancel")
    static final class Cancel extends ReplaceCommand {
        Cancel(Shell shell) {
            super(shell);
        }

        @Override
        ExitCode run(Job job) throws InterruptedException {
            shell.progress("cli.activity.cancel", job.own().hash());
            return replace(job, Replacement.Way.CANCEL, "activity cancel");
        }
    }

    @Command(name = "resend")
    static final class Resend extends ReplaceCommand {
        Resend(Shell shell) {
            super(shell);
        }

        /// The same bytes again: nothing is signed.
        @Override
        ExitCode run(Job job) {
            requireAim(job);
            OwnTransaction now = HandingOver.again(shell, job.profile(), job.own(), job.sources());
            shell.answer(
                    "activity resend",
                    ActivityLines.json(now),
                    out -> out.println(shell.words().say("cli.send.sent", now.hash())));
            return ExitCode.DONE;
        }

        /// A bond is put into no other game than the one that was agreed to.
        private void requireAim(Job job) {
            Profile profile = job.profile();
            Disputes disputes = new Disputes(profile.storage(), profile.clock(), SendCommand.PATIENCE);
            ExitDoor door = new ExitDoor(shell, profile, job.online());
            Disputes.Aim aim = disputes.movesOn(job.own())
                    .flatMap(profile.networks()::find)
                    .map(l2 -> disputes.aim(job.own(), door.place(l2, null)))
                    .orElse(Disputes.Aim.RIGHT);
            switch (aim) {
                case RIGHT -> {}
                case ASTRAY -> throw shell.stop(ExitCode.REFUSED, "dispute.astray");
                case UNREAD -> throw shell.stop(ExitCode.NO_ANSWER, "cli.send.unanswered");
            }
        }
    }
}

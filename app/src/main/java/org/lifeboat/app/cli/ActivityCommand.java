package org.lifeboat.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.anchor.Payments;
import org.lifeboat.engine.diagnosis.Climbs;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat activity`: own transactions, newest first. Asks what became of those that are not
/// settled or may still be undone.
@Command(name = "activity")
final class ActivityCommand extends CliCommand implements HasMembers {
    private static final int MOST = 1000;

    @Option(names = "--limit", paramLabel = "COUNT")
    int limit = 50;

    @Option(names = "--network", paramLabel = "NETWORK")
    @Nullable
    String network;

    @Option(names = "--offline")
    boolean offline;

    @Option(names = "--all")
    boolean all;

    @Option(names = "--csv", paramLabel = "FILE")
    @Nullable
    Path csv;

    ActivityCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(
                new ReplaceCommand.SpeedUp(shell), new ReplaceCommand.Cancel(shell), new ReplaceCommand.Resend(shell));
    }

    @Override
    ExitCode run() {
        if (limit < 1 || limit > MOST) {
            throw shell.stop(ExitCode.USAGE, "cli.activity.limit", MOST);
        }
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open()) {
            boolean answered = offline || follow(profiles, profile);
            String one = network;
            ActivityFilter filter = one == null
                    ? ActivityFilter.ALL
                    : ActivityFilter.of(
                            NetworkPick.require(shell, profile.networks(), one).chain());
            Activity activity = new Activity(profile.storage());
            Path file = csv;
            if (file != null) {
                OwnerFile.write(shell, file, activity.exportCsv(filter).getBytes(StandardCharsets.UTF_8));
                shell.progress("cli.file.written", file);
            }
            print(activity.page(filter, Optional.empty(), limit).transactions(), profile.storage());
            return answered ? ExitCode.DONE : ExitCode.PARTLY;
        }
    }

    /// @return whether every network that was asked has answered
    private boolean follow(Profiles profiles, Profile profile) {
        Activity activity = new Activity(profile.storage());
        List<OwnTransaction> open = all
                ? activity.page(ActivityFilter.ALL, Optional.empty(), limit).transactions()
                : activity.open(profile.clock().instant());
        if (open.isEmpty()) {
            return true;
        }
        boolean answered = true;
        try (Online online = profiles.online(profile)) {
            Following following = new Following(profile.storage(), profile.clock());
            for (OwnTransaction own : open) {
                Optional<Network> where = profile.networks().find(own.chain());
                if (where.isEmpty()) {
                    continue;
                }
                Following.Look look =
                        following.look(own, where.get(), online.sources(own.chain()), SendCommand.PATIENCE);
                look.notes()
                        .forEach(note -> shell.progress(
                                note.messageKey(), note.arguments().toArray()));
                answered &= look.answered();
            }
            open.stream()
                    .map(OwnTransaction::chain)
                    .distinct()
                    .flatMap(chain -> profile.networks().find(chain).stream())
                    .forEach(network -> online.vouching().take(network));
        }
        return answered;
    }

    private void print(List<OwnTransaction> transactions, Storage storage) {
        Payments payments = new Payments(storage);
        Climbs climbs = new Climbs(storage.settings());
        Activity activity = new Activity(storage);
        ObjectNode json = JsonDocument.object();
        json.set(
                "transactions",
                JsonDocument.array(transactions.stream()
                        .map(own -> {
                            ObjectNode one = ActivityLines.json(own)
                                    .put("assurance", payments.of(own).level().name());
                            ActivityLines.climb(one, own.status(), climbs.find(own.chain(), own.hash()));
                            JsonDocument.putNumberOrNull(one, "heldUpByNonce", heldUpBy(activity, own));
                            return one;
                        })
                        .toList()));
        shell.answer("activity", json, out -> {
            Table table = new Table(-1);
            transactions.forEach(own -> table.row(
                    ActivityLines.cells(shell.words(), own, payments.of(own), climbs.find(own.chain(), own.hash()))));
            table.print(out);
            transactions.forEach(own -> heldUpBy(activity, own)
                    .ifPresent(nonce -> out.println(shell.words().say("cli.activity.held-up", own.hash(), nonce))));
        });
        if (transactions.isEmpty()) {
            shell.progress("cli.activity.none");
        }
    }

    private static Optional<Long> heldUpBy(Activity activity, OwnTransaction own) {
        return activity.heldUpBy(own).map(first -> first.nonce().value());
    }
}

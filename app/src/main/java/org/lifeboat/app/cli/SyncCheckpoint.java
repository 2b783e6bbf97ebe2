package org.lifeboat.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.anchor.Anchors;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.Agreement;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.BuiltInCheckpoint;
import org.lifeboat.engine.sync.Fingerprint;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.primitives.Hash32;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lifeboat sync checkpoint`: chooses where following L1 begins. The one thing that is believed, so it is
/// shown whole and confirmed.
@Command(name = "checkpoint")
final class SyncCheckpoint extends CliCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @ArgGroup(multiplicity = "1")
    @Nullable
    Choice choice;

    @Option(names = "--needed", paramLabel = "K")
    int needed;

    @Option(names = "--old")
    boolean old;

    @Option(names = {"-y", "--yes"})
    boolean yes;

    /// Where the root comes from.
    static final class Choice {
        @Option(names = "--root", paramLabel = "ROOT", required = true)
        @Nullable
        String root;

        @Option(names = "--built-in", required = true)
        boolean builtIn;

        @Option(names = "--agreed", required = true)
        boolean agreed;
    }

    SyncCheckpoint(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open()) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            Follower follower = profile.follower(chosen.chain())
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.sync.no-beacon", chosen.name()));
            StoredCheckpoint checkpoint = choose(profiles, profile, chosen, follower);
            shell.progress("cli.sync.fingerprint", Fingerprint.of(checkpoint.root()));
            shell.progress("cli.sync.compare");
            if (old) {
                shell.progress("cli.sync.old-risk", Follower.OLDEST.toDays());
            }
            if (!shell.confirm(yes, "cli.sync.ask-checkpoint", chosen.name())) {
                throw shell.stop(ExitCode.DECLINED, "cli.nothing-done");
            }
            follower.begin(checkpoint);
            Anchors.forget(profile.storage(), chosen.chain());
            shell.answer(
                    "sync checkpoint",
                    SyncJson.of(chosen, profile),
                    out -> out.println(shell.words().say("cli.sync.begun", chosen.name())));
            return ExitCode.DONE;
        }
    }

    private StoredCheckpoint choose(Profiles profiles, Profile profile, Network chosen, Follower follower) {
        Choice made = choice;
        if (made == null) {
            throw new IllegalStateException("picocli has let a required choice through");
        }
        Instant now = profile.clock().instant();
        String root = made.root;
        if (root != null) {
            return new StoredCheckpoint(root(root), StoredCheckpoint.Origin.USER, "", now, old);
        }
        return made.builtIn ? builtIn(chosen, now) : agreed(profiles, profile, chosen, follower, now);
    }

    private Hash32 root(String text) {
        String digits = text.replace(" ", "");
        try {
            return Hash32.fromHex(digits.startsWith("0x") ? digits : "0x" + digits);
        } catch (IllegalArgumentException e) {
            throw shell.stop(ExitCode.USAGE, "cli.sync.no-root", text);
        }
    }

    private StoredCheckpoint builtIn(Network chosen, Instant now) {
        BuiltInCheckpoint found = BuiltInCheckpoint.of(chosen.chain())
                .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.sync.none-built-in", chosen.name()));
        shell.progress("cli.sync.built-in", found.date(), found.slot());
        return new StoredCheckpoint(
                found.root(), StoredCheckpoint.Origin.RELEASE, found.date().toString(), now, old);
    }

    private StoredCheckpoint agreed(
            Profiles profiles, Profile profile, Network chosen, Follower follower, Instant now) {
        try (Online online = profiles.online(profile)) {
            List<BeaconSource> beacons = online.beacons(chosen.chain());
            return switch (Agreement.ask(beacons, follower.network(), now, needed, PATIENCE)) {
                case Agreement.Agreed(Hash32 root, long slot, List<String> agreeing, var others) -> {
                    shell.progress("cli.sync.agreed", slot, String.join(", ", agreeing));
                    others.forEach(
                            (host, other) -> shell.progress("cli.sync.named-another", host, Fingerprint.of(other)));
                    yield new StoredCheckpoint(
                            root, StoredCheckpoint.Origin.AGREED, String.join(", ", agreeing), now, old);
                }
                case Agreement.NotAgreed(int wanted, var named, List<String> silent) -> {
                    named.forEach((host, root) -> shell.progress("cli.sync.named", host, Fingerprint.of(root)));
                    silent.forEach(host -> shell.progress("cli.sync.silent", host));
                    throw shell.stop(ExitCode.REFUSED, "cli.sync.not-agreed", wanted);
                }
            };
        }
    }
}

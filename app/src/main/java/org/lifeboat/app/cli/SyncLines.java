package org.lifeboat.app.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.Finding;
import org.lifeboat.engine.sync.Fingerprint;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.resources.Words;

/// How far L1 is verified, as lines for people.
final class SyncLines {
    private final Words words;
    private final PrintStream out;

    SyncLines(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    /// A network whose consensus network the program does not know and nobody has named.
    void unknown(Network network) {
        out.println(words.say("cli.sync.heading", network.name(), words.say("cli.sync.unknown-network")));
    }

    void print(Network network, SyncStatus status) {
        String phase = words.say(status.phase().messageKey(), Follower.OLDEST.toDays());
        out.println(words.say("cli.sync.heading", network.name(), phase));
        status.finalized().ifPresent(head -> out.println("  " + head("cli.sync.finalized", status, head)));
        status.attested().ifPresent(head -> out.println("  " + head("cli.sync.attested", status, head)));
        status.period().ifPresent(period -> out.println("  " + words.say("cli.sync.period", period)));
        status.checkpoint().ifPresent(this::print);
    }

    private void print(StoredCheckpoint checkpoint) {
        String origin = switch (checkpoint.origin()) {
            case RELEASE -> words.say("cli.sync.origin.release", checkpoint.vouchers());
            case AGREED -> words.say("cli.sync.origin.agreed", checkpoint.vouchers());
            case USER -> words.say("cli.sync.origin.user");
        };
        out.println("  " + words.say("cli.sync.checkpoint", Fingerprint.of(checkpoint.root()), origin));
    }

    void print(Finding finding) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(finding.source().shown());
        arguments.addAll(finding.arguments());
        out.println("  " + words.say(finding.messageKey(), arguments.toArray()));
    }

    private String head(String key, SyncStatus status, VerifiedHead head) {
        Duration age = status.age(head);
        String shown = age.toMinutes() > 120
                ? words.say("cli.age.hours", age.toHours())
                : age.toSeconds() > 120
                        ? words.say("cli.age.minutes", age.toMinutes())
                        : words.say("cli.age.seconds", age.toSeconds());
        return words.say(key, head.block().number(), shown, head.block().hash());
    }
}

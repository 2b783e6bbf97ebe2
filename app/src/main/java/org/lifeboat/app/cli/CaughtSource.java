package org.lifeboat.app.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.resources.Words;

/// What is said of a source that was set aside.
final class CaughtSource {
    private CaughtSource() {}

    /// The day by this computer's clock.
    static String day(Health.Caught caught) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.systemDefault()).format(caught.at());
    }

    /// Who was caught with what, and how to ask it again on purpose.
    static List<String> lines(Words words, Network network, SourceId id, Health.Caught caught) {
        return List.of(
                words.say("cli.endpoint.caught", id.shown(), day(caught), reason(words, caught)),
                words.say("cli.endpoint.trust-hint", network.name(), id.shown()));
    }

    static String reason(Words words, Health.Caught caught) {
        return Contradiction.of(caught.what())
                .map(what -> words.say(what.messageKey(), what.subject(), what.said(), what.shown()))
                .orElseGet(() -> caught.what().inWords());
    }
}

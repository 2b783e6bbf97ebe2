package org.lifeboat.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.capability.Capabilities;
import org.lifeboat.engine.capability.CapabilityMeasuring;
import org.lifeboat.engine.capability.Meaning;
import org.lifeboat.engine.capability.Measurements;
import org.lifeboat.engine.source.Source;

/// Finds out what a source can do, keeps it, and says what it means.
final class Measuring {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Shell shell;
    private final Measurements measurements;

    Measuring(Shell shell, Profile profile) {
        this.shell = shell;
        this.measurements = new Measurements(profile.storage(), profile.clock(), PATIENCE);
    }

    /// @param source one that the profile has kept
    /// @return sentences: what it proves, then what limits it
    List<String> measure(Source source) {
        String host = source.id().shown();
        shell.progress("cli.measuring", host);
        return switch (measurements.measure(source)) {
            case CapabilityMeasuring.Outcome.Measured(Capabilities found) -> {
                List<String> said = new ArrayList<>();
                said.add(say(host, Meaning.inOneLine(found)));
                Meaning.limits(found).forEach(limit -> said.add(say(host, limit)));
                yield said;
            }
            case CapabilityMeasuring.Outcome.NotPossible(String why) ->
                List.of(shell.words().say("cli.measuring.failed", host, why));
        };
    }

    /// Measures once a day what the sources that were just asked can do.
    void measureDue(List<Watch> watches) {
        List<Source> asked =
                watches.stream().flatMap(watch -> watch.sources().stream()).toList();
        measurements.due(asked).forEach(this::measure);
    }

    private String say(String host, Meaning.Sentence sentence) {
        return shell.words()
                .say(
                        "cli.measured",
                        host,
                        shell.words().say(sentence.key(), sentence.arguments().toArray()));
    }
}

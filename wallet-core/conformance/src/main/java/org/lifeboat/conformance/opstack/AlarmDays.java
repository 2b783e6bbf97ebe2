package org.lifeboat.conformance.opstack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.diagnosis.Diagnosis;

/// How often an alarm is false, and how long a true one takes: days of a simulated chain, each from its seed, looked
/// at as the watcher looks, every other block of L1.
final class AlarmDays {
    private static final int DAYS = 1_000;
    private static final int LOOKS_A_DAY = (int) (Duration.ofDays(1).toSeconds() / SimulatedChain.STEP_SECONDS);

    /// A block of L1.
    private static final double SLOT_SECONDS = 12;

    /// When something happens: after some quiet hours.
    private static final int QUIET_LOOKS = LOOKS_A_DAY / 4;

    private AlarmDays() {}

    static void run(PrintStream out) {
        int falseAlarms = 0;
        int notWell = 0;
        for (int seed = 0; seed < DAYS; seed++) {
            SimulatedChain chain = new SimulatedChain(seed, true);
            boolean alarm = false;
            for (int look = 0; look < LOOKS_A_DAY; look++) {
                Diagnosis diagnosis = chain.look();
                boolean now = diagnosis.first().alarm();
                if (now && !alarm) {
                    falseAlarms++;
                    out.printf("  false alarm: seed %d, look %d, %s%n", seed, look, diagnosis.first());
                }
                alarm = now;
                notWell += diagnosis.first() == Diagnosis.Kind.WELL ? 0 : 1;
            }
        }
        out.printf(
                "false alarms in %,d quiet days (seeds 0 to %d): %d; looks that could not call it well: %.2f %%%n",
                DAYS, DAYS - 1, falseAlarms, 100.0 * notWell / ((long) DAYS * LOOKS_A_DAY));
        for (SimulatedChain.Event event : SimulatedChain.Event.values()) {
            measure(event, out);
        }
    }

    private static void measure(SimulatedChain.Event event, PrintStream out) {
        List<Double> blocks = new ArrayList<>();
        List<Double> minutes = new ArrayList<>();
        int missed = 0;
        for (int seed = 0; seed < DAYS; seed++) {
            SimulatedChain chain = new SimulatedChain(seed, false);
            for (int look = 0; look < QUIET_LOOKS; look++) {
                chain.look();
            }
            chain.begin(event);
            Optional<Double> due = Optional.empty();
            boolean seen = false;
            for (int look = 0; look < 2 * LOOKS_A_DAY && !seen; look++) {
                Diagnosis diagnosis = chain.look();
                due = due.isPresent() ? due : chain.due(event);
                if (diagnosis.first() == event.kind() || diagnosis.also().contains(event.kind())) {
                    seen = true;
                    blocks.add(Math.max(0, chain.now() - due.orElse(chain.now())) / SLOT_SECONDS);
                    minutes.add((chain.now() - chain.began()) / 60);
                }
            }
            missed += seen ? 0 : 1;
        }
        Collections.sort(blocks);
        Collections.sort(minutes);
        out.printf(
                "true alarms, %s: %,d of %,d seen; L1 blocks after L1 (or the limit) shows it: middle %.1f, longest %.1f;"
                        + " minutes after it began: middle %.1f, longest %.1f%n",
                event,
                blocks.size(),
                blocks.size() + missed,
                blocks.get(blocks.size() / 2),
                blocks.getLast(),
                minutes.get(minutes.size() / 2),
                minutes.getLast());
    }
}

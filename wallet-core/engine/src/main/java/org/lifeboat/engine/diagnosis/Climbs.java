package org.lifeboat.engine.diagnosis;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// How far payments had come when they were looked at last. A payment that came back is remembered as such, until it
/// has its data on L1 again.
public final class Climbs {
    private static final String SETTING = "watch.climb.";

    private final SettingStore settings;

    public Climbs(SettingStore settings) {
        this.settings = settings;
    }

    /// @param at when it was seen so, by this computer's clock
    /// @param fellFrom the highest step that did not hold; empty where none was lost
    public record Kept(Climb climb, Instant at, Optional<Climb> fellFrom) {}

    /// What a look means beside the one before it.
    public sealed interface Change {
        record None() implements Change {}

        record Rose(Climb to) implements Change {}

        /// @param from what had been reached
        record Fell(Climb from, Climb to) implements Change {}
    }

    public Optional<Kept> find(ChainId chain, Hash32 payment) {
        return settings.find(key(chain, payment)).flatMap(Climbs::read);
    }

    /// What is new. To be told first and [#remember]ed then.
    public Change change(ChainId chain, Hash32 payment, Climb now) {
        Optional<Climb> before = find(chain, payment).map(Kept::climb);
        if (before.filter(now::equals).isPresent()) {
            return new Change.None();
        }
        if (before.filter(now::wentBack).isPresent()) {
            return new Change.Fell(before.get(), now);
        }
        return now.step() == Climb.Step.WAITING ? new Change.None() : new Change.Rose(now);
    }

    public void remember(ChainId chain, Hash32 payment, Climb now, Instant at) {
        Optional<Kept> before = find(chain, payment);
        Optional<Climb> fell = before.map(Kept::climb)
                .filter(now::wentBack)
                .or(() -> before.flatMap(Kept::fellFrom))
                .filter(_ -> now.step().compareTo(Climb.Step.ON_L1) < 0);
        if (before.filter(kept -> kept.climb().equals(now) && kept.fellFrom().equals(fell))
                .isEmpty()) {
            settings.put(key(chain, payment), write(new Kept(now, at, fell)));
        }
    }

    private static String key(ChainId chain, Hash32 payment) {
        return SETTING + chain + "." + payment.toHex();
    }

    /// Time, then the step with its block, then the one that was lost or `-`.
    private static String write(Kept kept) {
        return kept.at().getEpochSecond() + " " + write(kept.climb()) + " "
                + kept.fellFrom().map(Climbs::write).orElse("-");
    }

    private static String write(Climb climb) {
        return climb.step().name()
                + climb.block()
                        .map(block -> ":" + block.number() + ":" + block.hash().toHex() + ":" + block.unixSeconds())
                        .orElse("");
    }

    private static Optional<Kept> read(String text) {
        String[] parts = text.split(" ", -1);
        try {
            return parts.length != 3
                    ? Optional.empty()
                    : Optional.of(new Kept(
                            climb(parts[1]),
                            Instant.ofEpochSecond(Long.parseLong(parts[0])),
                            parts[2].equals("-") ? Optional.empty() : Optional.of(climb(parts[2]))));
        } catch (IllegalArgumentException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static Climb climb(String text) {
        String[] parts = text.split(":", -1);
        Climb.Step step = Climb.Step.valueOf(parts[0]);
        if (parts.length == 1) {
            return new Climb(step, Optional.empty());
        }
        if (parts.length != 4) {
            throw new IllegalArgumentException("no block");
        }
        return new Climb(
                step,
                Optional.of(
                        new BlockRef(Long.parseLong(parts[1]), Hash32.fromHex(parts[2]), Long.parseLong(parts[3]))));
    }
}

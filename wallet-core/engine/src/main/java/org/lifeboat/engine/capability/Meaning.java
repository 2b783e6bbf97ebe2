package org.lifeboat.engine.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.lifeboat.engine.capability.Capabilities.Ability;

/// What capabilities mean for a user, as data: the words are in `i18n/capability_*.properties`.
public final class Meaning {
    private Meaning() {}

    /// @param arguments fill the gaps of the sentence
    public record Sentence(String key, List<String> arguments) {
        public Sentence {
            arguments = List.copyOf(arguments);
        }
    }

    /// The one line beside a source: what it can prove, and what that is enough for.
    public static Sentence inOneLine(Capabilities found) {
        return reach("capability.proofs", found.proofs());
    }

    /// The rest, most important first; only what limits the user, so that a generous source has none.
    public static List<Sentence> limits(Capabilities found) {
        List<Sentence> limits = new ArrayList<>();
        if (!(found.logs() instanceof Reach.Everything)) {
            limits.add(reach("capability.logs", found.logs()));
        }
        lacks(limits, found.oldState(), "capability.old_state");
        lacks(limits, found.blockByHash(), "capability.block_by_hash");
        lacks(limits, found.feeHistory(), "capability.fee_history");
        lacks(limits, found.witness(), "capability.witness");
        if (!found.batchSize().equals(OptionalInt.of(100))) {
            limits.add(size("capability.batch", found.batchSize()));
        }
        if (found.asksForPatience()) {
            limits.add(new Sentence("capability.asks_for_patience", List.of()));
        }
        return limits;
    }

    private static Sentence reach(String key, Reach reach) {
        return switch (reach) {
            case Reach.Unknown _ -> new Sentence(key + ".unknown", List.of());
            case Reach.None _ -> new Sentence(key + ".none", List.of());
            case Reach.AtLeast(long blocks) when blocks == 1 -> new Sentence(key + ".newest", List.of());
            case Reach.AtLeast(long blocks) -> new Sentence(key + ".some", List.of(Long.toString(blocks)));
            case Reach.Everything _ -> new Sentence(key + ".all", List.of());
        };
    }

    private static void lacks(List<Sentence> limits, Ability ability, String key) {
        switch (ability) {
            case YES -> {}
            case NO -> limits.add(new Sentence(key + ".no", List.of()));
            case UNKNOWN -> limits.add(new Sentence(key + ".unknown", List.of()));
        }
    }

    private static Sentence size(String key, OptionalInt size) {
        return size.isPresent()
                ? new Sentence(key + ".some", List.of(Integer.toString(size.getAsInt())))
                : new Sentence(key + ".unknown", List.of());
    }
}

package org.lifeboat.engine.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// Chooses among the endpoints of one network. Keeps no list itself: what the user has configured is handed in.
public final class SourcePool {
    /// Blocks behind the best head from which a source counts as lagging. Sources that follow the same chain
    /// differ by a block or two at any moment.
    private static final long LAG_BLOCKS = 5;

    private final SourceOpener opener;

    public SourcePool(SourceOpener opener) {
        this.opener = opener;
    }

    /// What may be asked now, and what may not and why. Whoever asks a source that is not the first of the
    /// user's own order has `setAside` and the health records to say why.
    ///
    /// @param usable best first: answering before failing, keeping up before lagging, then in the user's order
    /// @param setAside refuted sources; never asked again by themselves in this run
    /// @param lastResort `usable` holds only refuted sources, because there is no other: everything they say
    /// must be shown as coming from a source that was caught
    public record Choice(List<Source> usable, List<Source> setAside, List<Barred> barred, boolean lastResort) {
        public Choice {
            usable = List.copyOf(usable);
            setAside = List.copyOf(setAside);
            barred = List.copyOf(barred);
        }
    }

    /// An endpoint that no request may go to.
    public record Barred(SourceId id, Endpoint.Objection objection) {}

    /// @param endpoints of one network, in the user's order
    public Choice choose(List<Endpoint> endpoints) {
        List<Source> good = new ArrayList<>();
        List<Source> setAside = new ArrayList<>();
        List<Barred> barred = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            switch (opener.open(endpoint)) {
                case SourceOpener.Opened.NotAllowed(var objection) -> barred.add(new Barred(endpoint.id(), objection));
                case SourceOpener.Opened.Ready(Source source) ->
                    (source.health().setAside() ? setAside : good).add(source);
            }
        }
        boolean lastResort = good.isEmpty() && !setAside.isEmpty();
        return new Choice(bestFirst(lastResort ? setAside : good), setAside, barred, lastResort);
    }

    private static List<Source> bestFirst(List<Source> sources) {
        long head = sources.stream()
                .map(source -> source.health().newestBlock())
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max()
                .orElse(0);
        return sources.stream()
                .sorted(Comparator.<Source>comparingInt(
                                source -> source.health().failuresInARow())
                        .thenComparing(source -> isLagging(source, head)))
                .toList();
    }

    private static boolean isLagging(Source source, long head) {
        return source.health().lagBehind(head).orElse(0) >= LAG_BLOCKS;
    }
}

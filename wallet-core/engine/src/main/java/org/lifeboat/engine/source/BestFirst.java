package org.lifeboat.engine.source;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// The order in which the sources of a network are asked: the user's, but whoever failed lately or lags comes
/// behind those that answer and keep up, and whoever was caught comes last, to be named and not asked.
public final class BestFirst {
    /// Blocks behind the best head from which a source counts as lagging. Sources that follow the same chain
    /// differ by a block or two at any moment.
    private static final long LAG_BLOCKS = 5;

    private BestFirst() {}

    /// @param sources of one network, in the user's order, which decides between equals
    public static List<Source> order(List<Source> sources) {
        long head = sources.stream()
                .filter(source -> !source.health().setAside())
                .map(source -> source.health().newestBlock())
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max()
                .orElse(0);
        return sources.stream()
                .sorted(Comparator.<Source, Boolean>comparing(
                                source -> source.health().setAside())
                        .thenComparing(source -> source.health().failuresInARow() > 0)
                        .thenComparing(source -> isLagging(source, head)))
                .toList();
    }

    private static boolean isLagging(Source source, long head) {
        return source.health().lagBehind(head).orElse(0) >= LAG_BLOCKS;
    }
}

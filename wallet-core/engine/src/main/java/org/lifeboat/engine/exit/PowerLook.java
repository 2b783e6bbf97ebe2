package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Powers;

/// Reads who holds power over a bridge, and what they have announced. Where only events name what waits, all sources
/// are asked for them: one can keep an event quiet, none can invent what the timelock denies.
final class PowerLook {
    /// How far back events are asked for: two weeks. Source: consensus-specs, `SECONDS_PER_SLOT`, 12.
    static final long BLOCKS = 14 * 7_200;

    /// Of the events of two weeks; whoever announces so much is named all the same.
    private static final int MOST_NAMES = 64;

    private final BridgeLook bridges;
    private final ExitPlace place;
    private final Duration patience;

    PowerLook(BridgeLook bridges, ExitPlace place, Duration patience) {
        this.bridges = bridges;
        this.place = place;
        this.patience = patience;
    }

    /// @return empty where L1 could not be read
    Optional<Powers> look() {
        return bridges.powers(place, patience) instanceof BridgeLook.Outcome.Seen<Powers> seen
                ? Optional.of(withQueue(seen.value()))
                : Optional.empty();
    }

    private Powers withQueue(Powers powers) {
        return powers.queue().listing() instanceof Powers.Listing.Events(Address timelock)
                ? powers.with(announced(timelock)
                        .map(waiting -> new Powers.Queue(powers.queue().listing(), waiting))
                        .orElseGet(() -> new Powers.Queue(new Powers.Listing.Unread(timelock), List.of())))
                : powers;
    }

    private Optional<List<Powers.Queued>> announced(Address timelock) {
        Set<Hash32> names = new LinkedHashSet<>();
        boolean heard = false;
        for (Source source : place.l1Sources()) {
            Optional<List<LogClaim>> events = source.health().setAside() ? Optional.empty() : events(source, timelock);
            heard |= events.isPresent();
            events.stream()
                    .flatMap(List::stream)
                    .filter(event ->
                            event.emitter().equals(timelock) && event.topics().size() > 1)
                    .map(event -> event.topics().get(1))
                    .limit(MOST_NAMES)
                    .forEach(names::add);
        }
        return heard ? bridges.announced(place, timelock, names, patience) : Optional.empty();
    }

    private Optional<List<LogClaim>> events(Source source, Address timelock) {
        return HeadQuestion.ask(source, place.l1().chain(), BlockSelector.LATEST, Purpose.FOLLOW_L1, patience)
                        instanceof Head.Usable head
                ? LogSpans.ask(
                        source,
                        Math.max(0, head.block().number() - BLOCKS),
                        head.block().number(),
                        timelock,
                        List.of(List.of(OpStack.ANNOUNCED)),
                        Deadline.in(patience))
                : Optional.empty();
    }
}

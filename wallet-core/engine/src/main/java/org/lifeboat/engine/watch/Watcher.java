package org.lifeboat.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.ChainId;

/// Looks at everything that is under way, round by round, without keys. The same for the window and for
/// `lifeboat watch`.
public final class Watcher {
    private final Networks networks;
    private final Function<ChainId, List<Source>> sources;
    private final InstantSource clock;
    private final Duration patience;
    private final Exits exits;
    private final ExitPlaces places;
    private final ExitWatch memory;
    private final ChainWatch chains;

    /// @param sources the confirmed ones of a network
    /// @param places where the ways out are; what is verified of L1 comes with them
    /// @param patience for each source
    public Watcher(
            Storage storage,
            Networks networks,
            Function<ChainId, List<Source>> sources,
            ExitPlaces places,
            InstantSource clock,
            Duration patience) {
        this.networks = networks;
        this.sources = sources;
        this.clock = clock;
        this.patience = patience;
        this.exits = new Exits(storage, clock, patience);
        this.places = places;
        this.memory = new ExitWatch(storage.settings());
        this.chains = new ChainWatch(storage.settings());
    }

    /// An exit as it was seen.
    public record Sight(ExitReport report, Network l2, Network l1) {}

    /// A chain that makes blocks again, by the word of a source.
    public record Running(Network network, ChainWatch.Seen.Runs seen) {}

    /// @param seen every exit that was looked at
    /// @param news those of them that are worth a word
    /// @param running chains that the user wanted to be told of
    public record Round(List<Sight> seen, List<Sight> news, List<Running> running) {
        public Round {
            seen = List.copyOf(seen);
            news = List.copyOf(news);
            running = List.copyOf(running);
        }
    }

    /// Exits whose date passed while nobody looked. Asks nobody.
    public List<ExitWatch.Missed> missed() {
        return memory.missed(exits.all(), clock.instant());
    }

    /// Asks about everything that is under way. Blocks.
    public Round round() {
        List<Sight> seen = new ArrayList<>();
        for (Exits.Plan plan : exits.all()) {
            if (!memory.isOver(plan)) {
                place(plan.chain())
                        .map(place -> new Sight(ExitReport.of(exits.look(plan, place)), place.l2(), place.l1()))
                        .ifPresent(seen::add);
            }
        }
        List<Sight> news =
                seen.stream().filter(sight -> memory.isNews(sight.report())).toList();
        return new Round(seen, news, running());
    }

    private Optional<ExitPlace> place(ChainId chain) {
        return networks.find(chain)
                .flatMap(network -> places.find(network) instanceof ExitPlaces.Found.Whole(ExitPlace place)
                        ? Optional.of(place)
                        : Optional.empty());
    }

    private List<Running> running() {
        Instant now = clock.instant();
        List<Running> running = new ArrayList<>();
        for (Network network : networks.watched()) {
            if (chains.isWished(network.chain())
                    && chains.look(network, sources.apply(network.chain()), patience, now)
                            instanceof ChainWatch.Seen.Runs runs) {
                running.add(new Running(network, runs));
            }
        }
        return running;
    }

    /// To be called once the news of a round has been said.
    public void told(Round round) {
        Instant now = clock.instant();
        round.seen().forEach(sight -> memory.remember(sight.report(), now));
        round.running().forEach(one -> chains.end(one.network().chain()));
    }

    /// When the next thing can be done. Where a look could not read what it needed, what was known before stays.
    public Optional<Instant> date(Sight sight) {
        return blind(sight)
                ? memory.date(sight.report().plan())
                : sight.report().notBefore();
    }

    /// When what it was proven against falls, unless somebody speaks for it; likewise.
    public Optional<Instant> fallsAt(Sight sight) {
        return blind(sight)
                ? memory.fallsAt(sight.report().plan())
                : sight.report().fallsAt();
    }

    /// Whether a look could not read what it needed.
    public static boolean blind(Sight sight) {
        return sight.report().stage().turn() == ExitStage.Turn.UNKNOWN;
    }
}

package org.lifeboat.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.dispute.ContestReport;
import org.lifeboat.engine.dispute.ContestStage;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.dispute.OwnRootContests;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.ChainId;

/// Looks at every contest that the user takes part in, round by round, without keys. The same for the window and for
/// `lifeboat watch`.
public final class ContestRounds {
    private final Networks networks;
    private final ExitPlaces places;
    private final InstantSource clock;
    private final Disputes disputes;
    private final OwnRootContests ownRoots;
    private final ContestWatch memory;

    /// @param patience for each source
    public ContestRounds(
            Storage storage, Networks networks, ExitPlaces places, InstantSource clock, Duration patience) {
        this.networks = networks;
        this.places = places;
        this.clock = clock;
        this.disputes = new Disputes(storage, clock, patience);
        this.ownRoots = new OwnRootContests(storage, clock, patience);
        this.memory = new ContestWatch(storage.settings());
    }

    /// A contest as it was seen.
    /// @param fallsAt when the user's side loses if nothing is done; where nothing could be read, as known before
    /// @param notBefore when something can be done; likewise
    public record Sight(
            ContestReport report,
            Network l2,
            Network l1,
            Optional<Instant> fallsAt,
            Optional<Instant> notBefore,
            Haste haste) {
        /// Whether a look could not read what it needed.
        public boolean isBlind() {
            return report.stage().turn() == ContestStage.Turn.UNKNOWN;
        }
    }

    /// @param seen every contest that was looked at
    /// @param news those of them that are worth a word
    public record Round(List<Sight> seen, List<Sight> news) {
        public Round {
            seen = List.copyOf(seen);
            news = List.copyOf(news);
        }
    }

    /// Contests a date of which passed while nobody looked. Asks nobody.
    public List<ContestWatch.Missed> missed() {
        return memory.missed(disputes.all(), clock.instant());
    }

    /// Follows the games of roots that exits have posted, where they are not followed yet. Asks only then. Blocks.
    public void followOwnRoots(ExitPlace place) {
        ownRoots.follow(place);
    }

    /// Asks about every contest. Blocks.
    public Round round() {
        ownRoots.waiting().forEach(chain -> place(chain).ifPresent(ownRoots::follow));
        List<Sight> seen = new ArrayList<>();
        for (Disputes.Plan plan : disputes.all()) {
            if (!memory.rests(plan, clock.instant())) {
                place(plan.chain()).map(place -> look(plan, place)).ifPresent(seen::add);
            }
        }
        List<Sight> news = seen.stream()
                .filter(sight -> memory.isNews(sight.report(), sight.haste()))
                .toList();
        return new Round(seen, news);
    }

    /// What wants its user first, of all that is not over. Asks about every contest. Blocks.
    public List<Sight> pressing() {
        return round().seen().stream()
                .sorted(Comparator.comparing(Sight::haste)
                        .reversed()
                        .thenComparing(sight -> sight.fallsAt().orElse(Instant.MAX)))
                .toList();
    }

    private Optional<ExitPlace> place(ChainId chain) {
        return networks.find(chain)
                .flatMap(network -> places.find(network) instanceof ExitPlaces.Found.Whole(ExitPlace place)
                        ? Optional.of(place)
                        : Optional.empty());
    }

    /// Asks about one. Blocks.
    public Sight look(Disputes.Plan plan, ExitPlace place) {
        return sight(disputes.look(plan, place), place);
    }

    /// A look that was taken already, with what was known before.
    public Sight sight(Disputes.Look look, ExitPlace place) {
        ContestReport report = ContestReport.of(look);
        boolean blind = report.stage() == ContestStage.SILENT;
        Optional<ContestWatch.Stood> before = blind ? memory.stood(look.plan()) : Optional.empty();
        Optional<Instant> fallsAt = blind ? before.flatMap(ContestWatch.Stood::fallsAt) : report.fallsAt();
        Optional<Instant> notBefore = blind ? before.flatMap(ContestWatch.Stood::notBefore) : report.notBefore();
        ContestStage stage = before.map(ContestWatch.Stood::stage).orElse(report.stage());
        return new Sight(report, place.l2(), place.l1(), fallsAt, notBefore, Haste.of(stage, fallsAt, clock.instant()));
    }

    /// To be called once the news of a round has been said.
    public void told(Round round) {
        round.seen().forEach(this::remember);
    }

    /// To be called where a contest was shown to the user.
    public void remember(Sight sight) {
        memory.remember(sight.report(), sight.haste(), clock.instant());
    }
}

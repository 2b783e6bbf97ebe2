package org.lifeboat.engine.watch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Ladder;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.ReadyBook;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Asks once a day whether the user could leave each L2 on which anything is held, and says so when that is no longer
/// the case. Says first: [#told] remembers.
public final class ReadyRounds {
    private static final Duration DAY = Duration.ofDays(1);

    /// After a look to which nobody answered.
    private static final Duration AGAIN = Duration.ofHours(1);

    private static final String TRIED = "ready.tried.";

    private final Storage storage;
    private final SettingStore settings;
    private final ReadyBook book;
    private final ExitPlaces places;
    private final ToLongFunction<Network> window;
    private final InstantSource clock;
    private final Duration patience;

    /// @param window a chain's sequencing window. Unit: L1 blocks
    /// @param patience for one question to one source
    public ReadyRounds(
            Storage storage,
            ExitPlaces places,
            ToLongFunction<Network> window,
            InstantSource clock,
            Duration patience) {
        this.storage = storage;
        this.settings = storage.settings();
        this.book = new ReadyBook(settings);
        this.places = places;
        this.window = window;
        this.clock = clock;
        this.patience = patience;
    }

    /// What a look has shown of one account.
    /// @param before what was known; empty at the first look
    public record Sight(
            Network l2, Network l1, Address account, Optional<ReadyBook.Entry> before, ReadyBook.Entry now) {
        /// Whether it was yes, and is no.
        public boolean lost() {
            return before.filter(ReadyBook.Entry::yes).isPresent() && !now.yes();
        }
    }

    /// @param seen one an account and L2 that was due
    public record Round(List<Sight> seen) {
        public Round {
            seen = List.copyOf(seen);
        }

        /// Those that are worth a word.
        public List<Sight> news() {
            return seen.stream().filter(Sight::lost).toList();
        }
    }

    /// Asks where a day has passed since the last look. Blocks.
    public Round round() {
        List<Sight> seen = new ArrayList<>();
        for (Network l2 : places.leavable()) {
            List<Address> holders = holders(l2.chain());
            if (!holders.isEmpty()
                    && due(l2.chain(), holders)
                    && places.find(l2) instanceof ExitPlaces.Found.Whole(ExitPlace place)) {
                settings.put(
                        TRIED + l2.chain().value(),
                        Long.toString(clock.instant().getEpochSecond()));
                seen.addAll(look(place, holders));
            }
        }
        return new Round(seen);
    }

    private List<Sight> look(ExitPlace place, List<Address> holders) {
        Network l2 = place.l2();
        Exits exits = new Exits(storage, clock, patience);
        if (!(Leaving.read(exits, place, holders, patience) instanceof Leaving.Read read)) {
            return List.of();
        }
        Optional<RootRhythm> rhythm = exits.rhythm(place);
        Optional<Duration> longest = Ladder.longest(read.bridge(), rhythm, window.applyAsLong(l2));
        Instant now = clock.instant();
        return holders.stream()
                .map(account -> new Sight(
                        l2,
                        place.l1(),
                        account,
                        book.find(l2.chain(), account),
                        book.entry(l2.chain(), account, read, longest, now)))
                .toList();
    }

    /// To be called once the news of a round has been said.
    public void told(Round round) {
        round.seen().forEach(sight -> book.put(sight.l2().chain(), sight.account(), sight.now()));
    }

    /// Accounts that hold some of the coin by the last reading.
    private List<Address> holders(ChainId l2) {
        return new Accounts(storage)
                .visible().stream()
                        .map(Account::address)
                        .filter(account -> storage.balances().of(l2, account, Optional.empty()).stream()
                                .max(Comparator.comparing(StoredReading::readAt))
                                .filter(reading -> reading.units().signum() > 0)
                                .isPresent())
                        .toList();
    }

    private boolean due(ChainId l2, List<Address> holders) {
        Instant now = clock.instant();
        boolean fresh = holders.stream()
                .allMatch(account -> book.find(l2, account)
                        .filter(entry -> entry.at().plus(DAY).isAfter(now))
                        .isPresent());
        return !fresh
                && settings.find(TRIED + l2.value())
                        .flatMap(ReadyRounds::instant)
                        .filter(tried -> tried.plus(AGAIN).isAfter(now))
                        .isEmpty();
    }

    private static Optional<Instant> instant(String seconds) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
        } catch (NumberFormatException | DateTimeException damaged) {
            return Optional.empty();
        }
    }
}

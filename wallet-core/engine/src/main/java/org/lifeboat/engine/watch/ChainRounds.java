package org.lifeboat.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.diagnosis.Censoring;
import org.lifeboat.engine.diagnosis.ChainMonitor;
import org.lifeboat.engine.diagnosis.ChainTrack;
import org.lifeboat.engine.diagnosis.Climb;
import org.lifeboat.engine.diagnosis.Climbs;
import org.lifeboat.engine.diagnosis.Diagnosis;
import org.lifeboat.engine.exit.BridgeCodes;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.QueuedChange;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;

/// Looks at the watched chains of the OP Stack and at own payments on them, round by round. Says what is new once:
/// [#told] remembers. One thread.
public final class ChainRounds {
    private static final String SAID = "watch.said.";
    private static final String CENSORED = "watch.censored.";

    private final Storage storage;
    private final ExitPlaces places;
    private final ToLongFunction<Network> window;
    private final InstantSource clock;
    private final Duration patience;
    private final ChainMonitor monitor;
    private final Climbs climbs;
    private final PowerWatch powers;

    /// @param memory of earlier rounds in this process
    /// @param window a chain's sequencing window. Unit: L1 blocks
    /// @param patience for one question to one source
    public ChainRounds(
            ChainMonitor.Memory memory,
            Storage storage,
            ExitPlaces places,
            ToLongFunction<Network> window,
            InstantSource clock,
            Duration patience) {
        this.storage = storage;
        this.places = places;
        this.window = window;
        this.clock = clock;
        this.patience = patience;
        this.monitor = new ChainMonitor(memory, storage.settings(), clock, patience);
        this.climbs = new Climbs(storage.settings());
        this.powers = new PowerWatch(storage, clock, patience, memory.powersLooked());
    }

    /// Something new.
    public sealed interface News {
        Network l2();

        /// The chain stands otherwise than was said last.
        /// @param before what was said; empty where nothing was
        record Stands(Network l2, Network l1, Optional<Diagnosis.Kind> before, Diagnosis now) implements News {}

        /// A block that a server had named is another one by L1's data.
        record Equivocated(Network l2, ChainTrack.Replaced block) implements News {}

        /// A payment has come further, or less far.
        record Moved(Network l2, OwnTransaction payment, Climbs.Change change, Climb now) implements News {}

        /// A payment that could be taken is left out.
        record LeftOut(Network l2, OwnTransaction payment) implements News {}

        /// A change of the bridge waits until it can be carried out.
        record Announced(Network l2, Network l1, QueuedChange change) implements News {}

        /// The bridge runs another code than when it was looked at first.
        record Upgraded(Network l2, BridgeCodes.Changed change) implements News {}
    }

    /// @param seen every chain that was looked at
    public record Round(List<ChainMonitor.Seen> seen, List<News> news) {
        public Round {
            seen = List.copyOf(seen);
            news = List.copyOf(news);
        }
    }

    /// Asks about every chain and payment. Blocks.
    /// @throws InterruptedException if the caller was interrupted
    public Round round() throws InterruptedException {
        Map<ChainId, List<OwnTransaction>> payments = new HashMap<>();
        List<ChainMonitor.Place> all = new ArrayList<>();
        for (Network network : places.leavable()) {
            if (places.find(network) instanceof ExitPlaces.Found.Whole(ExitPlace place)) {
                List<OwnTransaction> own = payments(place);
                payments.put(network.chain(), own);
                List<Long> asked = own.stream()
                        .flatMap(one -> block(one).stream())
                        .map(BlockRef::number)
                        .distinct()
                        .toList();
                all.add(new ChainMonitor.Place(place, window.applyAsLong(network), asked));
            }
        }
        List<ChainMonitor.Seen> seen = monitor.round(all);
        List<News> news = new ArrayList<>();
        for (ChainMonitor.Seen one : seen) {
            ofChain(one, news);
            payments.getOrDefault(one.place().chain(), List.of()).forEach(own -> ofPayment(one, own, news));
            news.addAll(powers.look(one.place().chains()));
        }
        return new Round(seen, news);
    }

    /// Own payments that are not settled for good, as they stand now.
    private List<OwnTransaction> payments(ExitPlace place) {
        Following following = new Following(storage.activity(), clock);
        List<OwnTransaction> all = new ArrayList<>();
        for (OwnTransaction own : new Activity(storage).open(clock.instant())) {
            if (own.chain().equals(place.l2().chain())) {
                all.add(
                        isOnL1(own)
                                ? own
                                : following
                                        .look(own, place.l2(), place.l2Sources(), patience)
                                        .transaction());
            }
        }
        return all;
    }

    private boolean isOnL1(OwnTransaction own) {
        return climbs.find(own.chain(), own.hash())
                .filter(kept -> kept.climb().step().compareTo(Climb.Step.ON_L1) >= 0)
                .isPresent();
    }

    private static Optional<BlockRef> block(OwnTransaction own) {
        return own.status() instanceof Status.Accepted(BlockRef block) ? Optional.of(block) : Optional.empty();
    }

    private void ofChain(ChainMonitor.Seen seen, List<News> news) {
        Network l2 = seen.place().chains().l2();
        seen.newlyReplaced().forEach(block -> news.add(new News.Equivocated(l2, block)));
        Optional<Diagnosis.Kind> said = said(l2.chain());
        Diagnosis.Kind now = seen.diagnosis().first();
        boolean quiet = said.isEmpty() && !now.alarm() && now != Diagnosis.Kind.WELL;
        boolean unsure = now == Diagnosis.Kind.COULD_NOT_TELL || now == Diagnosis.Kind.STANDS_STILL;
        if (!said.equals(Optional.of(now))
                && !quiet
                && !(unsure && said.filter(Diagnosis.Kind::alarm).isPresent())) {
            news.add(new News.Stands(l2, seen.place().chains().l1(), said, seen.diagnosis()));
        }
    }

    private void ofPayment(ChainMonitor.Seen seen, OwnTransaction own, List<News> news) {
        Network l2 = seen.place().chains().l2();
        Climb climb = climb(seen, own);
        Climbs.Change change = climbs.change(own.chain(), own.hash(), climb);
        if (!(change instanceof Climbs.Change.None)) {
            news.add(new News.Moved(l2, own, change, climb));
        }
        if (own.status() instanceof Status.Sent
                && storage.settings().find(censored(own)).isEmpty()
                && leftOut(seen.place().chains(), own)) {
            news.add(new News.LeftOut(l2, own));
        }
    }

    private Climb climb(ChainMonitor.Seen seen, OwnTransaction own) {
        return Climb.of(own, climbs.find(own.chain(), own.hash()).map(Climbs.Kept::climb), seen.now(), seen.l2());
    }

    private boolean leftOut(ExitPlace place, OwnTransaction own) {
        if (!Censoring.waitsLong(own, clock.instant())) {
            return false;
        }
        for (Source source : place.l2Sources()) {
            Optional<Nonce> next = source.ask(
                            new Query.NonceOf(own.account(), BlockSelector.LATEST),
                            Purpose.FOLLOW_TRANSACTION,
                            patience)
                    .got();
            if (next.isPresent()
                    && HeadQuestion.ask(
                                    source,
                                    place.l2().chain(),
                                    BlockSelector.LATEST,
                                    Purpose.FOLLOW_TRANSACTION,
                                    patience)
                            instanceof Head.Usable head) {
                Instant made = Instant.ofEpochSecond(head.block().unixSeconds());
                Wei baseFee = head.header().flatMap(BlockHeader::baseFeePerGas).orElse(Wei.ZERO);
                return Censoring.suspected(own, next.get(), baseFee, made, clock.instant());
            }
        }
        return false;
    }

    /// To be called once the news of a round has been said: better twice than never.
    public void told(Round round) {
        SettingStore settings = storage.settings();
        Instant now = clock.instant();
        round.seen().forEach(monitor::remember);
        for (News one : round.news()) {
            switch (one) {
                case News.Stands(Network l2, var _, var _, Diagnosis diagnosis) ->
                    settings.put(SAID + l2.chain(), diagnosis.first().name());
                case News.Moved(var _, OwnTransaction own, var _, Climb climb) ->
                    climbs.remember(own.chain(), own.hash(), climb, now);
                case News.LeftOut(var _, OwnTransaction own) -> settings.put(censored(own), now.toString());
                case News.Announced announced -> powers.told(announced);
                case News.Upgraded upgraded -> powers.told(upgraded);
                case News.Equivocated _ -> {
                    // Kept with what is remembered of the chain.
                }
            }
        }
    }

    /// What was said of a chain last; empty where nothing was, or the record is damaged.
    private Optional<Diagnosis.Kind> said(ChainId chain) {
        return storage.settings().find(SAID + chain).flatMap(name -> {
            for (Diagnosis.Kind kind : Diagnosis.Kind.values()) {
                if (kind.name().equals(name)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        });
    }

    private static String censored(OwnTransaction own) {
        return CENSORED + own.chain() + "." + own.hash().toHex();
    }
}

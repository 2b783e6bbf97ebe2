package org.lifeboat.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.exit.BridgeCodes;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.QueuedChange;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rollups.opstack.Powers;

/// Looks, each hour, whether a change of a bridge was announced or made. Says each once; [#told] remembers.
final class PowerWatch {
    /// Who makes users leave gives them days.
    static final Duration EVERY = Duration.ofHours(1);

    private static final String ANNOUNCED = "watch.announced.";
    private static final String CHANGED = "watch.changed.";

    private final SettingStore settings;
    private final InstantSource clock;
    private final Exits exits;
    private final Map<ChainId, Instant> looked;

    /// @param looked when each chain was looked at last in this process
    PowerWatch(Storage storage, InstantSource clock, Duration patience, Map<ChainId, Instant> looked) {
        this.settings = storage.settings();
        this.clock = clock;
        this.exits = new Exits(storage, clock, patience);
        this.looked = looked;
    }

    /// What is new at a bridge; nothing where it was looked at within the hour, or could not be read.
    List<ChainRounds.News> look(ExitPlace place) {
        ChainId chain = place.l2().chain();
        Instant now = clock.instant();
        Instant last = looked.get(chain);
        if (last != null && last.plus(EVERY).isAfter(now)) {
            return List.of();
        }
        Optional<Powers> powers = exits.risks(place);
        powers.ifPresent(_ -> looked.put(chain, now));
        List<ChainRounds.News> news = new ArrayList<>();
        powers.ifPresent(known -> {
            known.queue().waiting().stream()
                    .map(QueuedChange::of)
                    .map(change -> new ChainRounds.News.Announced(place.l2(), place.l1(), change))
                    .filter(one -> settings.find(key(one)).isEmpty())
                    .forEach(news::add);
            new BridgeCodes(settings)
                    .changed(chain, known, now).stream()
                            .map(change -> new ChainRounds.News.Upgraded(place.l2(), change))
                            .filter(one -> settings.find(key(one)).isEmpty())
                            .forEach(news::add);
        });
        return news;
    }

    void told(ChainRounds.News.Announced news) {
        settings.put(key(news), news.change().ready().toString());
    }

    void told(ChainRounds.News.Upgraded news) {
        settings.put(key(news), clock.instant().toString());
    }

    private static String key(ChainRounds.News.Announced news) {
        return ANNOUNCED + news.l2().chain() + "." + news.change().by().toHex() + "."
                + news.change().id().toHex();
    }

    private static String key(ChainRounds.News.Upgraded news) {
        return CHANGED + news.l2().chain() + "." + news.change().role() + "."
                + news.change().now().toHex();
    }
}

package org.lifeboat.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.exit.Forewarning;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.ChainId;

/// L2s about which the user wants to be told when they make blocks again. What their sources say is their word:
/// that blocks come does not show that L1 will keep them.
public final class ChainWatch {
    private static final String SETTING = "watch.chain.";

    /// A newest block that is no older than this counts as one of a chain that runs.
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SettingStore settings;

    public ChainWatch(SettingStore settings) {
        this.settings = settings;
    }

    /// What was seen of a chain.
    public sealed interface Seen {
        /// @param source that names the block
        record Runs(String source, long block, Instant at) implements Seen {}

        /// Somebody answers, and the newest block is old.
        record StandsStill(long block, Instant at) implements Seen {}

        /// No source answers.
        record Silent() implements Seen {}
    }

    /// The user wants to be told.
    public void wish(ChainId chain, Instant now) {
        settings.put(SETTING + chain, Long.toString(now.getEpochSecond()));
    }

    public boolean isWished(ChainId chain) {
        return settings.find(SETTING + chain).isPresent();
    }

    /// It was told, or is not wanted any more.
    public void end(ChainId chain) {
        settings.remove(SETTING + chain);
    }

    /// The same for whoever is about to force something. Blocks.
    public Optional<Forewarning.Runs> runs(Network network, List<Source> sources, Duration patience, Instant now) {
        return look(network, sources, patience, now) instanceof Seen.Runs(String source, long block, Instant at)
                ? Optional.of(new Forewarning.Runs(source, block, at))
                : Optional.empty();
    }

    /// Asks all sources for their newest block. Blocks.
    public Seen look(Network network, List<Source> sources, Duration patience, Instant now) {
        Optional<Seen> newest = Optional.empty();
        for (Source source : sources) {
            if (!source.health().setAside()
                    && HeadQuestion.ask(
                                    source, network.chain(), BlockSelector.LATEST, Purpose.FOLLOW_TRANSACTION, patience)
                            instanceof Head.Usable head) {
                Instant at = Instant.ofEpochSecond(head.block().unixSeconds());
                if (at.plus(FRESH).isAfter(now)) {
                    return new Seen.Runs(source.id().shown(), head.block().number(), at);
                }
                newest = newest.or(
                        () -> Optional.of(new Seen.StandsStill(head.block().number(), at)));
            }
        }
        return newest.orElseGet(Seen.Silent::new);
    }
}

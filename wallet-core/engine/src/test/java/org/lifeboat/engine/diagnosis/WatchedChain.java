package org.lifeboat.engine.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// A chain that is looked at every two blocks of L1: what happens is said in calls, a look a call of [#look].
final class WatchedChain {
    static final long WINDOW = 3_600;

    private static final Instant BEGIN = Instant.parse("2026-11-21T00:00:00Z");
    private static final String SEQUENCER = "sequencer.example";

    private Instant now = BEGIN;
    private long l1 = 1_000;
    private long batches = 10;
    private long sinceBatch;
    boolean sourceAnswers = true;
    boolean sequencerMakes = true;
    boolean batcherSends = true;
    boolean proposerPosts = true;
    boolean paused;
    boolean l1Answers = true;
    private long newest = 5_000;
    private long safe = 4_900;
    private Instant newestAt = BEGIN;
    private Instant rootAt = BEGIN;
    private final Map<Long, Hash32> replacing = new HashMap<>();
    ChainTrack track = ChainTrack.begin(BEGIN);

    Instant now() {
        return now;
    }

    /// The blocks above the safe one are others by L1.
    void replaceUnsafe() {
        for (long number = safe + 1; number <= newest; number++) {
            replacing.put(number, Hash32.ofNumber(900_000 + number));
        }
        safe = newest;
    }

    /// What L1's data say has been taken back to a block of the sequencer.
    void holdUp() {
        safe = newest;
    }

    private Hash32 hash(long number) {
        return Optional.ofNullable(replacing.get(number)).orElseGet(() -> Hash32.ofNumber(number));
    }

    Diagnosis look() {
        now = now.plusSeconds(24);
        l1 += 2;
        sinceBatch++;
        if (sequencerMakes) {
            newest += 12;
            newestAt = now;
        }
        if (batcherSends && sinceBatch >= 5) {
            batches++;
            sinceBatch = 0;
            safe = Math.max(safe, newest - 5);
        }
        if (proposerPosts && Duration.between(rootAt, now).compareTo(Duration.ofHours(1)) >= 0) {
            rootAt = now;
        }
        Map<Long, Hash32> again = new HashMap<>();
        track.questions(6).forEach(number -> again.put(number, hash(number)));
        track = track.after(signs(again));
        return Diagnosis.of(track, WINDOW, now);
    }

    private ChainSigns signs(Map<Long, Hash32> again) {
        BlockRef head = new BlockRef(newest, Hash32.ofNumber(newest), newestAt.getEpochSecond());
        BlockRef settled = new BlockRef(safe, hash(safe), newestAt.getEpochSecond() - 120);
        return new ChainSigns(
                now,
                l1Answers
                        ? Optional.of(new ChainSigns.OfL1(
                                new BlockRef(l1, Hash32.ofNumber(l1), now.getEpochSecond() - 2),
                                Optional.of(batches),
                                Assurance.MATCHED))
                        : Optional.empty(),
                sourceAnswers ? List.of(new ChainSigns.OfL2(SEQUENCER, head, Optional.of(settled), again)) : List.of(),
                l1Answers
                        ? Optional.of(new ChainSigns.OfBridge(
                                paused,
                                Optional.of(4_000L),
                                Optional.of(new RootRhythm(
                                        rootAt,
                                        safe,
                                        Duration.ofHours(1),
                                        Optional.of(Duration.ofHours(1)),
                                        Optional.empty())),
                                Assurance.MATCHED))
                        : Optional.empty());
    }

    Diagnosis look(Duration span) {
        Diagnosis diagnosis = look();
        for (long left = span.toSeconds() / 24; left > 1; left--) {
            diagnosis = look();
        }
        return diagnosis;
    }
}

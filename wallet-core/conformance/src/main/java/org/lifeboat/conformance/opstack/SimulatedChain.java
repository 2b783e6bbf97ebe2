package org.lifeboat.conformance.opstack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.diagnosis.ChainSigns;
import org.lifeboat.engine.diagnosis.ChainTrack;
import org.lifeboat.engine.diagnosis.Diagnosis;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// A chain as a watcher sees it, second by second, from a seed. Quiet is what public chains and servers do on any day:
/// slots of L1 without a block (1 %), a sequencer that stops for some seconds, batches every 2 to 60 minutes that vary
/// by a third and sometimes wait for minutes, servers of both layers that do not answer for minutes.
final class SimulatedChain {
    static final long STEP_SECONDS = 24;

    private static final long WINDOW = 3_600;
    private static final long BEGIN = Instant.parse("2026-11-21T00:00:00Z").getEpochSecond();
    private static final double[] BATCH_MINUTES = {2, 5, 15, 60};
    private static final int QUESTIONS = 6;

    /// Something that is worth an alarm.
    enum Event {
        PAUSE(Diagnosis.Kind.PAUSED),
        SEQUENCER_STOPS(Diagnosis.Kind.SEQUENCER_SILENT),
        BATCHER_STOPS(Diagnosis.Kind.WITHHELD),
        L1_MAKES_OTHER_BLOCKS(Diagnosis.Kind.REPLACED),
        PROPOSER_STOPS(Diagnosis.Kind.PROPOSER_SILENT);

        private final Diagnosis.Kind kind;

        Event(Diagnosis.Kind kind) {
            this.kind = kind;
        }

        Diagnosis.Kind kind() {
            return kind;
        }
    }

    private final SplittableRandom random;
    private final boolean trouble;
    private final double batchMean;
    private double now = BEGIN;
    private long l1Number = 20_000_000;
    private double l1Time = BEGIN;
    private long batches = 100;
    private double nextBatch;
    private long newest = 100_000_000;
    private double newestTime = BEGIN;
    private long safe = newest - 300;
    private double sequencerBack = BEGIN;
    private double sourceBack = BEGIN;
    private double l1Back = BEGIN;
    private double rootTime = BEGIN;
    private double nextRoot = BEGIN + 3_600;
    private double rootMean = 3_600;
    private boolean paused;
    private boolean sequencerGone;
    private boolean batcherGone;
    private boolean proposerGone;
    private double began;
    private long othersFrom = Long.MAX_VALUE;
    private long lastBatchL1 = l1Number;
    private ChainTrack track = ChainTrack.begin(Instant.ofEpochSecond(BEGIN));

    /// @param trouble whether servers fail and the sequencer stops for seconds
    SimulatedChain(long seed, boolean trouble) {
        this.random = new SplittableRandom(seed);
        this.trouble = trouble;
        this.batchMean = BATCH_MINUTES[random.nextInt(BATCH_MINUTES.length)] * 60;
        this.nextBatch = BEGIN + gap();
    }

    double now() {
        return now;
    }

    double began() {
        return began;
    }

    void begin(Event event) {
        began = now;
        switch (event) {
            case PAUSE -> paused = true;
            case SEQUENCER_STOPS -> {
                sequencerGone = true;
                batcherGone = true;
            }
            case BATCHER_STOPS -> batcherGone = true;
            case L1_MAKES_OTHER_BLOCKS -> {
                othersFrom = safe + 1;
                safe = newest;
            }
            case PROPOSER_STOPS -> proposerGone = true;
        }
    }

    /// From when on L1 shows it beyond what the chain is used to; empty while it does not.
    Optional<Double> due(Event event) {
        return switch (event) {
            case PAUSE, L1_MAKES_OTHER_BLOCKS -> Optional.of(began);
            case PROPOSER_STOPS -> Optional.of(rootTime + 2 * rootMean).filter(at -> at <= now);
            case SEQUENCER_STOPS, BATCHER_STOPS -> Optional.of(now).filter(_ -> l1Number - lastBatchL1 > limit());
        };
    }

    private long limit() {
        return track.batchLimit(WINDOW).orElse(WINDOW);
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /// Log-normal: a third up or down is usual.
    private double gap() {
        double normal = random.nextGaussian();
        double late = random.nextInt(200) == 0 ? exponential(120) : 0; // L1 is busy.
        return batchMean * Math.exp(0.35 * normal) + late;
    }

    Diagnosis look() {
        now += STEP_SECONDS;
        while (l1Time + 12 <= now) {
            l1Time += 12;
            if (random.nextInt(100) > 0) {
                mine();
            }
        }
        sequence();
        track = track.after(signs());
        return Diagnosis.of(track, WINDOW, Instant.ofEpochSecond((long) now));
    }

    private void mine() {
        l1Number++;
        if (!batcherGone && nextBatch <= l1Time) {
            batches++;
            lastBatchL1 = l1Number;
            safe = Math.max(safe, newest - 10);
            nextBatch = l1Time + gap();
        }
        if (!proposerGone && nextRoot <= l1Time) {
            rootTime = l1Time;
            nextRoot = l1Time + rootMean * (0.9 + 0.2 * random.nextDouble());
        }
    }

    private void sequence() {
        if (sequencerGone) {
            return;
        }
        if (trouble && random.nextInt(1_200) == 0) { // three times a day
            sequencerBack = now + Math.min(45, exponential(8));
        }
        if (sequencerBack <= now) {
            newest += (long) ((now - newestTime) / 2);
            newestTime = now - random.nextDouble(4);
        }
    }

    private ChainSigns signs() {
        if (trouble && random.nextInt(900) == 0) { // four times a day
            sourceBack = now + exponential(180);
        }
        if (trouble && random.nextInt(1_800) == 0) {
            l1Back = now + exponential(120);
        }
        boolean answers = sourceBack <= now && !(trouble && random.nextInt(100) == 0);
        boolean l1Answers = l1Back <= now && !(trouble && random.nextInt(100) == 0);
        return new ChainSigns(
                Instant.ofEpochSecond((long) now),
                l1Answers ? Optional.of(ofL1()) : Optional.empty(),
                answers ? List.of(ofL2()) : List.of(),
                l1Answers ? Optional.of(ofBridge()) : Optional.empty());
    }

    private ChainSigns.OfL1 ofL1() {
        return new ChainSigns.OfL1(
                new BlockRef(l1Number, Hash32.ofNumber(l1Number), (long) l1Time),
                Optional.of(batches),
                Assurance.MATCHED);
    }

    private ChainSigns.OfL2 ofL2() {
        Map<Long, Hash32> again = new HashMap<>();
        List<Long> asked = new ArrayList<>(track.questions(QUESTIONS));
        asked.forEach(number -> again.put(number, hash(number)));
        return new ChainSigns.OfL2(
                "server.example",
                new BlockRef(newest, Hash32.ofNumber(newest), (long) newestTime),
                Optional.of(new BlockRef(safe, hash(safe), (long) newestTime)),
                again);
    }

    private Hash32 hash(long number) {
        return Hash32.ofNumber(number >= othersFrom ? 1_000_000_000_000L + number : number);
    }

    private ChainSigns.OfBridge ofBridge() {
        return new ChainSigns.OfBridge(
                paused,
                Optional.empty(),
                Optional.of(new RootRhythm(
                        Instant.ofEpochSecond((long) rootTime),
                        safe,
                        Duration.ofSeconds((long) rootMean),
                        Optional.of(Duration.ofSeconds((long) rootMean)),
                        Optional.empty())),
                Assurance.MATCHED);
    }
}

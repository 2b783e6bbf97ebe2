package org.lifeboat.engine.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.primitives.BlockRef;

/// How a chain stands, as far as its L1 and its servers tell. Pure.
/// @param first what is to be said first
/// @param also what else was found, the worst first
/// @param lacks why more could not be told; never empty for [Kind#COULD_NOT_TELL]
/// @param since when it began, as far as that is known
/// @param data time of the L1 block since which no data of the chain have come; empty where nobody watches for them
public record Diagnosis(
        Kind first, List<Kind> also, List<Lack> lacks, Optional<Instant> since, Optional<Instant> data) {
    /// A newest block that is no older than this counts as one of a chain that runs.
    static final Duration FRESH = Duration.ofMinutes(1);

    /// What was read of L1 longer ago than this says nothing of now.
    private static final Duration L1_FRESH = Duration.ofMinutes(10);

    /// Between two blocks of L1. Source: consensus-specs, phase0/beacon-chain.md, `SECONDS_PER_SLOT`.
    private static final long SLOT_SECONDS = 12;

    /// Where nothing is known of its data.
    public Diagnosis(Kind first, List<Kind> also, List<Lack> lacks, Optional<Instant> since) {
        this(first, also, lacks, since, Optional.empty());
    }

    public Diagnosis {
        also = List.copyOf(also);
        lacks = List.copyOf(lacks);
    }

    /// The worst first.
    public enum Kind {
        /// The sequencer speaks, and L1 makes other blocks than those that it names, or will: what it takes is not
        /// to be relied on.
        REPLACED,
        /// Proving and paying out are stopped.
        PAUSED,
        /// No newer block is named anywhere, and no data come to L1.
        SEQUENCER_SILENT,
        /// The sequencer names new blocks, and their data do not come to L1.
        WITHHELD,
        /// Nobody posts roots.
        PROPOSER_SILENT,
        /// No newer block is named; whether the source or the sequencer is at fault, L1 does not show yet.
        STANDS_STILL,
        /// The source gives nothing, while data come to L1 as always.
        SOURCE_DOWN,
        /// All was looked at, and nothing found.
        WELL,
        COULD_NOT_TELL;

        /// Whether it calls for the user: not because of a source alone.
        public boolean alarm() {
            return compareTo(PROPOSER_SILENT) <= 0;
        }
    }

    /// What is missing for saying that all is well.
    public enum Lack {
        /// L1 could not be read, or what it said is old.
        L1,
        /// Whether data come to L1 was not watched for long enough, or who sends them is not known.
        BATCHES,
        /// The bridge could not be read.
        BRIDGE,
        /// Too few roots to know how often they come.
        ROOTS
    }

    /// @param window the chain's sequencing window. Unit: L1 blocks
    public static Diagnosis of(ChainTrack track, long window, Instant now) {
        List<Lack> lacks = lacks(track, now);
        Optional<BlockRef> l1 = track.l1().filter(_ -> !lacks.contains(Lack.L1));
        if (l1.isEmpty()) {
            return new Diagnosis(Kind.COULD_NOT_TELL, List.of(), lacks, Optional.empty());
        }
        List<Kind> found = new ArrayList<>();
        boolean speaks = track.heard()
                .filter(told -> time(told.block()).plus(FRESH).isAfter(now))
                .isPresent();
        if (speaks) {
            ofData(track, l1.get(), window).ifPresent(found::add);
        } else {
            found.add(ofSilence(track, l1.get(), window));
        }
        track.bridge().filter(ChainSigns.OfBridge::paused).ifPresent(_ -> found.add(Kind.PAUSED));
        track.bridge()
                .flatMap(ChainSigns.OfBridge::rhythm)
                .filter(roots -> roots.late(now))
                .ifPresent(_ -> found.add(Kind.PROPOSER_SILENT));
        found.sort(null);
        if (found.isEmpty()) {
            found.add(lacks.isEmpty() ? Kind.WELL : Kind.COULD_NOT_TELL);
        }
        return new Diagnosis(
                found.getFirst(),
                found.subList(1, found.size()),
                lacks,
                since(found.getFirst(), track),
                moved(track.batches()));
    }

    private static List<Lack> lacks(ChainTrack track, Instant now) {
        List<Lack> lacks = new ArrayList<>();
        if (track.l1().filter(block -> time(block).plus(L1_FRESH).isAfter(now)).isEmpty()) {
            lacks.add(Lack.L1);
        }
        if (track.batches().filter(Rhythm::moves).isEmpty()) {
            lacks.add(Lack.BATCHES);
        }
        if (track.bridge().isEmpty()) {
            lacks.add(Lack.BRIDGE);
        } else if (track.bridge().get().rhythm().isEmpty()) {
            lacks.add(Lack.ROOTS);
        }
        return lacks;
    }

    /// The sequencer speaks: do its data come, and does what it says hold?
    private static Optional<Kind> ofData(ChainTrack track, BlockRef l1, long window) {
        boolean late = track.derived()
                .filter(rhythm -> l1.number() - rhythm.since() > window)
                .isPresent();
        if (!track.replaced().isEmpty() || late) {
            return Optional.of(Kind.REPLACED);
        }
        boolean unsent =
                track.batches().filter(rhythm -> rhythm.overdue(l1, window)).isPresent();
        // Something may be sent that brings no block about. Servers alone tell that, so more is asked of it.
        boolean useless = track.derived()
                .filter(rhythm -> l1.number() - rhythm.since() > Math.max(1, window / 2))
                .isPresent();
        return unsent || useless ? Optional.of(Kind.WITHHELD) : Optional.empty();
    }

    /// Nobody names a fresh block. Data that are sent long after the newest block was made can only be of newer ones.
    private static Kind ofSilence(ChainTrack track, BlockRef l1, long window) {
        Instant silent = track.heard().map(told -> time(told.block())).orElse(track.begun());
        if (track.batches().isEmpty()) {
            return Kind.STANDS_STILL;
        }
        Rhythm batches = track.batches().get();
        long backlog = batches.gaps().stream().mapToLong(gap -> gap).max().orElse(batches.limit(window));
        boolean sent =
                batches.moves() && batches.sinceSeconds() > silent.getEpochSecond() + (backlog + 1) * SLOT_SECONDS;
        if (batches.overdue(l1, window)) {
            return Kind.SEQUENCER_SILENT;
        }
        return sent ? Kind.SOURCE_DOWN : Kind.STANDS_STILL;
    }

    private static Optional<Instant> since(Kind kind, ChainTrack track) {
        return switch (kind) {
            case REPLACED ->
                track.replaced().stream()
                        .findFirst()
                        .map(replaced -> time(replaced.told().block()))
                        .or(() -> moved(track.derived()));
            case SEQUENCER_SILENT, STANDS_STILL, SOURCE_DOWN -> track.heard().map(told -> time(told.block()));
            case WITHHELD -> moved(track.batches());
            case PROPOSER_SILENT ->
                track.bridge().flatMap(ChainSigns.OfBridge::rhythm).map(RootRhythm::newest);
            case PAUSED, WELL, COULD_NOT_TELL -> Optional.empty();
        };
    }

    private static Optional<Instant> moved(Optional<Rhythm> rhythm) {
        return rhythm.map(one -> Instant.ofEpochSecond(one.sinceSeconds()));
    }

    private static Instant time(BlockRef block) {
        return Instant.ofEpochSecond(block.unixSeconds());
    }
}

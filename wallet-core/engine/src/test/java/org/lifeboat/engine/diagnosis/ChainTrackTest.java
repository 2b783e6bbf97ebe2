package org.lifeboat.engine.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

class ChainTrackTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    private static BlockRef block(long number, long hash) {
        return new BlockRef(number, Hash32.ofNumber(hash), NOW.getEpochSecond());
    }

    private static ChainTrack said(
            ChainTrack track, int minute, String source, BlockRef newest, long safe, Map<Long, Hash32> again) {
        return track.after(new ChainSigns(
                NOW.plus(Duration.ofMinutes(minute)),
                Optional.empty(),
                List.of(new ChainSigns.OfL2(source, newest, Optional.of(block(safe, safe)), again)),
                Optional.empty()));
    }

    @Test
    void onlyBlocksAtOrBelowTheSafeOne_areHeldAgainstWhoNamedThem() {
        ChainTrack track = said(ChainTrack.begin(NOW), 0, "a", block(10, 10), 5, Map.of());

        ChainTrack early = said(track, 1, "b", block(12, 12), 9, Map.of(10L, Hash32.ofNumber(77)));
        assertThat(early.replaced()).as("L1's data do not reach it yet").isEmpty();

        ChainTrack later = said(early, 2, "b", block(14, 14), 11, Map.of(10L, Hash32.ofNumber(77)));
        assertThat(later.replaced()).singleElement().satisfies(one -> {
            assertThat(one.told().source()).isEqualTo("a");
            assertThat(one.told().block().number()).isEqualTo(10);
            assertThat(one.now()).isEqualTo(Hash32.ofNumber(77));
            assertThat(one.by()).isEqualTo("b");
        });
    }

    @Test
    void aServerThatIsBehind_takesBackNothingOfWhatAnotherHasSaid() {
        BlockRef fresh = new BlockRef(50, Hash32.ofNumber(50), NOW.getEpochSecond() + 60);
        BlockRef old = new BlockRef(20, Hash32.ofNumber(20), NOW.getEpochSecond() - 600);
        ChainTrack track = said(ChainTrack.begin(NOW), 1, "sequencer", fresh, 30, Map.of());

        ChainTrack after = said(track, 2, "verifier", old, 19, Map.of());

        assertThat(after.heard()).contains(new ChainTrack.Told("sequencer", fresh, NOW.plus(Duration.ofMinutes(1))));
        assertThat(after.safe().map(BlockRef::number)).contains(30L);
    }

    @Test
    void whoWasNotTheOneToSayIt_cannotTakeItBack() {
        ChainTrack track = said(ChainTrack.begin(NOW), 0, "liar", block(10, 10), 5, Map.of());
        track = said(track, 1, "b", block(12, 12), 11, Map.of(10L, Hash32.ofNumber(77)));
        track = said(track, 2, "liar", block(20, 20), 5, Map.of());

        ChainTrack calmed = said(track, 3, "liar", block(30, 30), 25, Map.of(20L, Hash32.ofNumber(20)));
        assertThat(calmed.replaced()).hasSize(1);
        ChainTrack held = said(track, 3, "b", block(30, 30), 25, Map.of(20L, Hash32.ofNumber(20)));
        assertThat(held.replaced()).isEmpty();
    }

    @Test
    void whatIsKept_isReadBackTheSame() {
        WatchedChain chain = new WatchedChain();
        chain.look(Duration.ofHours(1));
        chain.batcherSends = false;
        chain.look(Duration.ofMinutes(20));
        chain.replaceUnsafe();
        chain.look(Duration.ofMinutes(2));

        ChainTrack read = TrackJson.read(TrackJson.write(chain.track)).orElseThrow();

        assertThat(read.replaced()).isEqualTo(chain.track.replaced()).isNotEmpty();
        assertThat(read.told()).isEqualTo(chain.track.told()).isNotEmpty();
        assertThat(read.batches()).isEqualTo(chain.track.batches());
        assertThat(read.derived()).isEqualTo(chain.track.derived());
        assertThat(read.l1()).isEqualTo(chain.track.l1());
        assertThat(read.heard()).isEqualTo(chain.track.heard());
        assertThat(read.bridge()).as("read anew after each start").isEmpty();
    }

    @Test
    void whatIsDamaged_isNothing() {
        for (String damaged :
                List.of("", "{", "[]", "{\"begun\":\"soon\"}", "{\"begun\":\"2026-11-21T00:00:00Z\",\"l1\":3}")) {
            assertThat(TrackJson.read(damaged)).as(damaged).isEmpty();
        }
    }

    @Test
    void thousandsOfNamedBlocks_areNotAllKept() {
        ChainTrack track = ChainTrack.begin(NOW);
        for (int i = 0; i < 1_000; i++) {
            track = said(track, i, "a", block(100 + i, 100 + i), 5, Map.of());
        }
        assertThat(track.told()).hasSizeLessThanOrEqualTo(64);
        assertThat(track.told().getFirst().block().number())
                .as("the oldest stays")
                .isEqualTo(100);
    }

    @Test
    void anL1ThatWentBack_countsAsNoBatch() {
        Rhythm rhythm = Rhythm.begin(10, block(100, 1));
        Rhythm back = rhythm.after(9, block(103, 3), block(101, 2));

        assertThat(back.moves()).isFalse();
        assertThat(back.since()).isEqualTo(100);
        assertThat(back.after(10, block(104, 4), block(103, 3)).moves()).isTrue();
    }

    @Test
    void pausesWhileNobodyLooked_areNoMeasure() {
        Rhythm rhythm = Rhythm.begin(10, block(100, 1)).after(11, block(102, 2), block(100, 1));
        Rhythm later = rhythm.after(500, block(9_000, 3), block(102, 2));

        assertThat(later.gaps()).isEmpty();
        assertThat(later.since()).isEqualTo(9_000);
    }

    @Test
    void theLimit_followsTheLongestPause_andNeverReachesTheWindow() {
        Rhythm slow = new Rhythm(1, 100, 0, true, List.of(40L, 30L, 60L, 20L, 10L, 10L));

        assertThat(slow.limit(3_600)).isEqualTo(180);
        assertThat(slow.limit(200)).isEqualTo(100);
        assertThat(new Rhythm(1, 100, 0, true, List.of(2L, 2L, 2L, 2L, 2L, 2L)).limit(3_600))
                .isEqualTo(75);
        assertThat(new Rhythm(1, 100, 0, true, List.of()).limit(3_600)).isEqualTo(1_800);
    }
}

package org.lifeboat.engine.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.diagnosis.Diagnosis.Kind;
import org.lifeboat.engine.diagnosis.Diagnosis.Lack;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// How a chain stands: each way in which it can be silent or false, told apart by what L1 shows.
class DiagnosisTest {
    private final WatchedChain chain = new WatchedChain();

    @BeforeEach
    void anHourOfQuiet() {
        assertThat(chain.look(Duration.ofHours(1)).first()).isEqualTo(Kind.WELL);
    }

    @Test
    void aSourceThatIsDown_isNotTheChain_onceL1ShowsThatDataStillCome() {
        chain.sourceAnswers = false;

        assertThat(chain.look(Duration.ofMinutes(2)).first())
                .as("the last data may be of blocks that were known")
                .isEqualTo(Kind.STANDS_STILL);
        Diagnosis later = chain.look(Duration.ofMinutes(10));
        assertThat(later.first()).isEqualTo(Kind.SOURCE_DOWN);
        assertThat(later.first().alarm()).isFalse();
        chain.sourceAnswers = true;
        assertThat(chain.look(Duration.ofMinutes(2)).first()).isEqualTo(Kind.WELL);
    }

    @Test
    void aSilentSequencer_isToldApartFromASourceThatIsDown() {
        chain.sequencerMakes = false;
        chain.batcherSends = false;

        assertThat(chain.look(Duration.ofMinutes(3)).first()).isEqualTo(Kind.STANDS_STILL);
        Diagnosis later = chain.look(Duration.ofMinutes(20));
        assertThat(later.first()).isEqualTo(Kind.SEQUENCER_SILENT);
        assertThat(later.since()).isPresent();
        assertThat(later.data())
                .as("since when its data stay away")
                .hasValueSatisfying(since -> assertThat(since)
                        .isBetween(
                                chain.now().minus(Duration.ofMinutes(26)),
                                chain.now().minus(Duration.ofMinutes(20))));
    }

    @Test
    void withheldBatches_areSeenWhileTheSequencerSpeaks() {
        chain.batcherSends = false;

        assertThat(chain.look(Duration.ofMinutes(4)).first()).isEqualTo(Kind.WELL);
        Diagnosis later = chain.look(Duration.ofMinutes(20));
        assertThat(later.first()).isEqualTo(Kind.WITHHELD);
        assertThat(later.since()).hasValueSatisfying(since -> assertThat(since).isBefore(chain.now()));
        chain.batcherSends = true;
        assertThat(chain.look(Duration.ofMinutes(4)).first()).isEqualTo(Kind.WELL);
    }

    @Test
    void whenL1MakesOtherBlocks_paymentsAreNotToBeTaken_untilWhatIsNamedHoldsAgain() {
        chain.batcherSends = false;
        chain.look(Duration.ofMinutes(30));
        chain.replaceUnsafe();

        Diagnosis replaced = chain.look();
        assertThat(replaced.first()).isEqualTo(Kind.REPLACED);
        assertThat(replaced.first().alarm()).isTrue();
        assertThat(chain.track.replaced()).isNotEmpty();

        chain.batcherSends = true;
        assertThat(chain.look().first())
                .as("a sequencer that speaks and data that come are not enough")
                .isEqualTo(Kind.REPLACED);
        chain.look(Duration.ofMinutes(1));
        chain.holdUp();
        chain.look(Duration.ofMinutes(2));
        assertThat(chain.look().first()).isEqualTo(Kind.WELL);
    }

    @Test
    void dataThatStayAwayForLongerThanTheWindow_areTooLate_evenBeforeAnotherBlockIsSeen() {
        chain.batcherSends = false;

        assertThat(chain.look(Duration.ofHours(13)).first()).isEqualTo(Kind.REPLACED);
    }

    @Test
    void aPause_andLateRoots_areBothSaid() {
        chain.paused = true;
        chain.proposerPosts = false;

        Diagnosis diagnosis = chain.look(Duration.ofHours(3));
        assertThat(diagnosis.first()).isEqualTo(Kind.PAUSED);
        assertThat(diagnosis.also()).containsExactly(Kind.PROPOSER_SILENT);
    }

    @Test
    void withoutL1_nothingIsSaidOfTheChain() {
        chain.l1Answers = false;
        chain.sourceAnswers = false;

        Diagnosis diagnosis = chain.look(Duration.ofMinutes(15));
        assertThat(diagnosis.first()).isEqualTo(Kind.COULD_NOT_TELL);
        assertThat(diagnosis.lacks()).contains(Lack.L1);
    }

    @Test
    void atTheFirstLook_nothingIsCalledWell() {
        Diagnosis first = new WatchedChain().look();

        assertThat(first.first()).isEqualTo(Kind.COULD_NOT_TELL);
        assertThat(first.lacks()).containsExactly(Lack.BATCHES);
    }

    @Test
    void aBlockFromTheFuture_isNoSignOfLife() {
        BlockRef far = new BlockRef(99_999, Hash32.ofNumber(1), chain.now().getEpochSecond() + 86_400);
        chain.sequencerMakes = false;
        chain.batcherSends = false;
        chain.look(Duration.ofMinutes(25));
        chain.track = chain.track.after(new ChainSigns(
                chain.now(),
                Optional.empty(),
                List.of(new ChainSigns.OfL2("liar.example", far, Optional.empty(), java.util.Map.of())),
                Optional.empty()));

        assertThat(Diagnosis.of(chain.track, WatchedChain.WINDOW, chain.now()).first())
                .isEqualTo(Kind.SEQUENCER_SILENT);
    }
}

package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Nonce;

class NonceChoiceTest {
    @Test
    void nothingWaiting_takesTheMinedCount() {
        assertThat(choose(5, 5, own(), Optional.empty())).isEqualTo(new NonceChoice(new Nonce(5), List.of()));
    }

    @Test
    void ownWaiting_areSteppedOver() {
        assertThat(choose(5, 6, own(5, 6, 7), Optional.empty()).nonce()).isEqualTo(new Nonce(8));
    }

    @Test
    void gapInOwn_isFilled() {
        assertThat(choose(5, 6, own(5, 7), Optional.empty()).nonce()).isEqualTo(new Nonce(6));
    }

    @Test
    void waitingThatAreNotOurs_areNamed() {
        assertThat(choose(5, 8, own(6), Optional.empty()).checks())
                .containsExactly(Check.of(Check.Kind.PENDING_FOREIGN, "2"));
    }

    @Test
    void laggingCount_isIgnored() {
        assertThat(choose(5, 2, own(), Optional.empty()).nonce()).isEqualTo(new Nonce(5));
    }

    @Test
    void chosenNonce_isJudged() {
        assertThat(choose(5, 5, own(), nonce(4)).checks()).containsExactly(Check.of(Check.Kind.NONCE_USED, "4"));
        assertThat(choose(5, 5, own(), nonce(7)).checks()).containsExactly(Check.of(Check.Kind.NONCE_GAP, "7", "5"));
        assertThat(choose(5, 6, own(5), nonce(5)).checks()).containsExactly(Check.of(Check.Kind.NONCE_SHARED, "5"));
    }

    @Test
    void unsentOneBefore_isNamed() {
        NonceChoice choice = NonceChoice.of(
                NonceChoice.Heard.only(proven("a", 100, 5, 5)),
                new NonceChoice.Own(nonces(5), nonces(5), List.of()),
                Optional.empty());

        assertThat(choice.nonce()).isEqualTo(new Nonce(6));
        assertThat(choice.checks()).containsExactly(Check.of(Check.Kind.WAITS_FOR, "5"));
    }

    @Test
    void firstBehind_theProvenHigherOneIsTaken_andItIsSaid() {
        NonceChoice choice = heard(proven("a", 100, 5, 5), proven("b", 105, 6, 6));

        assertThat(choice.nonce()).isEqualTo(new Nonce(6));
        assertThat(choice.checks()).containsExactly(Check.of(Check.Kind.NONCE_BEHIND, "a", "5", "100", "6"));
    }

    @Test
    void otherBehind_isSaidToo() {
        NonceChoice choice = heard(proven("a", 105, 6, 6), claimed("b", 100, 5, 5));

        assertThat(choice.nonce()).isEqualTo(new Nonce(6));
        assertThat(choice.checks()).containsExactly(Check.of(Check.Kind.NONCE_BEHIND, "b", "5", "100", "6"));
    }

    @Test
    void claimedHigher_isNotFollowed_andIsADanger() {
        NonceChoice choice = heard(proven("a", 105, 6, 6), claimed("b", 106, 9, 9));

        assertThat(choice.nonce()).isEqualTo(new Nonce(6));
        assertThat(choice.checks()).containsExactly(Check.of(Check.Kind.NONCE_CLAIMED_HIGHER, "b", "9", "6"));
        assertThat(choice.checks().getFirst().severity()).isEqualTo(Severity.DANGER);
    }

    /// A header of one's own, with a proof that fits it, is quickly made.
    @Test
    void provenHigher_thatALaterBlockOfAnotherDenies_isNotFollowed() {
        NonceChoice choice = heard(proven("a", 105, 6, 6), proven("b", 105, 9, 9));

        assertThat(choice.nonce()).isEqualTo(new Nonce(6));
        assertThat(choice.checks()).containsExactly(Check.of(Check.Kind.NONCE_CONTRADICTED, "b", "9", "a", "6"));
        assertThat(choice.checks().getFirst().severity()).isEqualTo(Severity.DANGER);
    }

    @Test
    void nobodyProves_theHigherOneIsTaken_asADanger() {
        NonceChoice choice = heard(claimed("a", 100, 5, 5), claimed("b", 105, 6, 6));

        assertThat(choice.nonce()).isEqualTo(new Nonce(6));
        assertThat(choice.checks()).containsExactly(Check.of(Check.Kind.NONCE_UNPROVEN, "a", "5", "100", "6"));
        assertThat(choice.checks().getFirst().severity()).isEqualTo(Severity.DANGER);
    }

    @Test
    void verifiedHeader_isAFloor_underAllThatSayLess() {
        NonceChoice choice = NonceChoice.of(
                new NonceChoice.Heard(List.of(proven("a", 100, 5, 5)), List.of(), nonce(7)),
                NonceChoice.Own.NONE,
                Optional.empty());

        assertThat(choice.nonce()).isEqualTo(new Nonce(7));
        assertThat(choice.checks()).containsExactly(Check.of(Check.Kind.NONCE_BEHIND, "a", "5", "100", "7"));
    }

    @Test
    void waitingThatOnlyOneSourceKnows_isNotFollowed() {
        NonceChoice choice = heard(proven("a", 105, 6, 90), proven("b", 105, 6, 6));

        assertThat(choice.nonce()).isEqualTo(new Nonce(6));
        assertThat(choice.checks()).containsExactly(Check.of(Check.Kind.PENDING_DIFFERS, "a", "90", "6"));
    }

    @Test
    void ownWaiting_thatOneSourceHasNotHeardOf_needNoWord() {
        NonceChoice choice = NonceChoice.of(
                new NonceChoice.Heard(
                        List.of(proven("a", 105, 6, 7), proven("b", 105, 6, 6)), List.of(), Optional.empty()),
                own(6),
                Optional.empty());

        assertThat(choice).isEqualTo(new NonceChoice(new Nonce(7), List.of()));
    }

    @Test
    void ownInABlock_thatNoSourceHasYet_isSteppedOver() {
        NonceChoice choice = NonceChoice.of(
                NonceChoice.Heard.only(proven("a", 100, 5, 5)),
                new NonceChoice.Own(List.of(), List.of(), nonces(3, 4, 5)),
                Optional.empty());

        assertThat(choice.nonce()).isEqualTo(new Nonce(6));
        assertThat(choice.checks()).containsExactly(Check.of(Check.Kind.NONCE_RECORDS_AHEAD, "5", "5"));
    }

    @Test
    void whoWasNotHeard_isNamed() {
        NonceChoice choice = NonceChoice.of(
                new NonceChoice.Heard(List.of(proven("a", 100, 5, 5)), List.of("b", "c"), Optional.empty()),
                NonceChoice.Own.NONE,
                Optional.empty());

        assertThat(choice)
                .isEqualTo(new NonceChoice(new Nonce(5), List.of(Check.of(Check.Kind.NONCE_UNHEARD, "b, c"))));
    }

    /// Whatever liars say, with one honest source that proves: another nonce than the true next one is taken
    /// only where a danger or a warning names the disagreement.
    @Property(tries = 1_000)
    void noLie_changesTheNonceInSilence(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NonceWord honest = proven("honest", 100, 5, 5);
        List<NonceWord> words = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(at -> new NonceWord(
                        "liar " + at,
                        95 + random.nextInt(10),
                        new Nonce(random.nextInt(12)),
                        random.nextBoolean(),
                        new Nonce(random.nextInt(20))))
                .collect(Collectors.toCollection(ArrayList::new));
        words.add(random.nextInt(words.size() + 1), honest);

        NonceChoice choice = NonceChoice.of(
                new NonceChoice.Heard(words, List.of(), nonce(5)), NonceChoice.Own.NONE, Optional.empty());

        assertThat(choice.nonce().compareTo(new Nonce(5)))
                .as("not below what is verified")
                .isNotNegative();
        if (!choice.nonce().equals(new Nonce(5))) {
            assertThat(choice.checks()).anyMatch(Check::leavesNonceOpen);
        }
    }

    private static NonceChoice heard(NonceWord... words) {
        return NonceChoice.of(
                new NonceChoice.Heard(List.of(words), List.of(), Optional.empty()),
                NonceChoice.Own.NONE,
                Optional.empty());
    }

    private static NonceWord proven(String source, long block, long mined, long pending) {
        return new NonceWord(source, block, new Nonce(mined), true, new Nonce(pending));
    }

    private static NonceWord claimed(String source, long block, long mined, long pending) {
        return new NonceWord(source, block, new Nonce(mined), false, new Nonce(pending));
    }

    private static NonceChoice choose(long mined, long pending, NonceChoice.Own own, Optional<Nonce> wanted) {
        return NonceChoice.of(NonceChoice.Heard.only(proven("a", 100, mined, pending)), own, wanted);
    }

    private static NonceChoice.Own own(long... waiting) {
        return new NonceChoice.Own(nonces(waiting), List.of(), List.of());
    }

    private static List<Nonce> nonces(long... values) {
        return Arrays.stream(values).mapToObj(Nonce::new).toList();
    }

    private static Optional<Nonce> nonce(long value) {
        return Optional.of(new Nonce(value));
    }
}

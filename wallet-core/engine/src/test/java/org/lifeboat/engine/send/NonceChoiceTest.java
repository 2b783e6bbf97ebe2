package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Nonce;

class NonceChoiceTest {
    @Test
    void nothingWaiting_takesTheMinedCount() {
        assertThat(choose(5, 5, nonces(), Optional.empty())).isEqualTo(new NonceChoice(new Nonce(5), List.of()));
    }

    @Test
    void ownWaiting_areSteppedOver() {
        assertThat(choose(5, 6, nonces(5, 6, 7), Optional.empty()).nonce()).isEqualTo(new Nonce(8));
    }

    @Test
    void gapInOwn_isFilled() {
        assertThat(choose(5, 6, nonces(5, 7), Optional.empty()).nonce()).isEqualTo(new Nonce(6));
    }

    @Test
    void waitingThatAreNotOurs_areNamed() {
        assertThat(choose(5, 8, nonces(6), Optional.empty()).checks())
                .containsExactly(Check.of(Check.Kind.PENDING_FOREIGN, "2"));
    }

    @Test
    void laggingCount_isIgnored() {
        assertThat(choose(5, 2, nonces(), Optional.empty()).nonce()).isEqualTo(new Nonce(5));
    }

    @Test
    void chosenNonce_isJudged() {
        assertThat(choose(5, 5, nonces(), nonce(4)).checks()).containsExactly(Check.of(Check.Kind.NONCE_USED, "4"));
        assertThat(choose(5, 5, nonces(), nonce(7)).checks()).containsExactly(Check.of(Check.Kind.NONCE_GAP, "7", "5"));
        assertThat(choose(5, 6, nonces(5), nonce(5)).checks()).containsExactly(Check.of(Check.Kind.NONCE_SHARED, "5"));
    }

    @Test
    void unsentOneBefore_isNamed() {
        NonceChoice choice = NonceChoice.of(new Nonce(5), new Nonce(5), nonces(5), nonces(5), Optional.empty());

        assertThat(choice.nonce()).isEqualTo(new Nonce(6));
        assertThat(choice.checks()).containsExactly(Check.of(Check.Kind.WAITS_FOR, "5"));
    }

    private static NonceChoice choose(long mined, long pending, List<Nonce> ours, Optional<Nonce> wanted) {
        return NonceChoice.of(new Nonce(mined), new Nonce(pending), ours, List.of(), wanted);
    }

    private static List<Nonce> nonces(long... values) {
        return Arrays.stream(values).mapToObj(Nonce::new).toList();
    }

    private static Optional<Nonce> nonce(long value) {
        return Optional.of(new Nonce(value));
    }
}

package org.lifeboat.engine.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;

/// What a batcher has sent is proven, in one request, and nobody's word is taken for it.
class L1GlanceTest {
    private static final Address BATCHER = Hash32.ofNumber(77).toAddress();

    private final FakeChain chain = new FakeChain(1);
    private final FakeSource source = new FakeSource(chain, "l1.example");
    private final L1Glance glance = new L1Glance(Duration.ofSeconds(5));

    private Optional<L1Glance.Seen> look(FakeSource... sources) {
        return glance.look(List.of(sources), Optional.empty(), List.of(BATCHER));
    }

    private static Reply<?> twentyMore(Query<?> query, Reply<?> truth) {
        return truth.got().orElse(null) instanceof ProofClaim claim
                ? new Reply.Got<>(new ProofClaim(
                        claim.account(),
                        claim.balance(),
                        new Nonce(claim.nonce().value() + 20),
                        claim.codeHash(),
                        claim.storageRoot(),
                        claim.accountProof(),
                        claim.slots()))
                : truth;
    }

    @Test
    void itTakesOneRequest() {
        chain.at(BATCHER).nonce = new Nonce(5);

        L1Glance.Seen seen = look(source).orElseThrow();

        assertThat(seen.accounts().get(BATCHER).nonce()).isEqualTo(new Nonce(5));
        assertThat(seen.assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(source.requests()).hasSize(1);
    }

    @Test
    void aCountThatTheProofDoesNotShow_isRefuted_andTheNextSourceAsked() {
        chain.at(BATCHER).nonce = new Nonce(5);
        FakeSource liar = new FakeSource(chain, "liar.example").twist(L1GlanceTest::twentyMore);

        assertThat(look(liar).orElseThrow().accounts())
                .as("its header fits; of the account nothing is known")
                .isEmpty();
        assertThat(liar.refutations()).isNotEmpty();
        assertThat(glance.disagreements()).isNotEmpty();
        assertThat(look(liar, source).orElseThrow().accounts()).containsKey(BATCHER);
    }

    @Test
    void aBlockMadeBetweenHeaderAndProof_isNoLie() {
        chain.at(BATCHER).nonce = new Nonce(5);
        FakeSource racing = new FakeSource(chain, "racing.example")
                .twist((query, truth) -> query instanceof Query.ProofOf(var _, var _, BlockSelector.Tag _)
                        ? twentyMore(query, truth)
                        : truth);

        assertThat(look(racing).orElseThrow().accounts().get(BATCHER).nonce()).isEqualTo(new Nonce(5));
        assertThat(racing.refutations()).isEmpty();
    }

    @Test
    void aSourceWithoutAnswers_isPassedOver() {
        FakeSource silent = new FakeSource(chain, "silent.example")
                .twist((_, _) -> new Reply.Failed<>(Reply.Failure.TIMED_OUT, "too late"));

        assertThat(look(silent)).isEmpty();
        assertThat(look(silent, source)).isPresent();
    }
}

package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.fake.FakeSync;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.block.BlockHeader;

/// Two sources of one chain: `source` knows block 100, `newer` block 105, in which a payment of the sender stands.
class NonceCensusTest extends PaymentStory {
    private final FakeChain later = new FakeChain(1).with(ALICE, ETHER);
    private final FakeSource newer = new FakeSource(later, "b");

    @BeforeEach
    void aPaymentWasMined() {
        later.mine(5);
        later.at(ALICE).nonce = new Nonce(1);
    }

    @Test
    void theFirstIsBehind_theProvenNextNonceOfTheOtherIsTaken() throws InterruptedException {
        Draft draft = ready(source, newer);

        assertThat(draft.transaction().nonce()).isEqualTo(new Nonce(1));
        assertThat(draft.checks())
                .contains(Check.of(Check.Kind.NONCE_BEHIND, source.id().shown(), "0", "100", "1"));
    }

    @Test
    void theOtherIsBehind_nothingChanges_andItIsSaid() throws InterruptedException {
        Draft draft = ready(newer, source);

        assertThat(draft.transaction().nonce()).isEqualTo(new Nonce(1));
        assertThat(kinds(draft)).contains(Check.Kind.NONCE_BEHIND);
    }

    @Test
    void theOtherClaimsMore_withoutAProof_isNotFollowed() throws InterruptedException {
        newer.twist((query, reply) -> switch (query) {
            case Query.ProofOf _ -> new Reply.Refused<>(-32601, "no proofs", Optional.empty());
            case Query.NonceOf _ -> new Reply.Got<>(new Nonce(77));
            default -> reply;
        });

        Draft draft = ready(source, newer);

        assertThat(draft.transaction().nonce()).isEqualTo(new Nonce(0));
        assertThat(draft.checks())
                .contains(Check.of(Check.Kind.NONCE_CLAIMED_HIGHER, newer.id().shown(), "77", "0"));
        assertThat(draft.needsSecondYes()).isTrue();
    }

    @Test
    void theOtherLiesAboutItsOwnProof_isRefuted_andNotFollowed() throws InterruptedException {
        newer.twist((query, reply) -> query instanceof Query.NonceOf ? new Reply.Got<>(new Nonce(77)) : reply);

        var prepared = (Preparation.Ready) sending.prepare(payment(), place(source, newer));

        assertThat(prepared.draft().transaction().nonce()).isEqualTo(new Nonce(0));
        assertThat(prepared.disagreements())
                .extracting(lie -> lie.contradiction().what())
                .containsExactly(Contradiction.What.NONCE);
        assertThat(newer.refutations()).hasSize(1);
    }

    @Test
    void whatOnlyOneKnowsToWait_isNotFollowed() throws InterruptedException {
        FakeSource high = new FakeSource(later, "c")
                .twist((query, reply) ->
                        query instanceof Query.NonceOf(var _, BlockSelector block) && block == BlockSelector.PENDING
                                ? new Reply.Got<>(new Nonce(40))
                                : reply);

        Draft draft = ready(high, newer);

        assertThat(draft.transaction().nonce()).isEqualTo(new Nonce(1));
        assertThat(draft.checks())
                .contains(Check.of(Check.Kind.PENDING_DIFFERS, high.id().shown(), "40", "1"));
    }

    @Test
    void theOtherIsSilent_orNeverAnswers_isNamed() throws InterruptedException {
        FakeSource silent = new FakeSource(later, "silent")
                .twist((_, _) -> new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no route"));
        FakeSource hanging = new FakeSource(later, "hanging").twist((_, reply) -> {
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
            }
            return reply;
        });
        Sending brief = new Sending(storage, clock, Duration.ofMillis(300));

        var prepared = (Preparation.Ready) brief.prepare(payment(), place(source, silent, hanging));

        assertThat(prepared.draft().transaction().nonce()).isEqualTo(new Nonce(0));
        assertThat(prepared.draft().checks())
                .contains(Check.of(
                        Check.Kind.NONCE_UNHEARD,
                        silent.id().shown() + ", " + hanging.id().shown()));
    }

    @Test
    void theFirstIsSilent_theSecondPrepares_andTheFirstIsNamed() throws InterruptedException {
        source.twist((_, _) -> new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no route"));

        Draft draft = ready(source, newer);

        assertThat(draft.transaction().nonce()).isEqualTo(new Nonce(1));
        assertThat(draft.checks())
                .contains(Check.of(Check.Kind.NONCE_UNHEARD, source.id().shown()));
    }

    @Test
    void allAreSilent_nothingIsPrepared() throws InterruptedException {
        source.twist((_, _) -> new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no route"));
        newer.twist((_, _) -> new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no route"));

        assertThat(sending.prepare(payment(), place(source, newer))).isInstanceOf(Preparation.Unanswered.class);
    }

    /// One source alone, which shows an older block than the one that was verified here.
    @Test
    void aVerifiedHeader_catchesAnOldState_thoughNobodyElseIsAsked() throws InterruptedException {
        BlockHeader verified = later.header(105);
        source.twist((query, reply) -> query instanceof Query.ProofOf(var account, var slots, BlockSelector block)
                        && block.equals(new BlockSelector.ByHash(verified.hash()))
                ? new Reply.Got<>(later.proof(account, slots))
                : reply);
        VerifiedHead head = new VerifiedHead(
                10_000_000, Hash32.ZERO, new BlockRef(105, verified.hash(), FakeChain.NOW), verified.stateRoot());

        var prepared = (Preparation.Ready)
                sending.prepare(payment(), place(source).with(Optional.of(FakeSync.following(head))));

        assertThat(prepared.draft().transaction().nonce()).isEqualTo(new Nonce(1));
        assertThat(prepared.draft().checks())
                .contains(Check.of(Check.Kind.NONCE_BEHIND, source.id().shown(), "0", "100", "1"));
    }

    @Test
    void theUsersOwnChoice_isTaken_whateverTheSourcesSay() throws InterruptedException {
        var prepared =
                (Preparation.Ready) sending.prepare(payment().with(Optional.of(new Nonce(0))), place(source, newer));

        assertThat(prepared.draft().transaction().nonce()).isEqualTo(new Nonce(0));
        assertThat(kinds(prepared.draft())).contains(Check.Kind.NONCE_USED);
    }

    private Draft ready(Source... sources) throws InterruptedException {
        return ((Preparation.Ready) sending.prepare(payment(), place(sources))).draft();
    }

    private static SendOrder payment() {
        return order(new SendAmount.Exactly(BigInteger.ONE));
    }

    private static SendPlace place(Source... sources) {
        Network network = l1();
        return new SendPlace(network, List.of(sources), List.of(), Set.of(), Optional.empty());
    }
}

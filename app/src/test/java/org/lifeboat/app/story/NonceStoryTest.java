package org.lifeboat.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.liar.Lie;

/// Two real nodes of one chain: one has a payment that the other has not seen, or one of them lies.
class NonceStoryTest {
    private static StoryChain chain;
    private static AnvilNode behind;

    @BeforeAll
    static void start() {
        chain = StoryChain.start();
        chain.node.send("{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x1\"}"
                .formatted(chain.sender.toHex(), chain.other.toHex()));
        behind = AnvilNode.l1(StoryChain.CHAIN.value());
        behind.mine(2); // The first block names an empty state.
    }

    @AfterAll
    static void stop() {
        if (behind != null) {
            behind.close();
        }
        if (chain != null) {
            chain.close();
        }
    }

    @Test
    void theFirstNodeIsBehind_thePaymentIsMinedAllTheSame() throws InterruptedException {
        Draft draft = prepare(chain.source(behind.url()), chain.honest());

        assertThat(draft.transaction().nonce()).isEqualTo(truth());
        assertThat(draft.checks()).extracting(Check::kind).contains(Check.Kind.NONCE_BEHIND);
        var sent = (Submission.Result.Sent) chain.submission()
                .submit(
                        draft,
                        StoryChain.sign(draft.transaction()),
                        List.of(chain.source(behind.url()), chain.honest()),
                        Submission.Audience.ALL,
                        StoryChain.TIME);
        assertThat(chain.node
                        .receipt(sent.transaction().hash().toHex())
                        .path("status")
                        .asString())
                .isEqualTo("0x1");
    }

    static Stream<Lie> lies() {
        return Stream.of(
                Lie.NONE,
                Lie.NONCE,
                Lie.PENDING_NONCE,
                Lie.BALANCE,
                Lie.CHAIN_ID,
                Lie.HEADER_NUMBER,
                Lie.NULL_RESULT,
                Lie.CUT_OFF_BODY,
                Lie.HTTP_500,
                Lie.CONNECTION_CLOSED);
    }

    /// Whoever of the two lies: the nonce is the true one, or what stands against it is said.
    @ParameterizedTest
    @MethodSource("lies")
    void aLiar_neverChangesTheNonceInSilence(Lie lie) throws InterruptedException {
        chain.liar.tell(lie);
        for (List<Source> sources :
                List.of(List.of(chain.throughLiar(), chain.honest()), List.of(chain.honest(), chain.throughLiar()))) {
            Draft draft = prepare(sources.toArray(Source[]::new));

            assertThat(draft.transaction().nonce())
                    .as("%s: %s", lie, draft.checks())
                    .isEqualTo(truth());
            if (lie == Lie.PENDING_NONCE) {
                assertThat(draft.checks()).extracting(Check::kind).contains(Check.Kind.PENDING_DIFFERS);
            }
        }
    }

    private static Draft prepare(Source... sources) throws InterruptedException {
        SendPlace place = new SendPlace(chain.network(), List.of(sources), List.of(), Set.of(), Optional.empty());
        return ((Preparation.Ready) chain.sending().prepare(chain.order(), place)).draft();
    }

    private static Nonce truth() {
        String count = chain.node
                .rpc("eth_getTransactionCount", "[\"" + chain.sender.toHex() + "\",\"latest\"]")
                .stringValue();
        return new Nonce(Long.parseLong(count.substring(2), 16));
    }
}

package org.lifeboat.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.RecentRequests;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.liar.Lie;
import org.lifeboat.testkit.liar.LyingProxy;

/// Every lie against the transport and the decoders. What they cannot know (whether a well-formed claim is
/// true) they hand on as a claim; the table says which lies those are. The checks of proofs and hashes catch
/// them.
class LiesTest {
    private static final ChainId CHAIN = new ChainId(31_337);
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Map<Lie, String> TABLE = new EnumMap<>(Lie.class);

    private static AnvilNode node;
    private static LyingProxy liar;
    private static List<Query<?>> questions;

    @BeforeAll
    static void start() {
        node = AnvilNode.l1(CHAIN.value());
        liar = LyingProxy.inFrontOf(node.url());
        Address rich = Address.fromHex(node.accounts().getFirst());
        String transfer = "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x1\"}".formatted(rich.toHex(), rich.toHex());
        Hash32 sent = Hash32.fromHex(node.send(transfer).get("transactionHash").stringValue());
        questions = List.of(
                new Query.ProofOf(rich, List.of(Hash32.ZERO), BlockSelector.LATEST),
                new Query.HeaderOf(new BlockSelector.AtNumber(1)),
                new Query.BalanceOf(rich, BlockSelector.LATEST),
                new Query.ReceiptOf(sent),
                new Query.TransactionOf(sent));
    }

    @AfterAll
    static void stopAndPrint() {
        TABLE.forEach((lie, seen) -> System.out.printf("%-34s %-10s %s%n", lie, lie.kind(), seen));
        if (node != null) {
            liar.close();
            node.close();
        }
    }

    private static Source source(URI url) {
        Patience impatient = new Patience(
                2, Duration.ofMillis(1), Duration.ofMillis(1), java.util.random.RandomGenerator.getDefault(), _ -> {});
        var sources = new RpcSources(Route.DIRECT, new RecentRequests(10), impatient, InstantSource.system());
        Source source = ((SourceOpener.Opened.Ready)
                        sources.open(new Endpoint(new SourceId(CHAIN, url.toString()), false)))
                .source();
        source.limits(SourceLimits.STARTING.withAnswerBytes(256 * 1024));
        return source;
    }

    @ParameterizedTest
    @EnumSource
    void lie_isCaughtAsWhatItIsOrHandedOnAsAClaim(Lie lie) {
        liar.tell(lie);

        List<Reply<?>> replies =
                source(liar.url()).askAll(questions, Purpose.READ_BALANCES, lie == Lie.SLOW_DRIP ? SHORT : TIME);

        TABLE.put(lie, said(replies));
        List<Failure> failures = failures(replies);
        switch (lie.kind()) {
            case TRUTH, STATE, ASIDE, RECEIPT, TOKEN -> assertThat(failures).isEmpty();
            case HEADER -> {
                if (lie == Lie.HEADER_NUMBER) {
                    assertThat(failures).containsExactly(Failure.MISMATCHED);
                } else {
                    assertThat(failures).isEmpty();
                }
            }
            case CHAIN -> assertThat(failures).hasSize(questions.size()).containsOnly(Failure.WRONG_CHAIN);
            case MATCHING -> assertThat(failures).isNotEmpty().containsOnly(Failure.MISMATCHED);
            case FORM -> assertThat(failures).isNotEmpty().containsOnly(Failure.MALFORMED);
            case TRANSPORT -> assertThat(failures).hasSize(questions.size()).containsOnly(transport(lie));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"ID_.*", "ANSWER_.*", "OTHER_ACCOUNT"})
    void singleQuestion_isMatchedToo(Lie lie) {
        liar.tell(Lie.NONE);
        Source source = source(liar.url());
        source.ask(new Query.ChainIdOf(), Purpose.CHECK_CHAIN_ID, TIME);
        liar.tell(lie);

        Reply<?> reply = source.ask((Query<?>) questions.getFirst(), Purpose.READ_BALANCES, TIME);

        assertThat(failures(List.of(reply))).singleElement().isIn(Failure.MISMATCHED, Failure.MALFORMED);
    }

    @Test
    void lie_isCountedInTheHealthRecordAndNeverSetsASourceAsideByItself() {
        liar.tell(Lie.HTML);
        Source source = source(liar.url());

        source.askAll(questions, Purpose.READ_BALANCES, TIME);

        assertThat(source.health().failuresInARow()).isEqualTo(1);
        assertThat(source.health().lastError()).contains("the answer is a web page, not JSON");
        assertThat(source.health().setAside()).isFalse();
    }

    private static Failure transport(Lie lie) {
        return switch (lie) {
            case ENDLESS_BODY -> Failure.OVERSIZED;
            case SLOW_DRIP -> Failure.TIMED_OUT;
            case HTTP_500, HTTP_404, REDIRECT -> Failure.HTTP_STATUS;
            case HTTP_429 -> Failure.RATE_LIMITED;
            case CONNECTION_CLOSED -> Failure.UNREACHABLE;
            default -> throw new IllegalArgumentException("no transport lie: " + lie);
        };
    }

    private static List<Failure> failures(List<Reply<?>> replies) {
        List<Failure> failures = new ArrayList<>();
        for (Reply<?> reply : replies) {
            switch (reply) {
                case Reply.Failed<?>(Failure failure, var _) -> failures.add(failure);
                case Reply.Got<?> _ -> {}
                case Reply.Refused<?> refused -> throw new AssertionError(refused.problem());
            }
        }
        return failures;
    }

    private static String said(List<Reply<?>> replies) {
        return replies.stream()
                .filter(reply -> !(reply instanceof Reply.Got<?>))
                .map(Reply::problem)
                .findFirst()
                .orElse("a claim: left to the checks of proofs and hashes");
    }
}

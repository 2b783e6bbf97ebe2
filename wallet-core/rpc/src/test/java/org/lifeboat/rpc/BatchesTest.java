package org.lifeboat.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.RecentRequests;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rpc.transport.SourceFault;
import org.lifeboat.rpc.transport.Transport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Batches, repeats and waits against a transport that a test scripts.
class BatchesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIME = Duration.ofSeconds(30);

    private final ConcurrentLinkedQueue<List<String>> sent = new ConcurrentLinkedQueue<>();
    private final List<Duration> waits = new ArrayList<>();

    private RpcSource source(Transport transport) {
        Patience patience = new Patience(
                3, Duration.ofMillis(100), Duration.ofSeconds(1), RandomGenerator.getDefault(), waits::add);
        SourceId id = new SourceId(new ChainId(1), "https://node.example/secret-key");
        return new RpcSource(id, transport, new RecentRequests(10), HealthBook.NONE, patience, InstantSource.system());
    }

    /// Answers every call with "0x1" (the right chain id), batches up to `largest` calls.
    private Transport answering(int largest) {
        return (body, timeout, maximum) -> {
            List<String> methods = methods(body);
            sent.add(methods);
            return bytes(
                    methods.size() > largest
                            ? "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"no\"}}"
                            : answers(body));
        };
    }

    private static List<String> methods(byte[] body) {
        JsonNode node = JSON.readTree(body);
        List<JsonNode> calls = node.isArray() ? List.copyOf(node.values()) : List.of(node);
        return calls.stream().map(call -> call.get("method").stringValue()).toList();
    }

    private static String answers(byte[] body) {
        JsonNode node = JSON.readTree(body);
        if (!node.isArray()) {
            return answer(node);
        }
        return "["
                + String.join(
                        ",",
                        List.copyOf(node.values()).reversed().stream()
                                .map(BatchesTest::answer)
                                .toList()) + "]";
    }

    private static String answer(JsonNode call) {
        return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":\"0x1\"}".formatted(call.get("id"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Query<?>> gasPrices(int count) {
        return IntStream.range(0, count)
                .<Query<?>>mapToObj(_ -> new Query.GasPriceOf())
                .toList();
    }

    @Test
    void askAll_goesOnInSmallerBatchesAndRemembers() {
        RpcSource source = source(answering(10));

        List<Reply<?>> replies = source.askAll(gasPrices(45), Purpose.READ_BALANCES, TIME);

        assertThat(replies).hasSize(45).allMatch(reply -> reply instanceof Reply.Got<?>);
        assertThat(source.limits().batchSize()).isEqualTo(10);
        assertThat(sent).extracting(List::size).containsExactlyInAnyOrder(46, 20, 10, 10, 10, 10, 6);
    }

    @Test
    void askAll_worksWhereBatchesAreUnknown() {
        RpcSource source = source(answering(1));

        assertThat(source.askAll(gasPrices(2), Purpose.READ_BALANCES, TIME))
                .hasSize(2)
                .allMatch(reply -> reply instanceof Reply.Got<?>);
        assertThat(source.limits().batchSize()).isEqualTo(1);
    }

    @Test
    void askAll_waitsAsLongAsTheServerAsks() {
        Transport honest = answering(100);
        RpcSource source = source((body, timeout, maximum) -> {
            if (waits.isEmpty()) {
                throw SourceFault.ofStatus(429, Optional.of(Duration.ofSeconds(7)));
            }
            return honest.post(body, timeout, maximum);
        });

        assertThat(source.askAll(gasPrices(1), Purpose.READ_BALANCES, TIME))
                .allMatch(reply -> reply instanceof Reply.Got<?>);
        assertThat(waits).containsExactly(Duration.ofSeconds(7));
        assertThat(source.health().waitsAskedFor()).isEqualTo(1);
    }

    @Test
    void askAll_doesNotWaitLongerThanItsDeadline() {
        RpcSource source = source((body, timeout, maximum) -> {
            throw SourceFault.ofStatus(429, Optional.of(Duration.ofSeconds(60)));
        });

        assertThat(source.askAll(gasPrices(1), Purpose.READ_BALANCES, TIME))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reply.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.RATE_LIMITED));
        assertThat(waits).isEmpty();
    }

    @Test
    void laterQuestion_leavesTheSourceAloneForAsLongAsItAsked() {
        RpcSource source = source((body, timeout, maximum) -> {
            sent.add(methods(body));
            throw SourceFault.ofStatus(429, Optional.of(Duration.ofSeconds(60)));
        });
        source.askAll(gasPrices(1), Purpose.READ_BALANCES, TIME);

        Reply<?> reply = source.ask(new Query.GasPriceOf(), Purpose.READ_BALANCES, TIME);

        assertThat(sent).hasSize(1);
        assertThat(reply.problem()).contains("left alone for 60 more seconds");
    }

    @Test
    void batches_areCutBeforeARequestIsTooLong() {
        RpcSource source = source((body, timeout, maximum) -> {
            sent.add(methods(body));
            assertThat(body).hasSizeLessThanOrEqualTo(16_384);
            return bytes(answers(body));
        });
        source.limits(new SourceLimits(100, 1 << 20, 16_384, 4, OptionalLong.empty(), OptionalLong.empty()));
        CallRequest call = CallRequest.read(Address.ZERO, Bytes.of(new byte[1_000]));

        assertThat(source.askAll(
                        Collections.nCopies(40, new Query.CallOf(call, BlockSelector.LATEST)),
                        Purpose.READ_BALANCES,
                        TIME))
                .hasSize(40);
        assertThat(sent).hasSizeBetween(6, 12);
    }

    @Test
    void events_areAskedInRangesThatTheSourceTakes_andNeverGivenInPart() {
        Transport honest = answering(100);
        RpcSource source = source((body, timeout, maximum) -> {
            JsonNode calls = JSON.readTree(body);
            if (!methods(body).contains("eth_getLogs")) {
                return honest.post(body, timeout, maximum);
            }
            List<String> answers = new ArrayList<>();
            for (JsonNode call : calls) {
                String from = call.get("params").get(0).get("fromBlock").stringValue();
                sent.add(List.of(from, call.get("params").get(0).get("toBlock").stringValue()));
                String result =
                        from.equals("0x12c") ? "\"error\":{\"code\":-32000,\"message\":\"pruned\"}" : "\"result\":[]";
                answers.add("{\"jsonrpc\":\"2.0\",\"id\":%s,%s}".formatted(call.get("id"), result));
            }
            return bytes("[" + String.join(",", answers) + "]");
        });
        source.limits(new SourceLimits(100, 1 << 20, 1 << 18, 4, OptionalLong.empty(), OptionalLong.of(100)));
        source.ask(new Query.GasPriceOf(), Purpose.READ_BALANCES, TIME);
        sent.clear();

        Reply<?> whole = source.ask(new Query.LogsOf(0, 250, List.of(), List.of()), Purpose.READ_BALANCES, TIME);
        Reply<?> pruned = source.ask(new Query.LogsOf(100, 399, List.of(), List.of()), Purpose.READ_BALANCES, TIME);

        assertThat(whole).isEqualTo(new Reply.Got<>(List.of()));
        assertThat(sent).startsWith(List.of("0x0", "0x63"), List.of("0x64", "0xc7"), List.of("0xc8", "0xfa"));
        assertThat(pruned).isEqualTo(new Reply.Refused<>(-32_000, "pruned", Optional.empty()));
    }

    @Test
    void askAll_repeatsAreBounded() {
        RpcSource source = source((body, timeout, maximum) -> {
            sent.add(methods(body));
            throw new SourceFault(Failure.UNREACHABLE, "gone");
        });

        assertThat(source.askAll(gasPrices(250), Purpose.READ_BALANCES, TIME)).hasSize(250);
        assertThat(sent).hasSize(3);
        assertThat(waits).hasSize(2).allMatch(wait -> wait.compareTo(Duration.ofMillis(200)) <= 0);
    }

    @Test
    void sendRaw_isNeverRepeatedAndNeverInABatch() {
        Transport honest = answering(100);
        RpcSource source = source((body, timeout, maximum) -> {
            if (methods(body).contains("eth_sendRawTransaction")) {
                sent.add(methods(body));
                throw new SourceFault(Failure.UNREACHABLE, "gone");
            }
            return honest.post(body, timeout, maximum);
        });

        List<Reply<?>> replies = source.askAll(
                List.of(new Query.SendRaw(Bytes.of((byte) 2)), new Query.GasPriceOf()), Purpose.SEND_TRANSACTION, TIME);

        assertThat(replies.getFirst()).isEqualTo(new Reply.Failed<>(Failure.UNREACHABLE, "gone"));
        assertThat(replies.getLast()).isInstanceOf(Reply.Got.class);
        assertThat(sent).containsExactly(List.of("eth_chainId", "eth_gasPrice"), List.of("eth_sendRawTransaction"));
    }

    @Test
    void sendRaw_serversWordsArriveAsRefused() {
        Transport honest = answering(100);
        RpcSource source = source((body, timeout, maximum) -> methods(body).contains("eth_sendRawTransaction")
                ? bytes("{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32000,\"message\":\"already known\"}}"
                        .formatted(JSON.readTree(body).get("id")))
                : honest.post(body, timeout, maximum));

        Reply<?> reply = source.ask(new Query.SendRaw(Bytes.of((byte) 2)), Purpose.SEND_TRANSACTION, TIME);

        assertThat(reply).isEqualTo(new Reply.Refused<>(-32_000, "already known", Optional.empty()));
    }

    @Test
    void chainId_isAskedOnceForManyCalls() {
        RpcSource source = source(answering(100));

        source.askAll(gasPrices(1), Purpose.READ_BALANCES, TIME);
        source.askAll(gasPrices(1), Purpose.READ_BALANCES, TIME);

        assertThat(sent).containsExactly(List.of("eth_chainId", "eth_gasPrice"), List.of("eth_gasPrice"));
    }

    @Test
    void interruption_cancels() throws InterruptedException {
        RpcSource source = source((body, timeout, maximum) -> {
            throw new SourceFault(Failure.CANCELLED, "the request was cancelled");
        });
        List<Reply<?>> replies = new ArrayList<>();

        Thread asker = Thread.startVirtualThread(() -> {
            Thread.currentThread().interrupt();
            replies.addAll(source.askAll(gasPrices(500), Purpose.READ_BALANCES, TIME));
        });
        asker.join();

        assertThat(replies)
                .hasSize(500)
                .allMatch(reply ->
                        reply instanceof Reply.Failed<?>(Failure failure, var _) && failure == Failure.CANCELLED);
    }
}

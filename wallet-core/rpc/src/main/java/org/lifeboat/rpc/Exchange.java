package org.lifeboat.rpc;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.rpc.transport.SourceFault;
import org.lifeboat.rpc.transport.Transport;
import org.lifeboat.rpc.wire.NodeResponse;
import org.lifeboat.rpc.wire.Question;
import org.lifeboat.rpc.wire.Refusal;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.Request;

/// One HTTP request with its entry in the log and in the health record. Knows nothing of repeats.
final class Exchange {
    private final SourceId id;
    private final Transport transport;
    private final RequestLog log;
    private final HealthRecord health;
    private final InstantSource clock;
    private final Quiet quiet = new Quiet();

    /// Of this source alone: a counter shared by all would let two servers see that they serve the same user.
    private final AtomicLong nextId = new AtomicLong(1);

    Exchange(SourceId id, Transport transport, RequestLog log, HealthRecord health, InstantSource clock) {
        this.id = id;
        this.transport = transport;
        this.log = log;
        this.health = health;
        this.clock = clock;
    }

    /// How long the source still wants to be left alone.
    Duration quiet() {
        return quiet.remaining();
    }

    /// Asks all `queries` in one request; a single one goes without the list around it.
    /// @return one response a query, in order
    /// @throws BatchRefused if the source gave one error for all
    List<NodeResponse> ask(List<? extends Query<?>> queries, Purpose purpose, Duration timeout, int answerBytes)
            throws SourceFault, BatchRefused {
        JsonRpcService service = new JsonRpcService(transport, timeout, answerBytes);
        List<Request<Object, NodeResponse>> requests = requests(queries, service);
        long start = System.nanoTime();
        try {
            List<NodeResponse> responses = send(requests, service);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            health.answered(took, clock.instant());
            responses.stream()
                    .flatMap(response -> response.refusal().stream())
                    .filter(Refusal::isRateLimit)
                    .findFirst()
                    .ifPresent(refusal -> health.askedToWait(refusal.message()));
            log.add(entry(requests, purpose, service, took, "ok"));
            return responses;
        } catch (SourceFault e) {
            e.retryAfter().ifPresent(quiet::keepFor);
            if (e.failure() == Failure.CANCELLED) {
                health.givenUp();
            } else {
                health.failed(e.detail(), e.failure() == Failure.RATE_LIMITED);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            log.add(entry(requests, purpose, service, took, e.failure().name()));
            throw e;
        } catch (BatchRefused e) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            health.answered(took, clock.instant());
            log.add(entry(requests, purpose, service, took, "BATCH_REFUSED"));
            throw e;
        }
    }

    private List<Request<Object, NodeResponse>> requests(List<? extends Query<?>> queries, JsonRpcService service) {
        List<Request<Object, NodeResponse>> requests = new ArrayList<>(queries.size());
        for (Query<?> query : queries) {
            Question question = Question.of(query);
            var request = new Request<>(question.method(), question.parameters(), service, NodeResponse.class);
            request.setId(nextId.getAndIncrement());
            requests.add(request);
        }
        return requests;
    }

    private static List<NodeResponse> send(List<Request<Object, NodeResponse>> requests, JsonRpcService service)
            throws SourceFault, BatchRefused {
        try {
            if (requests.size() == 1) {
                return List.of(requests.getFirst().send());
            }
            BatchRequest batch = new BatchRequest(service);
            requests.forEach(batch::add);
            return batch.send().getResponses().stream()
                    .map(NodeResponse.class::cast)
                    .toList();
        } catch (SourceFault | BatchRefused e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("the service throws only its own faults", e);
        }
    }

    private RequestLog.Entry entry(
            List<Request<Object, NodeResponse>> requests,
            Purpose purpose,
            JsonRpcService service,
            Duration took,
            String outcome) {
        SortedMap<String, Integer> methods = new TreeMap<>();
        requests.forEach(request -> methods.merge(request.getMethod(), 1, Integer::sum));
        return new RequestLog.Entry(
                clock.instant(),
                id.chain(),
                id.shown(),
                purpose,
                methods,
                service.bytesSent(),
                service.bytesReceived(),
                took,
                outcome);
    }
}

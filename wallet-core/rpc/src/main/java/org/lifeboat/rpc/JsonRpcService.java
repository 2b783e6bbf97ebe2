package org.lifeboat.rpc;

import io.reactivex.Flowable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.rpc.transport.SourceFault;
import org.lifeboat.rpc.transport.Transport;
import org.lifeboat.rpc.wire.Envelope;
import org.lifeboat.rpc.wire.Json;
import org.lifeboat.rpc.wire.NodeResponse;
import org.web3j.protocol.Web3jService;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.BatchResponse;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.websocket.events.Notification;

/// web3j's door to one endpoint for one exchange: requests as web3j makes them, answers read by our strict
/// reader. Every problem is a [SourceFault].
final class JsonRpcService implements Web3jService {
    private final Transport transport;
    private final Duration timeout;
    private final int answerBytes;
    private long bytesSent;
    private long bytesReceived;

    JsonRpcService(Transport transport, Duration timeout, int answerBytes) {
        this.transport = transport;
        this.timeout = timeout;
        this.answerBytes = answerBytes;
    }

    long bytesSent() {
        return bytesSent;
    }

    long bytesReceived() {
        return bytesReceived;
    }

    @Override
    @SuppressWarnings("rawtypes") // web3j's own signature
    public <T extends Response> T send(Request request, Class<T> type) throws IOException {
        return type.cast(Envelope.readOne(exchange(request), request.getId()));
    }

    @Override
    public BatchResponse sendBatch(BatchRequest batch) throws IOException {
        List<Long> ids = batch.getRequests().stream().map(Request::getId).toList();
        return switch (Envelope.readBatch(exchange(batch.getRequests()), ids)) {
            case Envelope.Batch.Answered(List<NodeResponse> responses) ->
                new BatchResponse(batch.getRequests(), responses);
            case Envelope.Batch.RefusedWhole(var refusal) -> throw new BatchRefused(refusal);
        };
    }

    private byte[] exchange(Object body) throws SourceFault {
        byte[] text = Json.write(body);
        bytesSent += text.length;
        byte[] answer = transport.post(text, timeout, answerBytes);
        bytesReceived += answer.length;
        return answer;
    }

    @Override
    @SuppressWarnings("rawtypes") // web3j's own signature
    public <T extends Response> CompletableFuture<T> sendAsync(Request request, Class<T> type) {
        return onVirtualThread(() -> send(request, type));
    }

    @Override
    public CompletableFuture<BatchResponse> sendBatchAsync(BatchRequest batch) {
        return onVirtualThread(() -> sendBatch(batch));
    }

    private interface Exchange<T> {
        T run() throws IOException;
    }

    private static <T> CompletableFuture<T> onVirtualThread(Exchange<T> exchange) {
        Executor threads = Thread::startVirtualThread;
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return exchange.run();
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                threads);
    }

    /// HTTP has no subscriptions.
    @Override
    @SuppressWarnings("rawtypes") // web3j's own signature
    public <T extends Notification<?>> Flowable<T> subscribe(Request request, String unsubscribeMethod, Class<T> type) {
        return Flowable.error(new SourceFault(Failure.UNREACHABLE, "this source offers no subscriptions"));
    }

    /// Holds nothing open.
    @Override
    public void close() {}
}

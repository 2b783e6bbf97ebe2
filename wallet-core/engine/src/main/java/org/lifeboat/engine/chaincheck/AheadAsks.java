package org.lifeboat.engine.chaincheck;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;

/// Questions that are asked before their turn, so that a long check does not wait for each answer by itself. One
/// thread uses it.
final class AheadAsks implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Ask, Future<Reply<String>>> begun = new HashMap<>();

    private record Ask(SourceId source, Query.Probe query) {}

    /// Does nothing where it was begun already.
    void begin(Source source, Query.Probe query, Duration patience) {
        begun.computeIfAbsent(
                new Ask(source.id(), query),
                _ -> threads.submit(() -> source.ask(query, Purpose.CHECK_CHAIN, patience)));
    }

    /// The answer, asked for now where nobody asked before.
    Reply<String> take(Source source, Query.Probe query, Duration patience) {
        Optional<Future<Reply<String>>> known = Optional.ofNullable(begun.remove(new Ask(source.id(), query)));
        if (known.isEmpty()) {
            return source.ask(query, Purpose.CHECK_CHAIN, patience);
        }
        try {
            return known.get().get();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new Reply.Failed<>(Reply.Failure.CANCELLED, "given up");
        } catch (ExecutionException | CancellationException broken) {
            return source.ask(query, Purpose.CHECK_CHAIN, patience);
        }
    }

    /// Gives up what was begun: other blocks are wanted.
    void forget() {
        begun.values().forEach(each -> each.cancel(true));
        begun.clear();
    }

    @Override
    public void close() {
        forget();
        threads.shutdownNow();
    }
}

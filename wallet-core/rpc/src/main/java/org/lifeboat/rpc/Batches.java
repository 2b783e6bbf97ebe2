package org.lifeboat.rpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.source.SourceLimits;

/// Cuts many questions into batches that the source takes, and learns that size where the source refuses.
final class Batches {
    /// What is tried next after a refusal.
    private static final int[] SMALLER_SIZES = {50, 20, 10, 5, 3, 1};

    private final Exchange exchange;
    private final Patience patience;
    private final AtomicReference<SourceLimits> limits;

    Batches(Exchange exchange, Patience patience, AtomicReference<SourceLimits> limits) {
        this.exchange = exchange;
        this.patience = patience;
        this.limits = limits;
    }

    /// For what must be sent once at most.
    Reply<?> askOnce(Query<?> query, Purpose purpose, Deadline deadline) {
        return switch (chunk(purpose, deadline).ask(List.of(query), false)) {
            case Chunk.Outcome.Replies(List<Reply<?>> replies) -> replies.getFirst();
            case Chunk.Outcome.TooMuchAtOnce _ -> throw new IllegalStateException("one question is no batch");
        };
    }

    List<Reply<?>> ask(List<? extends Query<?>> queries, Purpose purpose, Deadline deadline) {
        List<Reply<?>> replies = new ArrayList<>(queries.size());
        int atOnce = 1; // The first batch goes alone: it shows whether the server takes its size.
        while (replies.size() < queries.size()) {
            List<List<Query<?>>> round = round(queries, replies.size(), limits.get(), atOnce);
            List<Reply<?>> answered = answeredBeforeARefusal(run(round, purpose, deadline));
            int asked = round.stream().mapToInt(List::size).sum();
            replies.addAll(answered);
            if (answered.size() < asked) {
                shrink(round.getFirst().size());
            } else if (isHopeless(answered)) {
                replies.addAll(Collections.nCopies(queries.size() - replies.size(), answered.getLast()));
            }
            atOnce = answered.size() < asked ? 1 : limits.get().requestsAtOnce();
        }
        return replies;
    }

    /// What follows a refused batch is asked again with it, so that the order stays.
    private static List<Reply<?>> answeredBeforeARefusal(List<Chunk.Outcome> outcomes) {
        List<Reply<?>> answered = new ArrayList<>();
        for (Chunk.Outcome outcome : outcomes) {
            switch (outcome) {
                case Chunk.Outcome.Replies(List<Reply<?>> part) -> answered.addAll(part);
                case Chunk.Outcome.TooMuchAtOnce _ -> {
                    return answered;
                }
            }
        }
        return answered;
    }

    /// Whether the source gave nothing usable to a whole round: the rest is then not asked at all.
    private static boolean isHopeless(List<Reply<?>> answered) {
        return answered.stream()
                .allMatch(reply -> reply instanceof Reply.Failed<?>(Failure failure, var _)
                        && switch (failure) {
                            case UNREACHABLE, TIMED_OUT, HTTP_STATUS, RATE_LIMITED, OVERSIZED, CANCELLED -> true;
                            case MALFORMED, MISMATCHED, WRONG_CHAIN -> false;
                        });
    }

    private static List<List<Query<?>>> round(
            List<? extends Query<?>> queries, int from, SourceLimits limits, int most) {
        List<List<Query<?>>> round = new ArrayList<>();
        int start = from;
        while (start < queries.size() && round.size() < most) {
            int end = end(queries, start, limits);
            round.add(List.copyOf(queries.subList(start, end)));
            start = end;
        }
        return round;
    }

    /// Where a batch ends that begins at `start`: at its size, or before it is longer than a request may be.
    private static int end(List<? extends Query<?>> queries, int start, SourceLimits limits) {
        long bytes = QuestionSize.of(queries.get(start));
        int end = start + 1;
        while (end < queries.size() && end - start < limits.batchSize()) {
            bytes += QuestionSize.of(queries.get(end));
            if (bytes > limits.requestBytes()) {
                break;
            }
            end++;
        }
        return end;
    }

    private void shrink(int refusedSize) {
        for (int smaller : SMALLER_SIZES) {
            if (smaller < refusedSize) {
                limits.updateAndGet(old -> old.batchSize() > smaller ? old.withBatchSize(smaller) : old);
                return;
            }
        }
    }

    private Chunk chunk(Purpose purpose, Deadline deadline) {
        return new Chunk(exchange, patience, purpose, deadline, limits.get().answerBytes());
    }

    private List<Chunk.Outcome> run(List<List<Query<?>>> round, Purpose purpose, Deadline deadline) {
        if (round.size() == 1) {
            return List.of(chunk(purpose, deadline).ask(round.getFirst(), true));
        }
        List<FutureTask<Chunk.Outcome>> tasks = new ArrayList<>();
        for (List<Query<?>> queries : round) {
            var task = new FutureTask<>(() -> chunk(purpose, deadline).ask(queries, true));
            tasks.add(task);
            Thread.startVirtualThread(task);
        }
        List<Chunk.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            outcomes.add(await(tasks, i, round.get(i).size()));
        }
        return outcomes;
    }

    private static Chunk.Outcome await(List<FutureTask<Chunk.Outcome>> tasks, int index, int size) {
        try {
            return tasks.get(index).get();
        } catch (InterruptedException e) {
            tasks.forEach(task -> task.cancel(true));
            Thread.currentThread().interrupt();
            return cancelled(size);
        } catch (java.util.concurrent.CancellationException e) {
            return cancelled(size);
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking failed unexpectedly", e.getCause());
        }
    }

    private static Chunk.Outcome cancelled(int size) {
        List<Reply<?>> replies = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            replies.add(new Reply.Failed<>(Failure.CANCELLED, "the request was cancelled"));
        }
        return new Chunk.Outcome.Replies(replies);
    }
}

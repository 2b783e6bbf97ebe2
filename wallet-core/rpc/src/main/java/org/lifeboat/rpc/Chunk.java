package org.lifeboat.rpc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.rpc.transport.SourceFault;
import org.lifeboat.rpc.wire.NodeResponse;
import org.lifeboat.rpc.wire.Refusal;
import org.lifeboat.rpc.wire.Result;
import org.lifeboat.rpc.wire.WrongAnswer;

/// Asks one batch, again where that may help, until every query has its reply or the source turns out to want
/// smaller batches.
final class Chunk {
    private final Exchange exchange;
    private final Patience patience;
    private final Purpose purpose;
    private final Deadline deadline;
    private final int answerBytes;

    Chunk(Exchange exchange, Patience patience, Purpose purpose, Deadline deadline, int answerBytes) {
        this.exchange = exchange;
        this.patience = patience;
        this.purpose = purpose;
        this.deadline = deadline;
        this.answerBytes = answerBytes;
    }

    sealed interface Outcome {
        /// One reply a query.
        record Replies(List<Reply<?>> replies) implements Outcome {}

        /// Ask the same again in smaller batches.
        record TooMuchAtOnce() implements Outcome {}
    }

    /// @param mayRepeat false for what must not be sent twice
    Outcome ask(List<? extends Query<?>> queries, boolean mayRepeat) {
        List<Reply<?>> replies = new ArrayList<>(Collections.nCopies(queries.size(), notAsked()));
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            open.add(i);
        }
        if (!leftAlone(replies, open)) {
            return new Outcome.Replies(replies);
        }
        for (int attempt = 1; ; attempt++) {
            Round round = once(queries, open, replies);
            if (round.tooMuch && queries.size() > 1) {
                return new Outcome.TooMuchAtOnce();
            }
            open = round.worthRepeating;
            boolean again = mayRepeat && !open.isEmpty() && attempt < patience.attempts();
            if (!again || !waited(attempt, round.retryAfter, replies, open)) {
                return new Outcome.Replies(replies);
            }
        }
    }

    private static Reply<?> notAsked() {
        return new Reply.Failed<>(Failure.TIMED_OUT, "the time was over before the question was asked");
    }

    /// What one attempt left open.
    private record Round(boolean tooMuch, List<Integer> worthRepeating, Optional<Duration> retryAfter) {}

    /// Fills `replies` at the places in `open`.
    private Round once(List<? extends Query<?>> queries, List<Integer> open, List<Reply<?>> replies) {
        if (deadline.remaining().toMillis() == 0) {
            return new Round(false, List.of(), Optional.empty());
        }
        List<Query<?>> asked = open.stream().<Query<?>>map(queries::get).toList();
        try {
            List<NodeResponse> responses = exchange.ask(asked, purpose, deadline.remaining(), answerBytes);
            return read(asked, open, responses, replies);
        } catch (BatchRefused e) {
            boolean patienceAsked = e.refusal().isRateLimit();
            Reply<?> reply = refused(e.refusal());
            open.forEach(place -> replies.set(place, reply));
            return new Round(!patienceAsked, patienceAsked ? open : List.of(), Optional.empty());
        } catch (SourceFault e) {
            Reply<?> reply = new Reply.Failed<>(e.failure(), e.detail());
            open.forEach(place -> replies.set(place, reply));
            return new Round(e.mayMeanTooMuchAtOnce(), e.worthRepeating() ? open : List.of(), e.retryAfter());
        }
    }

    private static Round read(
            List<Query<?>> asked, List<Integer> open, List<NodeResponse> responses, List<Reply<?>> replies) {
        List<Integer> worthRepeating = new ArrayList<>();
        boolean tooMuch = false;
        for (int i = 0; i < asked.size(); i++) {
            NodeResponse response = responses.get(i);
            replies.set(open.get(i), reply(asked.get(i), response));
            if (response.refusal().filter(Refusal::isRateLimit).isPresent()) {
                worthRepeating.add(open.get(i));
            }
            tooMuch |= asked.size() > 1
                    && response.refusal().filter(Refusal::isTooMuchAtOnce).isPresent();
        }
        return new Round(tooMuch, worthRepeating, Optional.empty());
    }

    private static Reply<?> reply(Query<?> query, NodeResponse response) {
        Optional<Refusal> refusal = response.refusal();
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        try {
            return new Reply.Got<>(Result.read(query, response.getResult()));
        } catch (WrongAnswer e) {
            return new Reply.Failed<>(e.failure(), e.detail());
        }
    }

    private static Reply<?> refused(Refusal refusal) {
        return refusal.isRateLimit()
                ? new Reply.Failed<>(Failure.RATE_LIMITED, "the source asks for fewer requests: " + refusal.message())
                : new Reply.Refused<>(refusal.code(), refusal.message(), refusal.data());
    }

    /// Waits while the source wants to be left alone, whoever it told so.
    /// @return false if that is longer than there is time, or the caller gave up: then the replies say so
    private boolean leftAlone(List<Reply<?>> replies, List<Integer> open) {
        Duration quiet = exchange.quiet();
        if (quiet.isZero()) {
            return true;
        }
        if (quiet.compareTo(deadline.remaining()) >= 0) {
            Reply<?> later = new Reply.Failed<>(
                    Failure.RATE_LIMITED,
                    "the source asks to be left alone for " + (quiet.toSeconds() + 1) + " more seconds");
            open.forEach(place -> replies.set(place, later));
            return false;
        }
        return paused(quiet, replies, open);
    }

    /// @return false if there is no time left to wait, or the caller gave up (then the open replies say so)
    private boolean waited(int attempt, Optional<Duration> asked, List<Reply<?>> replies, List<Integer> open) {
        Duration wait = patience.before(attempt, asked);
        if (wait.compareTo(deadline.remaining()) >= 0) {
            return false;
        }
        return paused(wait, replies, open);
    }

    private boolean paused(Duration time, List<Reply<?>> replies, List<Integer> open) {
        try {
            patience.pause().pause(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open.forEach(
                    place -> replies.set(place, new Reply.Failed<>(Failure.CANCELLED, "the request was cancelled")));
            return false;
        }
    }
}

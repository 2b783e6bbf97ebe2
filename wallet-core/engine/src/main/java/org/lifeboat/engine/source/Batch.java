package org.lifeboat.engine.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Questions that go out together, each with what is to be done with its answer. Used once, by one thread.
public final class Batch {
    private final List<Query<?>> queries = new ArrayList<>();
    private final List<Consumer<Reply<?>>> handlers = new ArrayList<>();

    /// @param handler called with the reply, in the order of adding, by [#ask]'s thread
    @SuppressWarnings("unchecked") // Source#askAll answers each query with its own type
    public <R> void add(Query<R> query, Consumer<Reply<R>> handler) {
        queries.add(query);
        handlers.add(reply -> handler.accept((Reply<R>) reply));
    }

    public boolean isEmpty() {
        return queries.isEmpty();
    }

    /// Asks everything at once, then hands out the replies. Asks nothing if nothing was added.
    public void ask(Source source, Purpose purpose, Duration deadline) {
        if (queries.isEmpty()) {
            return;
        }
        List<Reply<?>> replies = source.askAll(queries, purpose, deadline);
        for (int i = 0; i < queries.size(); i++) {
            handlers.get(i).accept(replies.get(i));
        }
    }
}

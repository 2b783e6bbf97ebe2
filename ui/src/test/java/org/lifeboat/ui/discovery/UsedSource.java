package org.lifeboat.ui.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

/// A source on whose chain some addresses have sent something; it remembers that it was asked.
public final class UsedSource implements Source {
    private final SourceId id;
    private final Set<Address> used;
    private final List<Purpose> asked = new ArrayList<>();
    private boolean silent;

    public UsedSource(SourceId id, Set<Address> used) {
        this.id = id;
        this.used = used;
    }

    /// From now on it does not answer.
    void fallSilent() {
        silent = true;
    }

    public List<Purpose> asked() {
        return asked;
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
        asked.add(purpose);
        return queries.stream().<Reply<?>>map(this::answer).toList();
    }

    private Reply<?> answer(Query<?> query) {
        if (silent) {
            return new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no connection could be made");
        }
        return switch (query) {
            case Query.NonceOf nonce -> new Reply.Got<>(new Nonce(used.contains(nonce.account()) ? 1 : 0));
            case Query.BalanceOf _ -> new Reply.Got<>(Wei.ZERO);
            default -> new Reply.Failed<>(Reply.Failure.UNREACHABLE, "not asked here");
        };
    }

    @Override
    public void refuted(Refutation what) {}

    @Override
    public SourceLimits limits() {
        return SourceLimits.STARTING;
    }

    @Override
    public void limits(SourceLimits measured) {}

    @Override
    public Health health() {
        return Health.UNKNOWN;
    }
}

package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Optional;
import org.lifeboat.rollups.opstack.derivation.format.Batch;
import org.lifeboat.rollups.opstack.derivation.format.SingularBatch;
import org.lifeboat.rollups.opstack.derivation.format.SpanBatch;

/// Batches in their order, one by one; a bad one takes the rest of its channel with it. Source:
/// holocene/derivation.
final class StrictStage implements BatchStage {
    private final RollupConfig rollup;
    private final SingularRules singular;
    private final SpanRules spans;
    private Optional<SpanCursor> span = Optional.empty();

    /// A span that waits for an ancestor to be known.
    private Optional<SpanBatch> undecided = Optional.empty();

    StrictStage(RollupConfig rollup) {
        this.rollup = rollup;
        this.singular = new SingularRules(rollup);
        this.spans = new SpanRules(rollup);
    }

    @Override
    public Choice next(Place place) {
        while (true) {
            Optional<SingularBatch> candidate = span.flatMap(each -> each.take(rollup, place.epochs(), place.head()));
            if (candidate.isPresent()) {
                if (judge(candidate.get(), place)) {
                    return new Choice.Found(candidate.get());
                }
                continue;
            }
            span = Optional.empty();
            Optional<Batch> batch =
                    undecided.map(Batch.class::cast).or(() -> place.source().next());
            undecided = Optional.empty();
            if (batch.isEmpty()) {
                return EmptyBatches.next(rollup, place, true)
                        .<Choice>map(Choice.Found::new)
                        .orElseGet(Choice.AtEnd::new);
            }
            switch (batch.get()) {
                case SingularBatch one -> {
                    if (judge(one, place)) {
                        return new Choice.Found(one);
                    }
                }
                case SpanBatch many -> {
                    Optional<Choice> stopped = open(many, place);
                    if (stopped.isPresent()) {
                        return stopped.get();
                    }
                }
            }
        }
    }

    private boolean judge(SingularBatch batch, Place place) {
        BatchValidity validity = singular.check(batch, place.epochs(), place.head(), place.l1());
        if (validity instanceof BatchValidity.Drop(BatchValidity.Reason reason)) {
            place.source().drop(reason);
            rejected(place.source());
        }
        return validity instanceof BatchValidity.Accept;
    }

    private Optional<Choice> open(SpanBatch batch, Place place) {
        switch (spans.checkStart(batch, place.spans())) {
            case BatchValidity.Accept _ -> {
                span = SpanCursor.open(batch, place.epochs(), place.head());
                if (span.isEmpty()) {
                    place.source().drop(BatchValidity.Reason.WRONG_ORIGIN);
                    rejected(place.source());
                }
            }
            case BatchValidity.Drop(BatchValidity.Reason reason) -> {
                place.source().drop(reason);
                rejected(place.source());
            }
            case BatchValidity.Undecided(var ancestor)
            when ancestor.isPresent() -> {
                undecided = Optional.of(batch);
                return Optional.of(new Choice.NeedsAncestor(ancestor.get()));
            }
            case BatchValidity.Past _, BatchValidity.Future _, BatchValidity.Undecided _ -> {}
        }
        return Optional.empty();
    }

    @Override
    public void rejected(BatchSource source) {
        span = Optional.empty();
        source.flush();
    }

    @Override
    public boolean mayForget() {
        return true;
    }

    @Override
    public List<BatchQueue.Waiting> waiting() {
        return List.of();
    }

    /// At the end of an L1 block nothing is held here.
    @Override
    public StrictStage copy() {
        StrictStage copy = new StrictStage(rollup);
        copy.span = span.map(SpanCursor::copy);
        return copy;
    }
}

package org.lifeboat.rollups.opstack.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.rollups.opstack.derivation.format.Batch;
import org.lifeboat.rollups.opstack.derivation.format.SingularBatch;
import org.lifeboat.rollups.opstack.derivation.format.SpanBatch;

/// Batches in any order: those of a later time wait. Source: derivation, "Batch Queue". Before Holocene.
final class BatchQueue implements BatchStage {
    /// @param included the L1 block in which the batch became complete
    record Waiting(Batch batch, BlockRef included) {}

    private final RollupConfig rollup;
    private final SingularRules singular;
    private final SpanRules spans;
    private final List<Waiting> waiting;
    private Optional<SpanCursor> span = Optional.empty();

    BatchQueue(RollupConfig rollup, List<Waiting> waiting) {
        this.rollup = rollup;
        this.singular = new SingularRules(rollup);
        this.spans = new SpanRules(rollup);
        this.waiting = new ArrayList<>(waiting);
    }

    @Override
    public Choice next(Place place) {
        while (true) {
            Optional<SingularBatch> cached = span.flatMap(each -> each.take(rollup, place.epochs(), place.head()));
            if (cached.isPresent()) {
                return new Choice.Found(cached.get());
            }
            span = Optional.empty();
            Optional<Batch> loaded = place.source().next();
            loaded.map(batch -> new Waiting(batch, place.l1())).ifPresent(waiting::add);
            Optional<Choice> choice = choose(place, loaded.isEmpty());
            if (choice.isPresent()) {
                return choice.get();
            }
            if (span.isPresent()) {
                continue;
            }
            if (loaded.isEmpty()) {
                return new Choice.AtEnd();
            }
        }
    }

    /// The first, in the order of their inclusion, that counts.
    private Optional<Choice> choose(Place place, boolean atEnd) {
        for (int i = 0; i < waiting.size(); i++) {
            Waiting each = waiting.get(i);
            switch (validity(each, place)) {
                case BatchValidity.Accept _ -> {
                    waiting.remove(i);
                    return accept(each.batch(), place);
                }
                case BatchValidity.Drop(BatchValidity.Reason reason) -> {
                    place.source().drop(reason);
                    waiting.remove(i);
                    i--;
                }
                case BatchValidity.Past _ -> {
                    waiting.remove(i);
                    i--;
                }
                case BatchValidity.Undecided(var ancestor) -> {
                    return ancestor.map(Choice.NeedsAncestor::new);
                }
                case BatchValidity.Future _ -> {}
            }
        }
        return EmptyBatches.next(rollup, place, atEnd).map(Choice.Found::new);
    }

    private Optional<Choice> accept(Batch batch, Place place) {
        return switch (batch) {
            case SingularBatch one -> Optional.of(new Choice.Found(one));
            case SpanBatch many -> {
                span = SpanCursor.open(many, place.epochs(), place.head());
                yield Optional.empty();
            }
        };
    }

    private BatchValidity validity(Waiting each, Place place) {
        return switch (each.batch()) {
            case SingularBatch one -> singular.check(one, place.epochs(), place.head(), each.included());
            case SpanBatch many ->
                spans.checkWhole(
                        many, new SpanRules.Place(place.epochs(), place.head(), place.chain(), each.included()));
        };
    }

    @Override
    public void rejected(BatchSource source) {
        span = Optional.empty();
    }

    /// A span may turn out bad as a whole, and is judged from where it begins.
    @Override
    public boolean mayForget() {
        return span.isEmpty() || span.get().isAtEnd();
    }

    @Override
    public List<Waiting> waiting() {
        return List.copyOf(waiting);
    }

    @Override
    public BatchQueue copy() {
        BatchQueue copy = new BatchQueue(rollup, waiting);
        copy.span = span.map(SpanCursor::copy);
        return copy;
    }
}

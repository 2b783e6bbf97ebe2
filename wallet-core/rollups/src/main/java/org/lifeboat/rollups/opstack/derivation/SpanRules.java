package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.rollups.opstack.derivation.BatchValidity.Reason;
import org.lifeboat.rollups.opstack.derivation.format.SpanBatch;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// Whether a batch of many blocks counts. Source: delta/span-batches, "Batch Queue"; holocene/derivation,
/// "Span Batches".
final class SpanRules {
    private final RollupConfig rollup;
    private final SingularRules singular;

    SpanRules(RollupConfig rollup) {
        this.rollup = rollup;
        this.singular = new SingularRules(rollup);
    }

    /// What a batch is looked at against.
    /// @param epochs L1 blocks from the head's origin, or the one after it, on
    /// @param included the L1 block in which the batch became complete
    record Place(List<Epoch> epochs, SafeHead head, SafeChain chain, BlockRef included) {}

    /// Since Holocene: its blocks are looked at one by one later. What it says of blocks that are there
    /// already must be true; the specification does not ask for that, the programs that run the chains do
    /// (op-node since 1.19).
    BatchValidity checkStart(SpanBatch batch, Place place) {
        return new Check(batch, place).start();
    }

    /// Before Holocene: all of it, or nothing.
    BatchValidity checkWhole(SpanBatch batch, Place place) {
        return new Check(batch, place).whole();
    }

    private final class Check {
        private final SpanBatch batch;
        private final Place place;
        private final long next;

        Check(SpanBatch batch, Place place) {
            this.batch = batch;
            this.place = place;
            this.next = place.head().unixSeconds() + rollup.chain().blockSeconds();
        }

        BatchValidity start() {
            Optional<BatchValidity> stopped = early().or(this::onParent);
            return stopped.or(this::overlap).orElseGet(BatchValidity.Accept::new);
        }

        BatchValidity whole() {
            Optional<BatchValidity> stopped = early().or(this::onParent);
            return stopped.or(this::blocks).or(this::overlap).orElseGet(BatchValidity.Accept::new);
        }

        /// All that can be said without the block before the batch.
        private Optional<BatchValidity> early() {
            Epoch current = place.epochs().getFirst();
            boolean onNext = batch.firstEpoch() == current.number() + 1;
            if (onNext && place.epochs().size() < 2) {
                return Optional.of(new BatchValidity.Undecided(Optional.empty()));
            }
            Epoch origin = onNext ? place.epochs().get(1) : current;
            if (!rollup.hasDelta(origin.unixSeconds())) {
                return drop(Reason.SPAN_TOO_EARLY);
            }
            boolean holocene = rollup.has(OpFork.HOLOCENE, place.included().unixSeconds());
            if (SingularRules.isBefore(next, batch.unixSeconds())) {
                return Optional.of(holocene ? BatchValidity.drop(Reason.TOO_NEW) : new BatchValidity.Future());
            }
            if (SingularRules.isBefore(batch.lastUnixSeconds(), next)) {
                return Optional.of(holocene ? new BatchValidity.Past() : BatchValidity.drop(Reason.TOO_OLD));
            }
            long behind = next - batch.unixSeconds();
            return behind % rollup.chain().blockSeconds() != 0 ? drop(Reason.MISALIGNED) : Optional.empty();
        }

        private long parentNumber() {
            long behind = next - batch.unixSeconds();
            return place.head().number() - behind / rollup.chain().blockSeconds();
        }

        private Optional<BatchValidity> onParent() {
            Optional<SafeBlock> found = place.chain().find(parentNumber());
            if (SingularRules.isBefore(
                    batch.firstEpoch() + rollup.limits().sequencingWindow(),
                    place.included().number())) {
                return drop(Reason.TOO_LATE);
            }
            if (found.isEmpty()) {
                return unknownParent();
            }
            SafeBlock parent = found.get();
            if (!batch.isOnParent(parent.block().hash())) {
                return drop(Reason.WRONG_PARENT);
            }
            if (SingularRules.isBefore(parent.origin().number() + 1, batch.firstEpoch())) {
                return drop(Reason.ORIGIN_JUMPS);
            }
            return lastOrigin()
                    .or(() -> SingularRules.isBefore(
                                    batch.firstEpoch(), parent.origin().number())
                            ? drop(Reason.ORIGIN_GOES_BACK)
                            : Optional.empty());
        }

        /// A parent before all that is known is looked for only while it can still be within the window: the
        /// origins of blocks before the oldest are no later than the oldest's.
        private Optional<BatchValidity> unknownParent() {
            SafeBlock oldest = place.chain().oldest();
            boolean beforeGenesis = parentNumber() < rollup.genesis().l2Number();
            if (beforeGenesis || SingularRules.isBefore(oldest.origin().number() + 1, batch.firstEpoch())) {
                return drop(Reason.WRONG_PARENT);
            }
            return Optional.of(new BatchValidity.Undecided(Optional.of(oldest.parentHash())));
        }

        private Optional<BatchValidity> lastOrigin() {
            long index = batch.lastEpoch() - place.epochs().getFirst().number();
            if (index < 0 || index >= place.epochs().size()) {
                return Optional.of(new BatchValidity.Undecided(Optional.empty()));
            }
            return batch.endsOnOrigin(place.epochs().get((int) index).block().hash())
                    ? Optional.empty()
                    : drop(Reason.WRONG_ORIGIN);
        }

        /// Each new block, as if it stood alone.
        private Optional<BatchValidity> blocks() {
            long epoch = batch.firstEpoch();
            boolean sameOrigin =
                    place.chain().find(parentNumber()).orElseThrow().origin().number() == epoch;
            for (int i = 0; i < batch.blocks(); i++) {
                if (i > 0) {
                    sameOrigin = !batch.changesEpoch(i);
                    epoch += sameOrigin ? 0 : 1;
                }
                if (batch.unixSeconds(i) <= place.head().unixSeconds()) {
                    continue;
                }
                Optional<BatchValidity> stopped = block(i, epoch, sameOrigin);
                if (stopped.isPresent()) {
                    return stopped;
                }
            }
            return Optional.empty();
        }

        private Optional<BatchValidity> block(int i, long epoch, boolean sameOrigin) {
            List<Epoch> epochs = place.epochs();
            long index = epoch - epochs.getFirst().number();
            if (index < 0) {
                return drop(Reason.ORIGIN_GOES_BACK);
            }
            if (index >= epochs.size()) {
                return drop(Reason.WRONG_ORIGIN);
            }
            Epoch origin = epochs.get((int) index);
            long time = batch.unixSeconds(i);
            if (time < origin.unixSeconds()) {
                return drop(Reason.BEFORE_ORIGIN);
            }
            Optional<Epoch> after =
                    index + 1 < epochs.size() ? Optional.of(epochs.get((int) index + 1)) : Optional.empty();
            boolean empty = batch.transactions(i).isEmpty();
            return singular.drift(time, empty, origin, sameOrigin, after)
                    .or(() -> singular.transactions(batch.transactions(i), time));
        }

        /// Blocks that are there already must be those of the batch.
        private Optional<BatchValidity> overlap() {
            long epoch = batch.firstEpoch();
            long number = parentNumber() + 1;
            for (int i = 0; number + i <= place.head().number(); i++) {
                epoch += i > 0 && batch.changesEpoch(i) ? 1 : 0;
                SafeBlock safe = place.chain().find(number + i).orElseThrow();
                boolean same = safe.origin().number() == epoch
                        && safe.content().equals(SafeBlock.content(batch.transactions(i)));
                if (!same) {
                    return drop(Reason.CONTRADICTS_SAFE_CHAIN);
                }
            }
            return Optional.empty();
        }

        private static Optional<BatchValidity> drop(Reason reason) {
            return Optional.of(BatchValidity.drop(reason));
        }
    }
}

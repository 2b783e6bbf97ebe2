package org.lifeboat.rollups.opstack.derivation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.rollups.opstack.derivation.format.SingularBatch;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// Derives the blocks after an anchor, one by one. It reads nothing itself: [#step] says what is needed,
/// [#give] takes it and compares it with what is known. A block it hands out must be built by the caller,
/// who then says [#applied] or [#rejected]. Where L1 reorganises it goes back by itself, up to 256 L1
/// blocks.
///
/// To be saved it needs no form of its own: any block derived is an anchor. Going on from there reads again
/// the L1 blocks in which a channel may have begun. Not for use by two threads.
public final class Derivation {
    private static final int REMEMBERED = 256;

    /// No L2 block stands on an L1 block that is older than this but in an outage of L1. Unit: seconds.
    private static final long EARLIEST_ORIGIN = 3_600;

    private final RollupConfig rollup;
    private final Upgrades upgrades;
    private final BlobHashing hashing;
    private final TransactionSender senders;
    private final AttributesBuilder attributes;
    private final Deque<Checkpoint> checkpoints = new ArrayDeque<>();

    private SafeHead head;
    private final SafeChain chain;
    private Optional<SystemConfig> startConfig;
    private Optional<Hash32> ancestor = Optional.empty();
    private Optional<Cursor> cursor = Optional.empty();
    private Optional<L1Reading> reading = Optional.empty();
    private Optional<BatchSource> source = Optional.empty();
    private ChannelStage channels;
    private BatchStage batches;
    private List<Epoch> epochs = new ArrayList<>();
    private Optional<PayloadAttributes> pending = Optional.empty();
    private Optional<Step> interruption = Optional.empty();
    private List<DroppedBatch> dropped = new ArrayList<>();

    /// The newest L1 block whose reading was begun.
    private record Cursor(BlockRef l1, SystemConfig config) {}

    /// The state at the end of an L1 block.
    private record Checkpoint(
            Cursor cursor, List<Channel> open, BatchStage batches, List<Epoch> epochs, SafeHead head) {}

    private Derivation(RollupConfig rollup, Upgrades upgrades, BlobHashing hashing, Secp256k1 curve, SafeHead anchor) {
        this.rollup = rollup;
        this.upgrades = upgrades;
        this.hashing = hashing;
        this.senders = new TransactionSender(curve);
        this.attributes = new AttributesBuilder(rollup, upgrades);
        this.head = anchor;
        this.chain = new SafeChain(anchor.block());
        this.startConfig = Optional.of(anchor.config());
        this.channels = new StagingChannel(rollup, List.of());
        this.batches = new StrictStage(rollup);
    }

    /// @param anchor a block of the chain that the caller trusts to be derived from L1
    /// @param transactions all of its own
    /// @return refuted: these are not the block's, or it is no block of this chain
    public static Answer<Derivation> after(
            RollupConfig rollup,
            Upgrades upgrades,
            BlobHashing hashing,
            Secp256k1 curve,
            BlockHeader anchor,
            List<Bytes> transactions) {
        if (!OrderedTrie.root(transactions).equals(anchor.transactionsRoot())) {
            return new Answer.Refuted<>("the anchor's transactions are others");
        }
        return SafeHead.of(rollup, upgrades, anchor, transactions)
                .map(head -> new Derivation(rollup, upgrades, hashing, curve, head));
    }

    /// The newest block derived, or the anchor.
    public BlockRef head() {
        return head.block().block();
    }

    /// The newest L1 block whose reading was begun; empty at the start.
    public Optional<BlockRef> l1() {
        return cursor.map(Cursor::l1);
    }

    /// The hash of a derived block, or of one before the anchor, as far as it is remembered.
    public Optional<Hash32> blockHash(long number) {
        return chain.hash(number);
    }

    /// What of the batcher's did not count since the last time this was asked. Before Holocene the same batch
    /// may be named although it is one of a block that is there already.
    public List<DroppedBatch> takeDropped() {
        List<DroppedBatch> taken = dropped;
        dropped = new ArrayList<>();
        return taken;
    }

    /// Goes on as far as it can. Asking again without an answer gives the same step again.
    public Step step() {
        Optional<Step> step = interruption;
        if (step.isPresent() && step.get() instanceof Step.Reorganised) {
            interruption = Optional.empty();
        }
        while (step.isEmpty()) {
            step = advance();
        }
        return step.get();
    }

    private Optional<Step> advance() {
        if (pending.isPresent()) {
            return pending.map(Step.Attributes::new);
        }
        if (startConfig.isPresent() && cursor.isEmpty() && reading.isEmpty()) {
            return Optional.of(new Step.Needs(startNeed()));
        }
        if (ancestor.isPresent()) {
            return Optional.of(new Step.Needs(new Need.L2Blocks(ancestor.get())));
        }
        if (source.isPresent()) {
            choose(source.get());
            return interruption;
        }
        if (reading.isEmpty()) {
            long next = cursor.orElseThrow().l1().number() + 1;
            return Optional.of(new Step.Needs(new Need.L1Header(next, Optional.empty())));
        }
        if (reading.get().unknown().isPresent()) {
            return stopped(Answer.Cause.UPDATE_NEEDED, reading.get().unknown().get());
        }
        if (reading.get().need().isPresent()) {
            return reading.get().need().map(Step.Needs::new);
        }
        enter(reading.get());
        return Optional.empty();
    }

    /// Blocks before the anchor are walked until one stands on an L1 block so old that no channel from
    /// before it counts. Source: derivation, "Resetting the Pipeline".
    private Need startNeed() {
        SafeBlock oldest = chain.oldest();
        long early = oldest.block().unixSeconds() - EARLIEST_ORIGIN;
        long timeout = Math.max(rollup.channelTimeout(early), rollup.channelTimeout(head.unixSeconds()));
        boolean far = oldest.block().number() <= rollup.genesis().l2Number()
                || oldest.origin().number() <= rollup.genesis().l1().number()
                || oldest.origin().number() + timeout <= head.origin().number();
        return far
                ? new Need.L1Header(
                        oldest.origin().number(), Optional.of(oldest.origin().hash()))
                : new Need.L2Blocks(oldest.parentHash());
    }

    /// @return why this is not what was asked for: its source is wrong; empty where it is taken
    public Optional<String> give(Given given) {
        if (!(step() instanceof Step.Needs(Need need))) {
            return Optional.of("nothing was asked for");
        }
        return switch (need) {
            case Need.L1Header(long number, Optional<Hash32> hash) ->
                given instanceof Given.L1Header(BlockHeader header)
                        ? header(header, number, hash)
                        : Optional.of("a header was asked for");
            case Need.L2Blocks(Hash32 newest) ->
                given instanceof Given.L2Blocks(List<Given.L2Block> blocks)
                        ? ancestors(blocks, newest)
                        : Optional.of("L2 blocks were asked for");
            case Need.L1Receipts _, Need.L1Transactions _, Need.Blobs _ ->
                reading.orElseThrow().give(given);
        };
    }

    private Optional<String> header(BlockHeader header, long number, Optional<Hash32> hash) {
        if (header.number() != number) {
            return Optional.of("L1 block " + number + " was asked for, not " + header.number());
        }
        if (hash.isPresent()) {
            if (!header.hash().equals(hash.get())) {
                interruption = stopped(Answer.Cause.NOT_OFFERED, "the anchor stands on a block that is not L1's");
                return Optional.empty();
            }
            begin(header, startConfig.orElseThrow());
            return Optional.empty();
        }
        Cursor at = cursor.orElseThrow();
        if (header.parentHash().equals(at.l1().hash())) {
            read(header, at.config());
        } else {
            goBack();
        }
        return Optional.empty();
    }

    private void begin(BlockHeader header, SystemConfig config) {
        boolean strict = rollup.has(OpFork.HOLOCENE, header.unixSeconds());
        channels = strict ? new StagingChannel(rollup, List.of()) : new ChannelBank(rollup, List.of());
        batches = strict ? new StrictStage(rollup) : new BatchQueue(rollup, List.of());
        startConfig = Optional.empty();
        read(header, config);
    }

    private void read(BlockHeader header, SystemConfig config) {
        reading = Optional.of(new L1Reading(rollup, hashing, senders, header, config));
    }

    /// The newest L1 block that was read is no longer L1's.
    private void goBack() {
        checkpoints.pollLast();
        Checkpoint before = checkpoints.peekLast();
        if (before == null) {
            interruption = stopped(
                    Answer.Cause.MISSING, "L1 has reorganised beyond what is remembered: begin from an older block");
            return;
        }
        restore(before);
        interruption = Optional.of(
                new Step.Reorganised(before.cursor().l1(), before.head().block().block()));
    }

    private void restore(Checkpoint before) {
        cursor = Optional.of(before.cursor());
        boolean strict = rollup.has(OpFork.HOLOCENE, before.cursor().l1().unixSeconds());
        channels = strict ? new StagingChannel(rollup, before.open()) : new ChannelBank(rollup, before.open());
        batches = before.batches().copy();
        epochs = new ArrayList<>(before.epochs());
        head = before.head();
        chain.cutTo(head.number());
        reading = Optional.empty();
        source = Optional.empty();
        pending = Optional.empty();
        ancestor = Optional.empty();
    }

    /// Every block given is compared with the hash that the one after it names.
    private Optional<String> ancestors(List<Given.L2Block> blocks, Hash32 newest) {
        Hash32 expected = newest;
        Optional<String> wrong = Optional.of("no L2 block was given");
        for (Given.L2Block block : blocks) {
            wrong = ancestor(block, expected);
            if (wrong.isPresent()) {
                return wrong;
            }
            expected = block.header().parentHash();
        }
        return wrong;
    }

    private Optional<String> ancestor(Given.L2Block block, Hash32 expected) {
        boolean right = block.header().hash().equals(expected)
                && OrderedTrie.root(block.transactions()).equals(block.header().transactionsRoot());
        if (!right) {
            return Optional.of("this is not the L2 block " + expected);
        }
        return switch (SafeHead.of(rollup, upgrades, block.header(), block.transactions())) {
            case Answer.Proven<SafeHead>(SafeHead read) -> {
                chain.addBefore(read.block());
                startConfig = startConfig.map(_ -> read.config());
                ancestor = Optional.empty();
                yield Optional.empty();
            }
            case Answer.Refuted<SafeHead>(String reason) -> Optional.of(reason);
            case Answer.Unknown<SafeHead>(Answer.Cause cause, String reason) -> {
                interruption = stopped(cause, reason);
                yield Optional.empty();
            }
        };
    }

    /// Begins with the batches of an L1 block that is read.
    private void enter(L1Reading read) {
        BlockRef l1 = read.block();
        boolean strict = rollup.has(OpFork.HOLOCENE, l1.unixSeconds());
        if (strict && batches instanceof BatchQueue) {
            channels = new StagingChannel(rollup, List.of());
            batches = new StrictStage(rollup);
        }
        cursor = Optional.of(new Cursor(l1, read.config()));
        if (l1.number() >= head.origin().number()) {
            epochs.add(read.epoch());
        }
        source = Optional.of(new BatchSource(rollup, channels, read.pieces(), l1));
        reading = Optional.empty();
    }

    private void choose(BatchSource batch) {
        BlockRef l1 = cursor.orElseThrow().l1();
        long origin = head.origin().number();
        // What was included up to the head's origin is of blocks that are there already.
        if (l1.number() < origin || (l1.number() == origin && batches instanceof StrictStage)) {
            batch.drain();
            finish();
            return;
        }
        if (batches.mayForget()) {
            while (epochs.getFirst().number() < origin) {
                epochs.removeFirst();
            }
        }
        if (!epochs.getFirst().block().hash().equals(head.origin().hash())
                && epochs.getFirst().number() == origin) {
            interruption =
                    stopped(Answer.Cause.MISSING, "L1 has reorganised before the anchor: begin from an older block");
            return;
        }
        BatchStage.Choice choice = batches.next(new BatchStage.Place(l1, epochs, head, chain, batch));
        batch.takeDropped().forEach(why -> dropped.add(new DroppedBatch(l1, head.number() + 1, why)));
        if (batch.unknown().isPresent()) {
            interruption = stopped(Answer.Cause.UPDATE_NEEDED, batch.unknown().get());
            return;
        }
        switch (choice) {
            case BatchStage.Choice.Found(SingularBatch found) -> prepare(found);
            case BatchStage.Choice.AtEnd _ -> finish();
            case BatchStage.Choice.NeedsAncestor(Hash32 hash) -> ancestor = Optional.of(hash);
        }
    }

    private void prepare(SingularBatch batch) {
        Epoch epoch = epochs.stream()
                .filter(each -> each.number() == batch.epochNumber())
                .findFirst()
                .orElseThrow();
        switch (attributes.build(
                head, epoch, batch.transactions(), cursor.orElseThrow().l1())) {
            case Answer.Proven<PayloadAttributes>(PayloadAttributes made) -> pending = Optional.of(made);
            case Answer.Refuted<PayloadAttributes>(String reason) ->
                interruption = stopped(Answer.Cause.UPDATE_NEEDED, reason);
            case Answer.Unknown<PayloadAttributes>(Answer.Cause cause, String reason) ->
                interruption = stopped(cause, reason);
        }
    }

    private void finish() {
        source = Optional.empty();
        checkpoints.addLast(
                new Checkpoint(cursor.orElseThrow(), channels.open(), batches.copy(), List.copyOf(epochs), head));
        if (checkpoints.size() > REMEMBERED) {
            checkpoints.removeFirst();
        }
        long oldest = checkpoints.getFirst().head().origin().number();
        chain.forgetBefore(oldest - rollup.limits().sequencingWindow());
    }

    /// The block was built: it is the new head.
    /// @throws IllegalArgumentException if it is not of the attributes that were handed out
    public void applied(BlockHeader header) {
        PayloadAttributes made = pending.orElseThrow();
        boolean right = header.parentHash().equals(made.parent().hash())
                && header.number() == made.parent().number() + 1
                && header.unixSeconds() == made.unixSeconds()
                && header.transactionsRoot().equals(OrderedTrie.root(made.transactions()));
        if (!right
                || !(SafeHead.of(rollup, upgrades, header, made.transactions())
                        instanceof Answer.Proven<SafeHead>(SafeHead next))) {
            throw new IllegalArgumentException("not the block that was asked for");
        }
        head = next;
        chain.add(next.block());
        pending = Optional.empty();
    }

    /// The block cannot be: a transaction in it is invalid. Since Holocene the same block without the
    /// sequencer's transactions follows; before, another batch is looked for.
    public void rejected() {
        PayloadAttributes made = pending.orElseThrow();
        if (made.isDepositsOnly()) {
            interruption = stopped(Answer.Cause.UPDATE_NEEDED, "a block of deposits only cannot be executed here");
            return;
        }
        source.ifPresent(batches::rejected);
        pending = batches instanceof StrictStage ? Optional.of(made.depositsOnly()) : Optional.empty();
    }

    private static Optional<Step> stopped(Answer.Cause cause, String reason) {
        return Optional.of(new Step.Stopped(cause, reason));
    }
}

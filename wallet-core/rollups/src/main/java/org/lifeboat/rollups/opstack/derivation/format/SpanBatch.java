package org.lifeboat.rollups.opstack.derivation.format;

import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// The worth of many blocks in a row. Source: delta/span-batches. Numbers are unsigned and overflow as 64
/// bits do.
public final class SpanBatch implements Batch {
    public static final int VERSION = 1;

    /// How much of a hash stands in it.
    public static final int CHECK_SIZE = 20;

    /// Source: derivation, "Protocol Parameters", `MAX_SPAN_BATCH_ELEMENT_COUNT`: blocks, and transactions.
    public static final int MOST_ELEMENTS = 10_000_000;

    /// What is left out of a span batch because the chain knows it.
    public record Chain(ChainId id, long genesisUnixSeconds, long blockSeconds) {}

    private final Head head;
    private final Chain chain;
    private final BitList originBits;
    private final int[] firstOf;
    private final List<Bytes> transactions;

    /// @param relativeSeconds of the first block, since genesis
    /// @param lastEpoch number of the last block's L1 origin
    /// @param parentCheck the first bytes of the hash of the block before
    /// @param originCheck the first bytes of the hash of the last block's L1 origin
    record Head(long relativeSeconds, long lastEpoch, Bytes parentCheck, Bytes originCheck) {}

    /// @param originBits for each block whether its L1 origin is another than that of the block before it
    /// @param firstOf for each block its first transaction's place; one more at the end
    SpanBatch(Head head, Chain chain, BitList originBits, int[] firstOf, List<Bytes> transactions) {
        this.head = head;
        this.chain = chain;
        this.originBits = originBits;
        this.firstOf = firstOf;
        this.transactions = List.copyOf(transactions);
    }

    /// At least 1.
    public int blocks() {
        return originBits.size();
    }

    @Override
    public long unixSeconds() {
        return unixSeconds(0);
    }

    /// Of the block with that index, from 0.
    public long unixSeconds(int block) {
        return chain.genesisUnixSeconds() + head.relativeSeconds() + chain.blockSeconds() * block;
    }

    public long lastUnixSeconds() {
        return unixSeconds(blocks() - 1);
    }

    /// The number of the first block's L1 origin.
    public long firstEpoch() {
        return head.lastEpoch() - originBits.count() + (originBits.at(0) ? 1 : 0);
    }

    public long lastEpoch() {
        return head.lastEpoch();
    }

    /// Whether the block's L1 origin is another than that of the block before it.
    public boolean changesEpoch(int block) {
        return originBits.at(block);
    }

    public List<Bytes> transactions(int block) {
        return transactions.subList(firstOf[block], firstOf[block + 1]);
    }

    /// Of all blocks.
    public List<Bytes> allTransactions() {
        return transactions;
    }

    public boolean isOnParent(Hash32 hash) {
        return begins(hash, head.parentCheck());
    }

    public boolean endsOnOrigin(Hash32 hash) {
        return begins(hash, head.originCheck());
    }

    private static boolean begins(Hash32 hash, Bytes check) {
        return Bytes.copyOf(hash.toArray(), 0, CHECK_SIZE).equals(check);
    }
}

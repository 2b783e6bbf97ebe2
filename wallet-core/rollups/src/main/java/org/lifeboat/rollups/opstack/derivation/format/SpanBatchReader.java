package org.lifeboat.rollups.opstack.derivation.format;

import java.util.List;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;

/// Reads a span batch. Source: delta/span-batches, "Span Batch Format".
final class SpanBatchReader {
    private SpanBatchReader() {}

    /// @throws Malformed where nothing behind it can be read either
    /// @return refuted: its form is right, but a transaction in it is none
    static Answer<SpanBatch> read(ByteCursor cursor, SpanBatch.Chain chain) throws Malformed {
        long relative = cursor.varint();
        long lastEpoch = cursor.varint();
        Bytes parentCheck = cursor.bytes(SpanBatch.CHECK_SIZE);
        Bytes originCheck = cursor.bytes(SpanBatch.CHECK_SIZE);
        SpanBatch.Head head = new SpanBatch.Head(relative, lastEpoch, parentCheck, originCheck);
        int blocks = count(cursor);
        if (blocks == 0) {
            throw new Malformed("a span of no blocks");
        }
        BitList originBits = BitList.read(cursor, blocks);
        int[] firstOf = firstOf(cursor, blocks);
        Answer<List<Bytes>> transactions = SpanTransactions.read(cursor, firstOf[blocks], chain.id());
        return transactions.map(all -> new SpanBatch(head, chain, originBits, firstOf, all));
    }

    private static int[] firstOf(ByteCursor cursor, int blocks) throws Malformed {
        cursor.need(blocks); // a byte each at least
        int[] firstOf = new int[blocks + 1];
        for (int i = 0; i < blocks; i++) {
            firstOf[i + 1] = firstOf[i] + count(cursor);
            if (firstOf[i + 1] > SpanBatch.MOST_ELEMENTS) {
                throw new Malformed("more transactions than a span may have");
            }
        }
        return firstOf;
    }

    private static int count(ByteCursor cursor) throws Malformed {
        long count = cursor.varint();
        if (count < 0 || count > SpanBatch.MOST_ELEMENTS) {
            throw new Malformed("more elements than a span may have");
        }
        return (int) count;
    }
}

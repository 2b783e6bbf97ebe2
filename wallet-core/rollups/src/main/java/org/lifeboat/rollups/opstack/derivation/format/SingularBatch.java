package org.lifeboat.rollups.opstack.derivation.format;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;

/// One block's worth. Source: derivation, "Batch Format", version 0. Numbers are unsigned.
/// @param epochNumber of the L1 origin
/// @param transactions of the sequencer, as they stand in the block
public record SingularBatch(
        Hash32 parentHash, long epochNumber, Hash32 epochHash, long unixSeconds, List<Bytes> transactions)
        implements Batch {
    public static final int VERSION = 0;

    public SingularBatch {
        transactions = List.copyOf(transactions);
    }

    /// @param data read in place from `from` (inclusive) to `to` (exclusive), without the version
    static SingularBatch read(byte[] data, int from, int to) throws Malformed {
        try {
            RlpReader reader = RlpReader.of(data, from, to);
            RlpReader fields = reader.list();
            reader.end();
            Hash32 parent = fields.hash();
            long epoch = fields.integer(Long.BYTES).longValue();
            Hash32 epochHash = fields.hash();
            long time = fields.integer(Long.BYTES).longValue();
            RlpReader list = fields.list();
            fields.end();
            List<Bytes> transactions = new ArrayList<>();
            while (list.hasMore()) {
                transactions.add(list.bytes());
            }
            return new SingularBatch(parent, epoch, epochHash, time, transactions);
        } catch (RlpException e) {
            throw new Malformed("a batch that is none: " + e.reason());
        }
    }
}

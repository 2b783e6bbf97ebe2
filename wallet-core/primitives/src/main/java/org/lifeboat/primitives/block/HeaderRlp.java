package org.lifeboat.primitives.block;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.rlp.RlpWriter;

/// The RLP of a header.
final class HeaderRlp {
    private HeaderRlp() {}

    static Bytes write(BlockHeader h) {
        return new RlpWriter()
                .list(w -> {
                    w.hash(h.parentHash()).hash(h.ommersHash()).address(h.beneficiary());
                    w.hash(h.stateRoot()).hash(h.transactionsRoot()).hash(h.receiptsRoot());
                    w.bytes(h.logsBloom()).integer(h.difficulty()).integer(h.number());
                    w.integer(h.gasLimit().amount()).integer(h.gasUsed().amount());
                    w.integer(new BigInteger(Long.toUnsignedString(h.unixSeconds())));
                    w.bytes(h.extraData());
                    w.hash(h.mixHash()).bytes(h.nonce());
                    h.baseFeePerGas().ifPresent(fee -> w.integer(fee.value()));
                    h.withdrawalsRoot().ifPresent(w::hash);
                    h.blobGasUsed().ifPresent(gas -> w.integer(gas.amount()));
                    h.excessBlobGas().ifPresent(gas -> w.integer(gas.amount()));
                    h.parentBeaconBlockRoot().ifPresent(w::hash);
                    h.requestsHash().ifPresent(w::hash);
                })
                .toBytes();
    }

    static Answer<BlockHeader> read(Bytes encoded) {
        try {
            RlpReader reader = RlpReader.of(encoded);
            RlpReader fields = reader.list();
            reader.end();
            BlockHeader header = fields(fields);
            if (fields.hasMore()) {
                return new Answer.Unknown<>(
                        Answer.Cause.UPDATE_NEEDED, "a header with more fields than this program knows");
            }
            return new Answer.Proven<>(header);
        } catch (RlpException e) {
            return new Answer.Refuted<>("not a block header: " + e.reason());
        }
    }

    private static BlockHeader fields(RlpReader r) throws RlpException {
        return new BlockHeader(
                r.hash(),
                r.hash(),
                r.address(),
                r.hash(),
                r.hash(),
                r.hash(),
                r.bytes(BlockHeader.BLOOM_SIZE),
                r.integer(Hash32.SIZE),
                r.longInteger(),
                gas(r),
                gas(r),
                r.integer(Long.BYTES).longValue(),
                r.bytes(),
                r.hash(),
                r.bytes(BlockHeader.NONCE_SIZE),
                r.hasMore() ? Optional.of(new Wei(r.integer(Hash32.SIZE))) : Optional.empty(),
                r.hasMore() ? Optional.of(r.hash()) : Optional.empty(),
                r.hasMore() ? Optional.of(gas(r)) : Optional.empty(),
                r.hasMore() ? Optional.of(gas(r)) : Optional.empty(),
                r.hasMore() ? Optional.of(r.hash()) : Optional.empty(),
                r.hasMore() ? Optional.of(r.hash()) : Optional.empty());
    }

    private static Gas gas(RlpReader r) throws RlpException {
        return new Gas(r.longInteger());
    }
}

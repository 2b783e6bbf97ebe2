package org.lifeboat.rollups.opstack.derivation.format;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

/// Writes what a batcher writes, for tests that read it back.
public final class Written {
    private Written() {}

    public static Bytes frames(Frame... frames) {
        return BatcherData.transaction(List.of(frames));
    }

    public static Bytes channelId(int name) {
        byte[] id = new byte[Frame.CHANNEL_SIZE];
        id[0] = (byte) name;
        return Bytes.of(id);
    }

    /// One frame that is a whole channel.
    public static Bytes channel(int name, Bytes... batches) {
        return frames(new Frame(channelId(name), 0, zlib(content(batches)), true));
    }

    public static byte[] content(Bytes... batches) {
        return BatcherData.content(List.of(batches));
    }

    public static Bytes zlib(byte[] content) {
        return BatcherData.zlib(content);
    }

    public static Bytes singular(SingularBatch batch) {
        return BatcherData.singular(batch);
    }

    /// @param relative seconds of the first block since genesis
    /// @param changes for each block whether its origin is another than the block's before
    public static Bytes span(
            long relative,
            long lastEpoch,
            Hash32 parent,
            Hash32 origin,
            List<Boolean> changes,
            List<List<SignedTransaction>> blocks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(1);
        varint(out, relative);
        varint(out, lastEpoch);
        out.write(parent.toArray(), 0, SpanBatch.CHECK_SIZE);
        out.write(origin.toArray(), 0, SpanBatch.CHECK_SIZE);
        varint(out, blocks.size());
        bits(out, changes);
        blocks.forEach(block -> varint(out, block.size()));
        transactions(out, blocks.stream().flatMap(List::stream).toList());
        return Bytes.of(out.toByteArray());
    }

    private static void transactions(ByteArrayOutputStream out, List<SignedTransaction> all) {
        bits(
                out,
                all.stream()
                        .map(each -> each.transaction().recipient().isEmpty())
                        .toList());
        bits(out, all.stream().map(each -> each.signature().yParity() == 1).toList());
        for (SignedTransaction each : all) {
            EcdsaSignature signature = each.signature();
            out.writeBytes(Hash32.ofNumber(signature.r()).toArray());
            out.writeBytes(Hash32.ofNumber(signature.s()).toArray());
        }
        all.forEach(each -> each.transaction().recipient().ifPresent(to -> out.writeBytes(to.toArray())));
        all.forEach(each -> out.writeBytes(payload(each.transaction())));
        all.forEach(each -> varint(out, each.transaction().nonce().value()));
        all.forEach(each -> varint(out, each.transaction().gasLimit().amount()));
        bits(
                out,
                all.stream()
                        .filter(each -> each.transaction().type() == 0)
                        .map(each -> each.transaction().chain().isPresent())
                        .toList());
    }

    private static byte[] payload(Transaction transaction) {
        return switch (transaction) {
            case Transaction.Legacy tx ->
                new RlpWriter()
                        .list(w -> w.integer(tx.value().value())
                                .integer(tx.gasPrice().value())
                                .bytes(tx.data()))
                        .toArray();
            case Transaction.DynamicFee tx ->
                Bytes.of((byte) 2)
                        .plus(new RlpWriter()
                                .list(w -> w.integer(tx.value().value())
                                        .integer(tx.maxPriorityFeePerGas().value())
                                        .integer(tx.maxFeePerGas().value())
                                        .bytes(tx.data())
                                        .list(
                                                tx.accessList(),
                                                (outer, entry) -> outer.list(e -> e.address(entry.contract())
                                                        .list(entry.slots(), RlpWriter::hash))))
                                .toBytes())
                        .toArray();
            case Transaction.AccessListTx _, Transaction.Blob _, Transaction.SetCode _ ->
                throw new IllegalArgumentException("not written here");
        };
    }

    static void bits(ByteArrayOutputStream out, List<Boolean> bits) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < bits.size(); i++) {
            number = bits.get(i) ? number.setBit(i) : number;
        }
        int size = (bits.size() + 7) / 8;
        for (int i = size - 1; i >= 0; i--) {
            out.write(number.shiftRight(8 * i).intValue());
        }
    }

    static void varint(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (Long.compareUnsigned(rest, 0x80) >= 0) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /// The packing of ecotone/derivation, as that page writes it.
    public static Bytes blob(Bytes content) {
        byte[] in = new byte[BlobData.MOST + 4];
        in[1] = (byte) (content.size() >>> 16);
        in[2] = (byte) (content.size() >>> 8);
        in[3] = (byte) content.size();
        System.arraycopy(content.toArray(), 0, in, 4, content.size());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < in.length; at += 127) {
            int x = in[at + 31] & 0xff;
            int y = in[at + 63] & 0xff;
            int z = in[at + 95] & 0xff;
            out.write(x & 0x3f);
            out.write(in, at, 31);
            out.write((y & 0x0f) | (x & 0xc0) >> 2);
            out.write(in, at + 32, 31);
            out.write(z & 0x3f);
            out.write(in, at + 64, 31);
            out.write((z & 0xc0) >> 2 | (y & 0xf0) >> 4);
            out.write(in, at + 96, 31);
        }
        return Bytes.of(out.toByteArray());
    }
}

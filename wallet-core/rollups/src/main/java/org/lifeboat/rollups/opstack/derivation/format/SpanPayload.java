package org.lifeboat.rollups.opstack.derivation.format;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.rlp.RlpWriter;

/// The fields of a transaction that have no fixed size. Source: delta/span-batches, `tx_datas`;
/// isthmus/derivation, "Span Batch Updates".
///
/// Numbers are taken over as they are, however great: a transaction that no chain can execute makes its
/// block one of deposits only, which is not the same as no batch at all.
/// @param typed whether it has a type byte; one of 0 leads to no transaction there is
/// @param fields RLP of a list
record SpanPayload(int type, boolean typed, Bytes fields) {
    private static final BigInteger OLD_V = BigInteger.valueOf(27);
    private static final BigInteger CHAIN_V = BigInteger.valueOf(35);
    private static final int WORD = 32;
    /// Only a transaction of type 4 has numbers that are bounded where a batch is read.
    private static final int ANY = Integer.MAX_VALUE;

    /// What stands elsewhere in the batch.
    /// @param to empty where a contract is created
    /// @param bound whether it is bound to the chain (EIP-155); only a legacy transaction may not be
    record Rest(
            ChainId chain,
            BigInteger nonce,
            BigInteger gasLimit,
            Optional<Bytes> to,
            boolean bound,
            int parity,
            BigInteger r,
            BigInteger s) {}

    static SpanPayload read(ByteCursor cursor) throws Malformed {
        cursor.need(1);
        boolean typed = cursor.array()[cursor.position()] >= 0;
        int type = typed ? cursor.unsignedByte() : 0;
        int from = cursor.position();
        int end = SpanTransactions.itemEnd(cursor.array(), from, cursor.end());
        if (end - from > SpanBatch.MOST_ELEMENTS) {
            throw new Malformed("a transaction larger than a span may have");
        }
        cursor.moveTo(end);
        return new SpanPayload(type, typed, Bytes.copyOf(cursor.array(), from, end));
    }

    Bytes joined(Rest rest) throws RlpException {
        if (typed && type == 0) {
            throw new RlpException("a type byte of 0");
        }
        RlpReader in = RlpReader.of(fields).list();
        Bytes joined = switch (type) {
            case 0 -> legacy(in, rest);
            case 1, 2, 4 -> typed(in, rest);
            default -> throw new RlpException("type " + type);
        };
        in.end();
        return joined;
    }

    private static Bytes legacy(RlpReader in, Rest rest) throws RlpException {
        Bytes value = number(in, ANY);
        Bytes price = number(in, ANY);
        Bytes data = in.bytes();
        BigInteger parity = BigInteger.valueOf(rest.parity());
        BigInteger v = rest.bound()
                ? BigInteger.valueOf(rest.chain().value())
                        .shiftLeft(1)
                        .add(CHAIN_V)
                        .add(parity)
                : OLD_V.add(parity);
        return new RlpWriter()
                .list(out -> out.integer(rest.nonce())
                        .raw(price)
                        .integer(rest.gasLimit())
                        .bytes(rest.to().orElse(Bytes.EMPTY))
                        .raw(value)
                        .bytes(data)
                        .integer(v)
                        .integer(rest.r())
                        .integer(rest.s()))
                .toBytes();
    }

    private Bytes typed(RlpReader in, Rest rest) throws RlpException {
        if (type == 4 && rest.to().isEmpty()) {
            throw new RlpException("a transaction of type 4 that creates a contract");
        }
        int width = type == 4 ? WORD : ANY;
        Bytes value = number(in, width);
        Bytes price = number(in, width);
        Bytes second = type == 1 ? Bytes.EMPTY : number(in, width);
        Bytes data = in.bytes();
        Bytes access = accessList(in);
        Bytes authorizations = type == 4 ? authorizations(in) : Bytes.EMPTY;
        Bytes list = new RlpWriter()
                .list(out -> out.integer(rest.chain().value())
                        .integer(rest.nonce())
                        .raw(price)
                        .raw(second)
                        .integer(rest.gasLimit())
                        .bytes(rest.to().orElse(Bytes.EMPTY))
                        .raw(value)
                        .bytes(data)
                        .raw(access)
                        .raw(authorizations)
                        .integer(rest.parity())
                        .integer(rest.r())
                        .integer(rest.s()))
                .toBytes();
        return Bytes.of((byte) type).plus(list);
    }

    /// With its header, as it stands.
    private static Bytes number(RlpReader in, int width) throws RlpException {
        int from = in.position();
        in.integer(width);
        return in.since(from);
    }

    private static Bytes accessList(RlpReader in) throws RlpException {
        int from = in.position();
        RlpReader entries = in.list();
        while (entries.hasMore()) {
            RlpReader entry = entries.list();
            entry.address();
            RlpReader slots = entry.list();
            entry.end();
            while (slots.hasMore()) {
                slots.hash();
            }
        }
        return in.since(from);
    }

    private static Bytes authorizations(RlpReader in) throws RlpException {
        int from = in.position();
        RlpReader entries = in.list();
        while (entries.hasMore()) {
            RlpReader entry = entries.list();
            entry.integer(WORD);
            entry.address();
            entry.integer(Long.BYTES);
            entry.integer(1);
            entry.integer(WORD);
            entry.integer(WORD);
            entry.end();
        }
        return in.since(from);
    }
}

package org.lifeboat.rollups.opstack.derivation.format;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;

/// The transactions of a span batch, which stand there field by field, put together again. Source:
/// delta/span-batches, "Span Batch Format", `txs`.
final class SpanTransactions {
    private static final int WORD = 32;
    private static final int ADDRESS = 20;
    private static final int SIGNATURE = 2 * WORD;

    private final int count;
    private final BitList creates;
    private final BitList parities;
    private final int signatures;
    private final int recipients;
    private final List<SpanPayload> payloads;
    private final long[] nonces;
    private final long[] gasLimits;
    private final BitList isProtected;
    private final byte[] data;

    private SpanTransactions(ByteCursor cursor, int count) throws Malformed {
        this.count = count;
        this.data = cursor.array();
        this.creates = BitList.read(cursor, count);
        this.parities = BitList.read(cursor, count);
        this.signatures = skip(cursor, (long) count * SIGNATURE);
        this.recipients = skip(cursor, (long) (count - creates.count()) * ADDRESS);
        this.payloads = new ArrayList<>();
        int legacy = 0;
        for (int i = 0; i < count; i++) {
            SpanPayload payload = SpanPayload.read(cursor);
            payloads.add(payload);
            legacy += payload.type() == 0 ? 1 : 0;
        }
        this.nonces = numbers(cursor, count);
        this.gasLimits = numbers(cursor, count);
        this.isProtected = BitList.read(cursor, legacy);
    }

    static Answer<List<Bytes>> read(ByteCursor cursor, int count, ChainId chain) throws Malformed {
        SpanTransactions parts = new SpanTransactions(cursor, count);
        try {
            return new Answer.Proven<>(parts.joined(chain));
        } catch (RlpException e) {
            return new Answer.Refuted<>("a transaction of the span is none: " + e.reason());
        }
    }

    private static int skip(ByteCursor cursor, long size) throws Malformed {
        cursor.need(size);
        int from = cursor.position();
        cursor.moveTo(from + (int) size);
        return from;
    }

    private static long[] numbers(ByteCursor cursor, int count) throws Malformed {
        cursor.need(count);
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = cursor.varint();
        }
        return numbers;
    }

    private List<Bytes> joined(ChainId chain) throws RlpException {
        List<Bytes> transactions = new ArrayList<>(count);
        int legacy = 0;
        int recipient = recipients;
        for (int i = 0; i < count; i++) {
            SpanPayload payload = payloads.get(i);
            Optional<Bytes> to = Optional.empty();
            if (!creates.at(i)) {
                to = Optional.of(Bytes.copyOf(data, recipient, recipient + ADDRESS));
                recipient += ADDRESS;
            }
            boolean bound = payload.type() != 0 || isProtected.at(legacy++);
            transactions.add(payload.joined(new SpanPayload.Rest(
                    chain,
                    unsigned(nonces[i]),
                    unsigned(gasLimits[i]),
                    to,
                    bound,
                    parities.at(i) ? 1 : 0,
                    word(signatures + i * SIGNATURE),
                    word(signatures + i * SIGNATURE + WORD))));
        }
        return transactions;
    }

    private BigInteger word(int from) {
        return new BigInteger(1, data, from, WORD);
    }

    private static BigInteger unsigned(long number) {
        return number >= 0 ? BigInteger.valueOf(number) : new BigInteger(Long.toUnsignedString(number));
    }

    /// Where the payload at `from` ends.
    static int itemEnd(byte[] data, int from, int to) throws Malformed {
        try {
            RlpReader reader = RlpReader.of(data, from, to);
            reader.next();
            if (!reader.itemIsList()) {
                throw new Malformed("a transaction's fields are no list");
            }
            return reader.position();
        } catch (RlpException e) {
            throw new Malformed("a transaction cannot be read: " + e.reason());
        }
    }
}

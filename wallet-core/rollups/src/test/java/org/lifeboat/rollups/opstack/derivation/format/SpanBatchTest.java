package org.lifeboat.rollups.opstack.derivation.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

class SpanBatchTest {
    private static final ChainId ID = new ChainId(901);
    private static final SpanBatch.Chain CHAIN = new SpanBatch.Chain(ID, 1_000, 2);
    private static final Hash32 PARENT = Hash32.ofNumber(77);
    private static final Hash32 ORIGIN = Hash32.ofNumber(BigInteger.ONE.shiftLeft(255));

    /// A transaction of one of the kinds that spans pack differently.
    private static SignedTransaction transaction(int kind) {
        Optional<Address> to = kind % 3 == 0 ? Optional.empty() : Optional.of(Address.fromHex("0x" + "0a".repeat(20)));
        Bytes data = Bytes.of(new byte[kind % 70]);
        Transaction fields = switch (kind % 4) {
            case 0 ->
                new Transaction.Legacy(
                        Optional.of(ID), new Nonce(kind), Wei.of(kind), new Gas(21_000), to, Wei.of(5), data);
            case 1 ->
                new Transaction.Legacy(
                        Optional.empty(), new Nonce(300), Wei.of(1), new Gas(1L << 40), to, Wei.ZERO, data);
            default ->
                new Transaction.DynamicFee(
                        ID,
                        new Nonce(kind),
                        Wei.of(2),
                        Wei.of(9),
                        new Gas(50_000),
                        to,
                        Wei.of(1),
                        data,
                        List.of(new AccessListEntry(Address.ZERO, List.of(Hash32.ZERO))));
        };
        BigInteger r = Keccak256.hash(Bytes.of((byte) kind)).toNumber();
        return new SignedTransaction(fields, new EcdsaSignature(kind & 1, r, BigInteger.valueOf(kind)));
    }

    private static SpanBatch read(Bytes written) {
        ChannelBatches batches = new ChannelBatches(Written.content(written), CHAIN);
        return batches.next().orElseThrow() instanceof Answer.Proven<Batch>(SpanBatch batch) ? batch : fail("not read");
    }

    @Property(tries = 100)
    void whatWasWritten_isRead(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 6) Integer> counts,
            @ForAll @IntRange(max = 1_000_000) int relative,
            @ForAll boolean first) {
        List<List<SignedTransaction>> blocks = new ArrayList<>();
        List<Boolean> changes = new ArrayList<>();
        int kind = relative % 97;
        for (int count : counts) {
            List<SignedTransaction> block = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                block.add(transaction(kind++));
            }
            changes.add(changes.isEmpty() ? first : count % 2 == 0);
            blocks.add(block);
        }

        SpanBatch batch = read(Written.span(relative, 5_000, PARENT, ORIGIN, changes, blocks));

        assertThat(batch.blocks()).isEqualTo(blocks.size());
        assertThat(batch.unixSeconds()).isEqualTo(1_000L + relative);
        assertThat(batch.lastUnixSeconds()).isEqualTo(1_000L + relative + 2L * (blocks.size() - 1));
        assertThat(batch.lastEpoch()).isEqualTo(5_000);
        long later = changes.stream().skip(1).filter(changed -> changed).count();
        assertThat(batch.firstEpoch()).isEqualTo(5_000 - later);
        assertThat(batch.isOnParent(PARENT)).isTrue();
        assertThat(batch.isOnParent(ORIGIN)).isFalse();
        assertThat(batch.endsOnOrigin(ORIGIN)).isTrue();
        for (int i = 0; i < blocks.size(); i++) {
            assertThat(batch.changesEpoch(i)).isEqualTo(changes.get(i));
            assertThat(batch.transactions(i))
                    .isEqualTo(blocks.get(i).stream()
                            .map(SignedTransaction::encoded)
                            .toList());
        }
    }

    @Test
    void everyCut_isRefused() {
        Bytes whole = Written.span(
                0, 1, PARENT, ORIGIN, List.of(true, false), List.of(List.of(transaction(2)), List.of(transaction(4))));
        for (int size = 1; size < whole.size(); size++) {
            ChannelBatches cut = new ChannelBatches(Written.content(whole.slice(0, size)), CHAIN);
            assertThat(cut.next()).as("%d bytes", size).isEmpty();
        }
        assertThat(read(whole.plus(Bytes.of((byte) 1))).blocks()).isEqualTo(2);
    }

    private static Bytes head(long blocks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(1);
        out.writeBytes(new byte[2 + 2 * SpanBatch.CHECK_SIZE]);
        Written.varint(out, blocks);
        return Bytes.of(out.toByteArray());
    }

    @Test
    void countsThatPromiseMoreThanThereIs_areRefused_beforeAnythingIsKeptForThem() {
        for (long blocks : new long[] {0, 9_999_999, 10_000_001, Long.MAX_VALUE, -1}) {
            assertThat(new ChannelBatches(Written.content(head(blocks)), CHAIN).next())
                    .as("%d blocks", blocks)
                    .isEmpty();
        }
        // One block, with ten million transactions of which not one is there.
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(1).toArray());
        out.write(1);
        Written.varint(out, 10_000_000);
        assertThat(new ChannelBatches(Written.content(Bytes.of(out.toByteArray())), CHAIN).next())
                .isEmpty();
    }

    @Test
    void bitsBeyondTheList_areRefused() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(1).toArray());
        out.write(2);
        out.write(0);
        assertThat(new ChannelBatches(Written.content(Bytes.of(out.toByteArray())), CHAIN).next())
                .isEmpty();
    }

    @Test
    void aTransactionThatIsNone_takesItsBatchWithIt_butNotTheNext() {
        SignedTransaction one = transaction(2);
        byte[] bad = Written.span(0, 1, PARENT, ORIGIN, List.of(true), List.of(List.of(one)))
                .toArray();
        // The type byte stands behind head, counts, two lists of a bit, the signature and the recipient.
        int at = 1 + 2 + 40 + 1 + 1 + 1 + 1 + 1 + 64 + 20;
        assertThat(bad[at]).isEqualTo((byte) 2);
        bad[at] = 3;
        Bytes good = Written.span(0, 1, PARENT, ORIGIN, List.of(true), List.of(List.of(one)));
        ChannelBatches batches = new ChannelBatches(Written.content(Bytes.of(bad), good), CHAIN);

        assertThat(batches.next())
                .hasValueSatisfying(answer -> assertThat(answer).isInstanceOf(Answer.Refuted.class));
        assertThat(batches.next())
                .hasValueSatisfying(answer -> assertThat(answer).isInstanceOf(Answer.Proven.class));
    }
}

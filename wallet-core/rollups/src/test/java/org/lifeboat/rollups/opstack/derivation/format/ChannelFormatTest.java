package org.lifeboat.rollups.opstack.derivation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// Frames, compression and the row of batches, with all that a batcher could do to them.
class ChannelFormatTest {
    private static final Bytes ID = Written.channelId(1);
    private static final SpanBatch.Chain CHAIN = new SpanBatch.Chain(new ChainId(901), 1_000, 2);

    /// "lifeboat " two hundred times, as Node's brotli writes it, behind the channel's version byte.
    private static final Bytes BROTLI = Bytes.fromHex("0x011b0707f88d54b5bf0c13a32b90b712c4b5624002e75a03");

    private static Frame frame(int number, boolean last) {
        return new Frame(ID, number, Bytes.of((byte) number), last);
    }

    @Test
    void frames_areReadAllOrNone() {
        Bytes two = Written.frames(frame(0, false), frame(1, true));

        assertThat(Frame.readAll(two)).isEqualTo(new Answer.Proven<>(List.of(frame(0, false), frame(1, true))));
        assertThat(Frame.readAll(two.slice(0, two.size() - 1))).isInstanceOf(Answer.Refuted.class);
        assertThat(Frame.readAll(two.plus(Bytes.of((byte) 0)))).isInstanceOf(Answer.Refuted.class);
        assertThat(Frame.readAll(Bytes.EMPTY)).isInstanceOf(Answer.Refuted.class);
        assertThat(Frame.readAll(Bytes.of((byte) 0))).isInstanceOf(Answer.Refuted.class);
        assertThat(Frame.readAll(Bytes.of((byte) 1).plus(two.slice(1, two.size()))))
                .isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void frameOfMoreThanAllowed_isRefused_beforeAnythingIsKeptForIt() {
        byte[] claimed = Written.frames(frame(0, true)).toArray();
        claimed[19] = 0x7f;

        assertThat(Frame.readAll(Bytes.of(claimed)))
                .isEqualTo(new Answer.Refuted<>("frame 0: 2130706433 bytes of data where 1000000 are allowed"));
    }

    @Test
    void frameThatIsNeitherLastNorNot_isRefused() {
        byte[] frames = Written.frames(frame(0, true)).toArray();
        frames[frames.length - 1] = 2;

        assertThat(Frame.readAll(Bytes.of(frames))).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void smallChannelThatIsALargeOne_isCutAtTheLimit() {
        Bytes bomb = Written.zlib(new byte[3_000_000]);

        assertThat(bomb.size()).isLessThan(4_000);
        assertThat(decompressed(bomb, 1_000_000)).hasSize(1_000_000);
        assertThat(decompressed(bomb, 3_000_000)).hasSize(3_000_000);
        assertThat(decompressed(bomb, 4_000_000)).hasSize(3_000_000);
    }

    @Test
    void whatStandsBeforeABreak_counts() {
        byte[] content = new byte[200_000];
        new Random(7).nextBytes(content);
        Bytes whole = Written.zlib(content);
        byte[] cut = decompressed(whole.slice(0, whole.size() / 2), 1_000_000);
        byte[] noise = whole.toArray();
        noise[noise.length / 2] ^= 0x55;
        byte[] broken = decompressed(Bytes.of(noise), 1_000_000);

        assertThat(cut).hasSizeGreaterThan(1_000);
        assertThat(content).startsWith(cut);
        assertThat(Arrays.copyOf(broken, 1_000)).isEqualTo(Arrays.copyOf(content, 1_000));
    }

    @Test
    void nothingOfAKnownForm_isRefused() {
        assertThat(ChannelData.decompress(Bytes.EMPTY, 100, true)).isInstanceOf(Answer.Refuted.class);
        assertThat(ChannelData.decompress(Bytes.of((byte) 2, (byte) 3), 100, true))
                .isInstanceOf(Answer.Refuted.class);
        assertThat(ChannelData.decompress(Bytes.of((byte) 0x78, (byte) 3), 100, true))
                .isInstanceOf(Answer.Refuted.class);
    }

    /// Others hand out what they have read before the break; the decoder here has it and does not tell.
    @Test
    void brotliThatBreaks_isNotGuessed() {
        byte[] noise = BROTLI.toArray();
        noise[noise.length / 2] ^= 0x55;
        for (Bytes broken : List.of(
                BROTLI.slice(0, BROTLI.size() - 1),
                BROTLI.slice(0, BROTLI.size() / 2),
                Bytes.of((byte) 1, (byte) 0xff, (byte) 0xff))) {
            assertThat(ChannelData.decompress(broken, 5_000, true))
                    .as("%s", broken)
                    .isInstanceOf(Answer.Unknown.class);
        }
        assertThat(ChannelData.decompress(Bytes.of(noise), 5_000, true)).isNotInstanceOf(Answer.Refuted.class);
    }

    @Test
    void brotli_isReadSinceFjord() {
        assertThat(ChannelData.decompress(BROTLI, 100, false)).isEqualTo(new Answer.Refuted<>("brotli before Fjord"));
        assertThat(new String(decompressed(BROTLI, 5_000), StandardCharsets.US_ASCII))
                .isEqualTo("lifeboat ".repeat(200));
        assertThat(decompressed(BROTLI, 10)).hasSize(10);
    }

    private static byte[] decompressed(Bytes channel, int most) {
        return ChannelData.decompress(channel, most, true) instanceof Answer.Proven<byte[]>(byte[] data)
                ? data
                : new byte[0];
    }

    @Test
    void batchesBeforeOneThatIsNone_count_thoseBehindDoNot() {
        SingularBatch good = new SingularBatch(Hash32.ZERO, 1, Hash32.ZERO, 2, List.of(Bytes.of((byte) 9)));
        Bytes unknown = Bytes.of((byte) 7, (byte) 7);
        byte[] data = Written.content(Written.singular(good), unknown, Written.singular(good));
        ChannelBatches batches = new ChannelBatches(data, CHAIN);

        assertThat(batches.next()).hasValue(new Answer.Proven<>(good));
        assertThat(batches.next()).isEmpty();
        assertThat(batches.next()).isEmpty();
    }

    @Test
    void bytesBehindASingularBatch_makeItNone() {
        Bytes longer = Written.singular(new SingularBatch(Hash32.ZERO, 1, Hash32.ZERO, 2, List.of()))
                .plus(Bytes.of((byte) 1));

        assertThat(new ChannelBatches(Written.content(longer), CHAIN).next()).isEmpty();
    }
}

package org.lifeboat.rollups.opstack.derivation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;

class BlobDataTest {
    @Property(tries = 60)
    void whatWasPacked_isUnpacked(@ForAll @Size(max = 1_000) byte[] content) {
        assertThat(BlobData.decode(Written.blob(Bytes.of(content)))).isEqualTo(new Answer.Proven<>(Bytes.of(content)));
    }

    @Property(tries = 60)
    void aPackedBlob_isTheOneThatOthersPack(@ForAll @Size(max = 1_000) byte[] content) {
        assertThat(BlobData.encode(Bytes.of(content))).isEqualTo(Written.blob(Bytes.of(content)));
    }

    @Test
    void theMostThatFits_isUnpacked() {
        byte[] content = new byte[BlobData.MOST];
        Arrays.fill(content, (byte) 0xff);

        assertThat(BlobData.decode(Written.blob(Bytes.of(content)))).isEqualTo(new Answer.Proven<>(Bytes.of(content)));
    }

    @Test
    void anotherVersion_orMoreThanFits_orAnotherSize_isRefused() {
        byte[] version = Written.blob(Bytes.EMPTY).toArray();
        version[1] = 1;
        byte[] length = Written.blob(Bytes.EMPTY).toArray();
        length[2] = (byte) 0xff;

        assertThat(BlobData.decode(Bytes.of(version))).isInstanceOf(Answer.Refuted.class);
        assertThat(BlobData.decode(Bytes.of(length))).isInstanceOf(Answer.Refuted.class);
        assertThat(BlobData.decode(Bytes.of(new byte[32]))).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void anythingBehindTheEnd_isRefused() {
        byte[] near = Written.blob(Bytes.of((byte) 7)).toArray();
        near[20] = 1;
        byte[] far = Written.blob(Bytes.of((byte) 7)).toArray();
        far[far.length - 1] = 1;

        assertThat(BlobData.decode(Bytes.of(near))).isInstanceOf(Answer.Refuted.class);
        assertThat(BlobData.decode(Bytes.of(far))).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void aNumberWithItsHighestBits_isRefused() {
        byte[] blob = Written.blob(Bytes.of(new byte[200])).toArray();
        blob[32] = 0x40;

        assertThat(BlobData.decode(Bytes.of(blob))).isInstanceOf(Answer.Refuted.class);
    }
}

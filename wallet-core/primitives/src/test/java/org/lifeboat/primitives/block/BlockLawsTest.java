package org.lifeboat.primitives.block;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;

class BlockLawsTest {
    @Property
    void garbage_isAnOutcome(@ForAll byte[] garbage) {
        assertThat(Receipt.decode(Bytes.of(garbage))).isNotInstanceOf(Answer.Proven.class);
        assertThat(BlockHeader.fromRlp(Bytes.of(garbage))).isNotInstanceOf(Answer.Proven.class);
    }
}

package org.lifeboat.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlayChainTest {
    /// A change of this number would make strangers of all play profiles.
    @Test
    void id_isMadeFromTheSentence() {
        assertThat(PlayChain.ID.value()).isEqualTo(160_463_892_346_524L).isLessThan(4_503_599_627_370_476L);
    }
}

package org.lifeboat.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Keccak256Test {
    @Test
    void digest_ofNothing_isTheKnownConstant() {
        // Yellow Paper, appendix: KEC(()), the code hash of an account without code.
        assertThat(Keccak256.hash(new byte[0]).toHex())
                .isEqualTo("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    }
}

package org.lifeboat.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Keccak256Test {
    @Test
    void digest_ofNothing_isTheKnownConstant() {
        // Yellow Paper, appendix: KEC(()), the code hash of an account without code.
        assertThat(Keccak256.hash(new byte[0]).toHex())
                .isEqualTo("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    }

    @Test
    void hash_ofAnEventSignature_isItsTopic() {
        // ERC-20, the topic of Transfer(address,address,uint256).
        Bytes signature = Bytes.of("Transfer(address,address,uint256)".getBytes(StandardCharsets.US_ASCII));
        assertThat(Keccak256.hash(signature).toHex())
                .isEqualTo("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");
    }

    // The edges of a block of 136 bytes, and of a lane of 8.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 127, 128, 135, 136, 137, 271, 272, 273})
    void digest_ofASlice_isTheDigestOfItsCopy(int length) {
        byte[] whole = new byte[300];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (byte) (i * 31);
        }
        byte[] copy = new byte[length];
        System.arraycopy(whole, 13, copy, 0, length);

        assertThat(Keccak256.digest(whole, 13, length)).isEqualTo(Keccak256.digest(copy));
    }
}

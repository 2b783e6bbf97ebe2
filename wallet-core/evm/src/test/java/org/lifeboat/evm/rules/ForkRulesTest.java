package org.lifeboat.evm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForkRulesTest {
    @Test
    void tables_haveAColumnForEachFork() {
        int instructions = 4 + Fork.values().length;
        int limits = 1 + Fork.values().length;

        assertThat(InstructionTable.TEXT.lines()).allMatch(line -> cells(line) == instructions);
        assertThat(LimitTable.TEXT.lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> cells(line) == limits);
    }

    @Test
    void osaka_addsClz() {
        assertThat(Arrays.stream(Fork.values()).filter(fork -> fork.rules().defines(0x1e)))
                .containsExactly(Fork.OSAKA);
    }

    @Test
    void blobBaseFee_isOneUpToTheTarget_andRises() {
        BlobSchedule cancun = Fork.CANCUN.rules().blobs();

        assertThat(cancun.baseFee(0)).isEqualTo(BigInteger.ONE);
        // EIP-4844's own helper, computed with the excess of ten full blocks.
        assertThat(cancun.baseFee(10 * 3 * BlobSchedule.GAS_PER_BLOB)).isEqualTo(BigInteger.valueOf(3));
    }

    private static int cells(String line) {
        return line.trim().split(" +").length;
    }
}

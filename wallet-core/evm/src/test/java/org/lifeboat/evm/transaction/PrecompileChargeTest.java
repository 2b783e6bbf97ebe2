package org.lifeboat.evm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.evm.precompile.Precompile;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;

/// A precompiled contract is asked its price on the caller's own memory; only what is paid for is copied.
class PrecompileChargeTest {
    private static final Address CONTRACT = Address.fromHex("0x2000000000000000000000000000000000000002");

    /// Calls 0x02 with 50,000 gas and the 1,000,000 bytes of memory from 64 on.
    private static final String CALLER = "5f5f620f424060405f600261c350f100";

    @ParameterizedTest
    @CsvSource({"50000, true", "50001, false"})
    void input_isCopiedOnceItIsPaidFor_andNotBefore(long price, boolean runs) {
        List<String> seen = new ArrayList<>();
        Precompile priced = new Precompile() {
            @Override
            public long gas(byte[] data, int offset, int size) {
                seen.add("asked at " + offset + " for " + size);
                return price;
            }

            @Override
            public Optional<byte[]> run(byte[] input) {
                seen.add("ran on " + input.length);
                return Optional.of(new byte[0]);
            }
        };
        Precompiles precompiles = Precompiles.of(Fork.OSAKA.rules()).with(2, priced);

        new World().contract(CONTRACT, CALLER).with(precompiles).call(Fork.OSAKA, CONTRACT, Optional.empty());

        assertThat(seen.getFirst()).isEqualTo("asked at 64 for 1000000");
        assertThat(seen.contains("ran on 1000000")).isEqualTo(runs);
    }
}

package org.lifeboat.engine.chaincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.derivation.Upgrades;
import org.lifeboat.rollups.opstack.execution.OpFork;

class UpgradeBookTest {
    private final Upgrades upgrades = UpgradeBook.bundled();

    /// SHA-256 of the fork's transactions one after the other, as op-node 1.19.6 encodes them
    /// (`EcotoneNetworkUpgradeTransactions` and its like).
    @ParameterizedTest
    @CsvSource({
        "ECOTONE, 6, 1a6c1f9017fe3740d322b323ac0667bfa1f1d1ffbee2b53a3c21a4a8557a8730",
        "FJORD, 3, 94cb3347cd2f5248c72e7c68cf8f654dfb6ea4a0501f1100108490764058985c",
        "ISTHMUS, 8, a1d94c0006d84bc3bd23ef3753262c975cecd1a3a1946daf819e3240b7645ee9",
        "JOVIAN, 5, 9f7c2c819941619d2f920da1daac9c9a0833e156710392cdd45b58c0c45fc1c5"
    })
    void aForksTransactions_areThoseOfOpNode_byteForByte(OpFork fork, int count, String hash) throws Exception {
        List<Bytes> encoded = upgrades.deposits(fork).orElseThrow();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        encoded.forEach(each -> digest.update(each.toArray()));

        assertThat(encoded).hasSize(count);
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(hash);
    }

    /// Source hash of the first: specification, ecotone/derivation.md, "L1Block Deployment".
    @Test
    void theSourceHash_isTheOneOfTheSpecification() {
        assertThat(upgrades.deposits(OpFork.ECOTONE).orElseThrow().getFirst().toHex())
                .contains("877a6077205782ea15a6dc8699fa5ebcec5e0f4389f09cb8eda09488231346f8");
    }

    @Test
    void karst_hasItsThirtyOne_andEveryForkItsSource() {
        assertThat(upgrades.deposits(OpFork.KARST).orElseThrow()).hasSize(31);
        assertThat(upgrades.deposits(OpFork.GRANITE)).as("begins with none").isEmpty();
        assertThat(UpgradeBook.document().forks())
                .allSatisfy(fork -> assertThat(fork.sources()).isNotEmpty());
    }
}

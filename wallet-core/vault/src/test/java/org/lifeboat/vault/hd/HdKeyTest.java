package org.lifeboat.vault.hd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Hex;
import org.lifeboat.vault.Secret;

class HdKeyTest {
    @Test
    void firstOfficialVector_derivesOnBothImplementations() {
        for (Secp256k1 curve : Secp256k1.all()) {
            Secret seed = Secret.take(Hex.decode("0x000102030405060708090a0b0c0d0e0f"));
            try (HdKey root = HdKey.master(seed, curve).orElseThrow();
                    HdKey child = root.derive(DerivationPath.parse("m/0'/1/2h").orElseThrow())
                            .orElseThrow()) {
                // BIP-32, test vector 1, decoded from the extended keys of m and m/0H/1/2H.
                assertThat(root.privateKey().with(Hex::encode))
                        .isEqualTo("0xe8f32e723decf4051aefac8e2c93c9c5b214313817cdb01a1494b917c8436b35");
                assertThat(child.privateKey().with(Hex::encode))
                        .isEqualTo("0xcbce0d719ecf7431d88e6a89fa1483e02e35092af60c042b1df2ff59fa424dca");
            }
        }
    }

    @Test
    void paths_areReadStrictly() {
        for (String good : new String[] {"m", "m/0", "m/44'/60'/0'/0/0", "m/2147483647'"}) {
            assertThat(DerivationPath.parse(good)).as(good).isPresent();
        }
        for (String bad :
                new String[] {"", "M/0", "m/", "m/2147483648", "m/-1", "m//1", "m/1''", "/1", "m/99999999999"}) {
            assertThat(DerivationPath.parse(bad)).as(bad).isEmpty();
        }
        assertThat(DerivationPath.parse("m/1h/2").orElseThrow()).hasToString("m/1'/2");
    }
}

package org.lifeboat.vault.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Hex;
import org.lifeboat.vault.Secret;

class KeystoreTest {
    private static final Secp256k1 CURVE = Secp256k1.preferred();

    /// The shape of go-ethereum's vector for a key of 31 bytes, which runs fast (n = 2).
    private static final String LIGHT = """
            {"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"e0c41130a323adc1446fc82f724bca2f"},
            "ciphertext":"9517cd5bdbe69076f9bf5057248c6c050141e970efa36ce53692d5d59a3984","kdf":"scrypt",
            "kdfparams":{"dklen":32,"n":2,"r":8,"p":1,
            "salt":"711f816911c92d649fb4c84b047915679933555030b3552c1212609b38208c63"},
            "mac":"d5e116151c6aa71470e67a7d42c9620c75c4d23229847dcc127794f0732b0db5"},
            "id":"fecfc4ce-e956-48fd-953b-30f8b52ed66c","version":3}""";

    private static KeystoreReading read(String json, String password) {
        return Keystore.read(json.getBytes(StandardCharsets.UTF_8), Secret.take(password.toCharArray()), CURVE);
    }

    @Test
    void shortKey_isFilledWithLeadingZeros() {
        var opened = (KeystoreReading.Opened) read(LIGHT, "foo");

        assertThat(opened.key().with(Hex::encode))
                .isEqualTo("0x00fa7b3db73dc7dfdf8c5fbdb796d741e4488628c41fc4febd9160a866ba0f35");
    }

    @Test
    void anotherPassword_isTold() {
        assertThat(read(LIGHT, "bar")).isInstanceOf(KeystoreReading.WrongPassword.class);
    }

    @Test
    void written_isReadBack() {
        Secret key = Secret.take(Hex.decode("0x" + "42".repeat(32)));
        byte[] json = Keystore.write(key, Secret.take("pass".toCharArray()), CURVE, new SecureRandom());

        var opened = (KeystoreReading.Opened) Keystore.read(json, Secret.take("pass".toCharArray()), CURVE);

        assertThat(opened.key().matches(key)).isTrue();
    }

    @Test
    void traps_areRefusedBeforeAnyWork() {
        for (String trap : List.of(
                LIGHT.replace("\"n\":2,", "\"n\":1073741824,"),
                LIGHT.replace("\"n\":2,", "\"n\":16777216,"),
                LIGHT.replace("\"p\":1,", "\"p\":100000,"),
                LIGHT.replace("\"dklen\":32", "\"dklen\":2000000000"))) {
            assertThat(read(trap, "foo")).as(trap).isInstanceOf(KeystoreReading.TooCostly.class);
        }
    }

    @Test
    void brokenFiles_areNamedForWhatTheyAre() {
        for (String broken : List.of(
                "",
                "{",
                "[]",
                LIGHT.replace("\"n\":2,", "\"n\":3,"),
                LIGHT.replace("\"n\":2,", ""),
                LIGHT.replace("e0c4", "zzzz"),
                LIGHT.replace("\"id\"", "\"address\":\"00\",\"id\""))) {
            assertThat(read(broken, "foo")).as(broken).isInstanceOf(KeystoreReading.Malformed.class);
        }
        for (String unknown : List.of(
                "{}",
                LIGHT.replace("\"version\":3", "\"version\":4"),
                LIGHT.replace("aes-128-ctr", "rot13"),
                LIGHT.replace("\"scrypt\"", "\"bcrypt\""))) {
            assertThat(read(unknown, "foo")).as(unknown).isInstanceOf(KeystoreReading.Unsupported.class);
        }
        assertThat(read(LIGHT.replace("\"id\"", "\"address\":\"" + "00".repeat(20) + "\",\"id\""), "foo"))
                .isInstanceOf(KeystoreReading.OtherAddress.class);
    }
}

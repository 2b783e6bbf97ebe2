package org.lifeboat.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.tx.EcdsaSignature;

class Secp256k1Test {
    private static final BigInteger ORDER = EcdsaSignature.CURVE_ORDER;
    private static final byte[] ONE = number(BigInteger.ONE);
    private static final Hash32 DIGEST = Keccak256.hash(new byte[] {1, 2, 3});

    static List<Secp256k1> implementations() {
        return Secp256k1.all();
    }

    @Test
    void all_findsTheNativeLibraryHere() {
        assertThat(implementations())
                .extracting(Secp256k1::implementation)
                .containsExactly("libsecp256k1", "Bouncy Castle");
        assertThat(Secp256k1.preferred().implementation()).isEqualTo("libsecp256k1");
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void publicKey_ofOne_isTheGenerator(Secp256k1 curve) {
        // SEC 2 version 2, section 2.4.1, G in uncompressed form.
        assertThat(Hex.encode(curve.publicKey(ONE)))
                .isEqualTo("0x0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
                        + "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8");
        assertThat(curve.addressOfKey(ONE).toHex()).isEqualTo("0x7e5f4552091a69125d5dfcb7b8c2659029395bdf");
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void isValidKey_holdsTheEdgesOfTheRange(Secp256k1 curve) {
        assertThat(curve.isValidKey(new byte[32])).isFalse();
        assertThat(curve.isValidKey(ONE)).isTrue();
        assertThat(curve.isValidKey(number(ORDER.subtract(BigInteger.ONE)))).isTrue();
        assertThat(curve.isValidKey(number(ORDER))).isFalse();
        assertThat(curve.isValidKey(number(ORDER.add(BigInteger.ONE)))).isFalse();
        assertThat(curve.isValidKey(new byte[31])).isFalse();
        assertThat(curve.isValidKey(new byte[33])).isFalse();
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void sign_withABadKey_isRefusedWithoutNamingIt(Secp256k1 curve) {
        byte[] zero = new byte[32];
        assertThatThrownBy(() -> curve.sign(DIGEST.toArray(), zero))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a private key");
        assertThatThrownBy(() -> curve.sign(new byte[31], ONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void sign_changesNeitherKeyNorDigest(Secp256k1 curve) {
        byte[] key = Keccak256.digest(new byte[] {9});
        byte[] digest = DIGEST.toArray();

        EcdsaSignature signature = curve.sign(digest, key);
        curve.addScalar(key, number(BigInteger.TWO));

        assertThat(key).isEqualTo(Keccak256.digest(new byte[] {9}));
        assertThat(digest).isEqualTo(DIGEST.toArray());
        assertThat(curve.recover(DIGEST, signature)).contains(curve.addressOfKey(key));
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void recover_ofScalarsOutOfRange_findsNobody(Secp256k1 curve) {
        EcdsaSignature good = curve.sign(DIGEST.toArray(), ONE);
        List<EcdsaSignature> bad = List.of(
                new EcdsaSignature(0, BigInteger.ZERO, good.s()),
                new EcdsaSignature(0, good.r(), BigInteger.ZERO),
                new EcdsaSignature(0, ORDER, good.s()),
                new EcdsaSignature(0, good.r(), ORDER),
                // 5 is no x-coordinate of a point: 5^3 + 7 = 132 is not a square modulo p.
                new EcdsaSignature(0, BigInteger.valueOf(5), good.s()));
        for (EcdsaSignature signature : bad) {
            assertThat(curve.recover(DIGEST, signature)).isEmpty();
            assertThat(curve.verify(DIGEST, signature, curve.publicKey(ONE))).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void highS_isRecoveredAndVerified(Secp256k1 curve) {
        EcdsaSignature low = curve.sign(DIGEST.toArray(), ONE);
        EcdsaSignature high = new EcdsaSignature(1 - low.yParity(), low.r(), ORDER.subtract(low.s()));

        assertThat(high.isLowS()).isFalse();
        assertThat(curve.recover(DIGEST, high)).contains(curve.addressOfKey(ONE));
        assertThat(curve.verify(DIGEST, high, curve.publicKey(ONE))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void verify_ofAnotherDigestKeyOrSignature_fails(Secp256k1 curve) {
        EcdsaSignature signature = curve.sign(DIGEST.toArray(), ONE);
        EcdsaSignature other =
                new EcdsaSignature(0, signature.r(), signature.s().xor(BigInteger.ONE));
        byte[] offCurve = curve.publicKey(ONE);
        offCurve[64] ^= 1;

        assertThat(curve.verify(DIGEST, signature, curve.publicKey(ONE))).isTrue();
        assertThat(curve.verify(Hash32.ZERO, signature, curve.publicKey(ONE))).isFalse();
        assertThat(curve.verify(DIGEST, other, curve.publicKey(ONE))).isFalse();
        assertThat(curve.verify(DIGEST, signature, curve.publicKey(number(BigInteger.TWO))))
                .isFalse();
        assertThat(curve.verify(DIGEST, signature, offCurve)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void decompress_takesTwoFormsOnly(Secp256k1 curve) {
        byte[] whole = curve.publicKey(number(BigInteger.TEN));
        byte[] hybrid = whole.clone();
        hybrid[0] = (byte) (6 + (whole[64] & 1));
        byte[] noPoint = new byte[33];
        noPoint[0] = 2;
        noPoint[32] = 5;

        assertThat(curve.decompress(Secp256k1.compress(whole))).contains(whole);
        assertThat(curve.decompress(whole)).contains(whole);
        assertThat(curve.decompress(hybrid)).isEmpty();
        assertThat(curve.decompress(noPoint)).isEmpty();
        assertThat(curve.decompress(new byte[0])).isEmpty();
        assertThat(curve.decompress(new byte[1])).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void addScalar_atTheEdges(Secp256k1 curve) {
        byte[] last = number(ORDER.subtract(BigInteger.ONE));
        byte[] two = number(BigInteger.TWO);

        assertThat(curve.addScalar(last, ONE)).isEmpty();
        assertThat(curve.addScalar(last, two)).contains(ONE);
        assertThat(curve.addScalar(ONE, new byte[32])).contains(ONE);
        assertThat(curve.addScalar(ONE, number(ORDER))).isEmpty();
        assertThat(curve.addScalarToPublicKey(curve.publicKey(last), ONE)).isEmpty();
        assertThat(curve.addScalarToPublicKey(curve.publicKey(ONE), ONE)).contains(curve.publicKey(two));
        assertThat(curve.addScalarToPublicKey(curve.publicKey(ONE), number(ORDER)))
                .isEmpty();
    }

    @Test
    void bothImplementations_agreeOnRandomInput() {
        Secp256k1 first = implementations().getFirst();
        Secp256k1 second = implementations().getLast();
        Random random = new Random(20261121);
        for (int i = 0; i < 300; i++) {
            byte[] key = random(random);
            byte[] scalar = random(random);
            Hash32 digest = Hash32.of(random(random));
            byte[] publicKey = first.publicKey(key);
            EcdsaSignature signature = first.sign(digest.toArray(), key);

            assertThat(second.publicKey(key)).isEqualTo(publicKey);
            assertThat(second.sign(digest.toArray(), key)).isEqualTo(signature);
            assertThat(signature.isLowS()).isTrue();
            assertThat(second.recoverPublicKey(digest, signature)).contains(publicKey);
            assertThat(second.verify(digest, signature, publicKey)).isTrue();
            assertThat(second.addScalar(key, scalar))
                    .contains(first.addScalar(key, scalar).orElseThrow());
            assertThat(second.addScalarToPublicKey(publicKey, scalar))
                    .contains(first.addScalarToPublicKey(publicKey, scalar).orElseThrow());
            assertThat(second.decompress(Secp256k1.compress(publicKey))).contains(publicKey);
        }
    }

    @Test
    void bothImplementations_agreeOnRandomSignatures() {
        Secp256k1 first = implementations().getFirst();
        Secp256k1 second = implementations().getLast();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Hash32 digest = Hash32.of(random(random));
            EcdsaSignature signature =
                    new EcdsaSignature(i % 2, new BigInteger(1, random(random)), new BigInteger(1, random(random)));
            assertThat(first.recover(digest, signature)).isEqualTo(second.recover(digest, signature));
        }
    }

    private static byte[] random(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] number(BigInteger value) {
        return Hash32.ofNumber(value).toArray();
    }
}

package org.lifeboat.crypto.kzg;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import supranational.blst.P1;
import supranational.blst.P1_Affine;
import supranational.blst.P2;
import supranational.blst.P2_Affine;
import supranational.blst.PT;

/// Checks that a committed polynomial has a given value at a given point.
public final class Kzg {
    /// Source: EIP-4844, "Parameters", `BLS_MODULUS`.
    public static final BigInteger MODULUS =
            new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);

    public static final int COMMITMENT_SIZE = 48;

    private static final int NUMBER_SIZE = 32;

    /// The secret of the setup times the generator of G2. Source: the KZG ceremony's `trusted_setup_4096.json`,
    /// `g2_monomial[1]` (ethereum/c-kzg-4844, `src/trusted_setup.txt`, the second point of G2). Since: Cancun.
    private static final P2_Affine SECRET_G2 = new P2_Affine(
            HexFormat.of()
                    .parseHex(
                            "b5bfd7dd8cdeb128843bc287230af38926187075cbfbefa81009a2ce615ac53d2914e5870cb452d2afaaab24f3499f72"
                                    + "185cbfee53492714734429b7b38608e23926c911cceceac9a36851477ba4c60b087041de621000edc98edada20c1def2"));

    private Kzg() {}

    /// Whether the polynomial behind `commitment` has the value `y` at `z`.
    /// @param z a number of 32 bytes, refused from the modulus on; so is `y`
    /// @param commitment a compressed point of G1; so is `proof`
    public static boolean verify(byte[] commitment, byte[] z, byte[] y, byte[] proof) {
        BigInteger point = new BigInteger(1, z);
        BigInteger value = new BigInteger(1, y);
        Optional<P1_Affine> c = decompress(commitment);
        Optional<P1_Affine> q = decompress(proof);
        boolean numbers = z.length == NUMBER_SIZE
                && y.length == NUMBER_SIZE
                && point.compareTo(MODULUS) < 0
                && value.compareTo(MODULUS) < 0;
        if (!numbers || c.isEmpty() || q.isEmpty()) {
            return false;
        }
        // e(C - y G1, -G2) * e(proof, s G2 - z G2) = 1
        P1 left = c.get().to_jacobian().add(P1.generator().mult(value).neg());
        P2 right = SECRET_G2.to_jacobian().add(P2.generator().mult(point).neg());
        PT product = pairing(left, P2.generator().neg()).mul(pairing(q.get().to_jacobian(), right));
        return product.final_exp().is_one();
    }

    private static PT pairing(P1 p, P2 q) {
        return p.is_inf() || q.is_inf() ? PT.one() : new PT(p.to_affine(), q.to_affine());
    }

    static Optional<P1_Affine> decompress(byte[] bytes) {
        if (bytes.length != COMMITMENT_SIZE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new P1_Affine(bytes)).filter(P1_Affine::in_group);
        } catch (RuntimeException e) { // the library's only way to say that the bytes are no point
            return Optional.empty();
        }
    }
}

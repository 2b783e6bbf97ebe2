package org.lifeboat.crypto.bls;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import supranational.blst.P1;
import supranational.blst.P2;
import supranational.blst.PT;

/// The seven operations of EIP-2537 on its byte encodings. Inputs are of a right size; who calls refuses the
/// others. An empty answer: some part of the input is no field element, no point, or (where the EIP asks) not
/// in the group.
public final class Bls12381 {
    public static final int G1_SIZE = 2 * PointEncoding.FIELD;
    public static final int G2_SIZE = 4 * PointEncoding.FIELD;
    public static final int SCALAR_SIZE = 32;

    /// Source: RFC 9380, section 8.8.1, `h_eff`.
    private static final BigInteger G1_COFACTOR = new BigInteger("d201000000010001", 16);

    /// Source: RFC 9380, section 8.8.2, `h_eff`.
    private static final BigInteger G2_COFACTOR = new BigInteger(
            "bc69f08f2ee75b3584c6a0ea91b352888e2a8e9145ad7689986ff031508ffe1329c2f178731db956d82bf015d1212b02"
                    + "ec0ec69d7477c1ae954cbc06689f6a359894c0adebbf6b4e8020005aaa95551",
            16);

    private Bls12381() {}

    /// @param input two points
    public static Optional<byte[]> g1Add(byte[] input) {
        Optional<P1> a = PointEncoding.g1(input, 0);
        Optional<P1> b = PointEncoding.g1(input, G1_SIZE);
        return a.flatMap(p -> b.map(q -> PointEncoding.encode(p.add(q))));
    }

    /// @param input two points
    public static Optional<byte[]> g2Add(byte[] input) {
        Optional<P2> a = PointEncoding.g2(input, 0);
        Optional<P2> b = PointEncoding.g2(input, G2_SIZE);
        return a.flatMap(p -> b.map(q -> PointEncoding.encode(p.add(q))));
    }

    /// @param input one or more points, each with its scalar; the sum of their products
    public static Optional<byte[]> g1SumOfProducts(byte[] input) {
        P1 sum = new P1();
        for (int at = 0; at < input.length; at += G1_SIZE + SCALAR_SIZE) {
            Optional<P1> point = PointEncoding.g1(input, at).filter(P1::in_group);
            if (point.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(point.get().mult(scalar(input, at + G1_SIZE)));
        }
        return Optional.of(PointEncoding.encode(sum));
    }

    /// @param input one or more points, each with its scalar; the sum of their products
    public static Optional<byte[]> g2SumOfProducts(byte[] input) {
        P2 sum = new P2();
        for (int at = 0; at < input.length; at += G2_SIZE + SCALAR_SIZE) {
            Optional<P2> point = PointEncoding.g2(input, at).filter(P2::in_group);
            if (point.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(point.get().mult(scalar(input, at + G2_SIZE)));
        }
        return Optional.of(PointEncoding.encode(sum));
    }

    /// @param input one or more pairs of a point of G1 and one of G2
    /// @return whether the product of their pairings is one
    public static Optional<Boolean> pairing(byte[] input) {
        PT product = PT.one();
        for (int at = 0; at < input.length; at += G1_SIZE + G2_SIZE) {
            Optional<P1> p = PointEncoding.g1(input, at).filter(P1::in_group);
            Optional<P2> q = PointEncoding.g2(input, at + G1_SIZE).filter(P2::in_group);
            if (p.isEmpty() || q.isEmpty()) {
                return Optional.empty();
            }
            if (!p.get().is_inf() && !q.get().is_inf()) {
                product = product.mul(new PT(p.get(), q.get()));
            }
        }
        return Optional.of(product.final_exp().is_one());
    }

    /// @param input an element of the base field
    public static Optional<byte[]> mapToG1(byte[] input) {
        return PointEncoding.field(input, 0)
                .map(u -> PointEncoding.encode(CurveMap.G1
                        .map(new Fq2(u, BigInteger.ZERO))
                        .map(p -> PointEncoding.g1(p.x().c0(), p.y().c0()).mult(G1_COFACTOR))
                        .orElseGet(P1::new)));
    }

    /// @param input an element of the quadratic extension
    public static Optional<byte[]> mapToG2(byte[] input) {
        return PointEncoding.field2(input, 0)
                .map(u -> PointEncoding.encode(CurveMap.G2
                        .map(u)
                        .map(p -> PointEncoding.g2(p.x(), p.y()).mult(G2_COFACTOR))
                        .orElseGet(P2::new)));
    }

    private static BigInteger scalar(byte[] input, int offset) {
        return new BigInteger(1, Arrays.copyOfRange(input, offset, offset + SCALAR_SIZE));
    }
}

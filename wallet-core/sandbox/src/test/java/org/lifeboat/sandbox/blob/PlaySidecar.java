package org.lifeboat.sandbox.blob;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lifeboat.crypto.bls.Bls12381;
import org.lifeboat.crypto.kzg.Kzg;
import org.lifeboat.crypto.kzg.KzgSetup;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.rlp.RlpWriter;

/// A blob of a polynomial so simple that its cells' proofs can be written down: a X^128 + b. Divided by X^64
/// - c it leaves a X^64 + a c, whatever b is.
public record PlaySidecar(PlayBlob blob, List<Bytes> proofs) {
    private static final BigInteger SEVEN = BigInteger.valueOf(7);

    public static PlaySidecar of(long a, long b) {
        PlayBlob blob = PlayBlob.of(powers(a, 128, b));
        Bytes sixtyFourth = point(PlayBlob.of(powers(a, 64, 0)).commitment());
        Bytes one = point(PlayBlob.of(powers(0, 0, 1)).commitment());
        BigInteger root = SEVEN.modPow(Kzg.MODULUS.subtract(BigInteger.ONE).shiftRight(13), Kzg.MODULUS);
        List<Bytes> proofs = new ArrayList<>();
        for (int cell = 0; cell < 128; cell++) {
            // The first point of the cell, among 8192 in the order of reversed bits.
            int place = Integer.reverse(64 * cell) >>> (Integer.SIZE - 13);
            BigInteger c = root.modPow(BigInteger.valueOf(64L * place), Kzg.MODULUS);
            Bytes factor = word(c.multiply(BigInteger.valueOf(a)).mod(Kzg.MODULUS));
            Bytes input = sixtyFourth.plus(word(BigInteger.ONE)).plus(one).plus(factor);
            byte[] sum = Bls12381.g1SumOfProducts(input.toArray()).orElseThrow();
            proofs.add(CompressedPoint.write(Bytes.of(sum)));
        }
        return new PlaySidecar(blob, proofs);
    }

    /// The values of a X^n + b at the roots of unity, in the order of reversed bits.
    private static Bytes powers(long a, int n, long b) {
        BigInteger root = SEVEN.modPow(Kzg.MODULUS.subtract(BigInteger.ONE).shiftRight(12), Kzg.MODULUS);
        byte[] bytes = new byte[KzgSetup.BLOB_SIZE];
        for (int i = 0; i < KzgSetup.ELEMENTS; i++) {
            int place = Integer.reverse(i) >>> (Integer.SIZE - 12);
            BigInteger value = root.modPow(BigInteger.valueOf((long) place * n), Kzg.MODULUS)
                    .multiply(BigInteger.valueOf(a))
                    .add(BigInteger.valueOf(b))
                    .mod(Kzg.MODULUS);
            System.arraycopy(word(value).toArray(), 0, bytes, 32 * i, 32);
        }
        return Bytes.of(bytes);
    }

    private static Bytes point(Bytes commitment) {
        return CompressedPoint.read(commitment).orElseThrow();
    }

    private static Bytes word(BigInteger number) {
        return Bytes.of(Hash32.ofNumber(number).toArray());
    }

    /// What is sent.
    /// @param transaction as it stands in a block
    public Bytes beside(Bytes transaction) {
        return beside(transaction, 1, List.of(blob.content()), List.of(blob.commitment()), proofs);
    }

    /// @param version -1: left out
    public static Bytes beside(
            Bytes transaction, int version, List<Bytes> blobs, List<Bytes> commitments, List<Bytes> proofs) {
        Bytes fields = new RlpWriter()
                .list(all -> {
                    all.raw(transaction.slice(1, transaction.size()));
                    if (version >= 0) {
                        all.integer(version);
                    }
                    all.list(blobs, RlpWriter::bytes)
                            .list(commitments, RlpWriter::bytes)
                            .list(proofs, RlpWriter::bytes);
                })
                .toBytes();
        return Bytes.of((byte) 3).plus(fields);
    }

    /// The same proofs, one in another's place.
    public List<Bytes> mixedUp() {
        return IntStream.range(0, proofs.size())
                .mapToObj(i -> proofs.get(i < 2 ? 1 - i : i))
                .toList();
    }
}

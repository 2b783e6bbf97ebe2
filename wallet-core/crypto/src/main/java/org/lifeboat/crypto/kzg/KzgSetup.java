package org.lifeboat.crypto.kzg;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import supranational.blst.P1;
import supranational.blst.P1_Affine;

/// The points that a blob is committed with, and the commitment. Whoever hands over a blob need not be
/// trusted, and need not send a proof: what the blob commits to is computed here.
///
/// Source: consensus-specs, `specs/deneb/polynomial-commitments.md`.
public final class KzgSetup {
    /// Numbers in a blob. Source: EIP-4844, `FIELD_ELEMENTS_PER_BLOB`.
    public static final int ELEMENTS = 4096;

    public static final int BLOB_SIZE = ELEMENTS * 32;

    /// Source: EIP-4844, `VERSIONED_HASH_VERSION_KZG`.
    public static final byte VERSIONED_HASH_VERSION = 1;

    private static final int NUMBER_SIZE = 32;
    private static final int BITS = 12;

    /// Every sum is made of this many bits of each number at a time.
    private static final int WINDOW = 8;

    private final List<P1_Affine> points;

    private KzgSetup(List<P1_Affine> points) {
        this.points = List.copyOf(points);
    }

    /// @param text a compressed point a line, hexadecimal, in natural order
    /// @throws IllegalArgumentException unless these are 4096 points of the group
    public static KzgSetup read(String text) {
        List<byte[]> encoded =
                text.lines().map(line -> HexFormat.of().parseHex(line)).toList();
        return of(encoded);
    }

    /// @param natural compressed points in natural order
    /// @throws IllegalArgumentException unless these are 4096 points of the group
    public static KzgSetup of(List<byte[]> natural) {
        if (natural.size() != ELEMENTS) {
            throw new IllegalArgumentException("a setup has " + ELEMENTS + " points, not " + natural.size());
        }
        List<P1_Affine> points = new ArrayList<>(ELEMENTS);
        for (int i = 0; i < ELEMENTS; i++) {
            // Blobs hold their numbers in the order of reversed bits.
            int place = Integer.reverse(i) >>> (Integer.SIZE - BITS);
            points.add(Kzg.decompress(natural.get(place))
                    .orElseThrow(() -> new IllegalArgumentException("line " + (place + 1) + " is no point")));
        }
        return new KzgSetup(points);
    }

    /// What transactions say of a blob: the SHA-256 of its commitment behind a version. Source: EIP-4844,
    /// `kzg_to_versioned_hash`.
    /// @return empty unless the blob has 131,072 bytes and each of its numbers is below the modulus
    public Optional<byte[]> versionedHash(byte[] blob) {
        return commitment(blob).map(commitment -> {
            byte[] hash = sha256(commitment);
            hash[0] = VERSIONED_HASH_VERSION;
            return hash;
        });
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Source: `blob_to_kzg_commitment`.
    /// @return a compressed point; empty as [#versionedHash] says
    public Optional<byte[]> commitment(byte[] blob) {
        if (blob.length != BLOB_SIZE) {
            return Optional.empty();
        }
        for (int i = 0; i < ELEMENTS; i++) {
            if (new BigInteger(1, blob, i * NUMBER_SIZE, NUMBER_SIZE).compareTo(Kzg.MODULUS) >= 0) {
                return Optional.empty();
            }
        }
        return Optional.of(sumOfProducts(blob).compress());
    }

    /// Pippenger's way: sort the points by their digit, add up each heap, then the heaps by their digit.
    private P1 sumOfProducts(byte[] blob) {
        P1 sum = new P1();
        for (int digit = 0; digit < NUMBER_SIZE; digit++) {
            for (int i = 0; i < WINDOW; i++) {
                sum = sum.dbl();
            }
            sum = sum.add(heaped(blob, digit));
        }
        return sum;
    }

    private P1 heaped(byte[] blob, int digit) {
        P1[] heaps = new P1[1 << WINDOW];
        Arrays.setAll(heaps, _ -> new P1());
        for (int i = 0; i < ELEMENTS; i++) {
            int value = blob[i * NUMBER_SIZE + digit] & 0xff;
            if (value != 0) {
                heaps[value] = heaps[value].add(points.get(i));
            }
        }
        P1 running = new P1();
        P1 total = new P1();
        for (int value = heaps.length - 1; value > 0; value--) {
            running = running.add(heaps[value]);
            total = total.add(running);
        }
        return total;
    }
}

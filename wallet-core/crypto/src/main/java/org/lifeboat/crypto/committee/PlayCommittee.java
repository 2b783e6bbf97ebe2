package org.lifeboat.crypto.committee;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import supranational.blst.P1;
import supranational.blst.P2;
import supranational.blst.SecretKey;

/// A sync committee whose secret keys everybody can compute: for play chains and tests, worth nothing
/// anywhere else.
///
/// It signs once with the sum of the signers' secret keys, which is the same signature as the sum of theirs.
public final class PlayCommittee {
    /// The order of the group, draft-irtf-cfrg-pairing-friendly-curves, section 4.2.1, `r`.
    private static final BigInteger ORDER =
            new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);

    private final List<BigInteger> secrets;
    private final Bytes keys;
    private final Bytes aggregateKey;

    /// @param seed tells committees apart
    public PlayCommittee(long seed, int members) {
        List<BigInteger> made = new ArrayList<>();
        byte[] compressed = new byte[members * CommitteeSignature.KEY_SIZE];
        for (int i = 0; i < members; i++) {
            BigInteger secret = secret(seed, i);
            made.add(secret);
            byte[] key = new P1(key(secret)).compress();
            System.arraycopy(key, 0, compressed, i * key.length, key.length);
        }
        secrets = List.copyOf(made);
        keys = Bytes.of(compressed);
        aggregateKey = Bytes.of(new P1(key(sum(made))).compress());
    }

    /// The compressed public keys one after another.
    public Bytes keys() {
        return keys;
    }

    public Bytes aggregateKey() {
        return aggregateKey;
    }

    /// @param signers how many of the members sign, the first ones, at least one
    /// @return the compressed signature
    public Bytes sign(Hash32 message, int signers) {
        SecretKey all = key(sum(secrets.subList(0, signers)));
        P2 signature = new P2().hash_to(message.toArray(), CommitteeSignature.CIPHERSUITE);
        return Bytes.of(signature.sign_with(all).compress());
    }

    private static BigInteger sum(List<BigInteger> secrets) {
        return secrets.stream().reduce(BigInteger.ZERO, BigInteger::add).mod(ORDER);
    }

    private static BigInteger secret(long seed, int member) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(Hash32.ofNumber(seed).toArray());
            BigInteger number =
                    new BigInteger(1, sha256.digest(Hash32.ofNumber(member).toArray()));
            return number.mod(ORDER.subtract(BigInteger.ONE)).add(BigInteger.ONE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static SecretKey key(BigInteger secret) {
        SecretKey key = new SecretKey();
        key.from_bendian(Hash32.ofNumber(secret).toArray());
        return key;
    }
}

package org.lifeboat.crypto.committee;

import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import supranational.blst.BLST_ERROR;
import supranational.blst.P1;
import supranational.blst.P1_Affine;
import supranational.blst.P2_Affine;
import supranational.blst.Pairing;

/// Whether a part of a committee signed a message together.
public final class CommitteeSignature {
    /// The ciphersuite of Ethereum's consensus layer: minimal public keys, proof of possession.
    static final String CIPHERSUITE = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_";

    static final int KEY_SIZE = 48;

    private CommitteeSignature() {}

    /// `FastAggregateVerify` over the members whose bit is set.
    ///
    /// Keys and their sum must come out of a proven state: the chain has checked each key's group when it was
    /// deposited, so it is not checked again here. The signature's group is checked, and the sum of the keys
    /// may not be the point at infinity. Where most members signed, the absent are taken off `aggregateKey`, so
    /// that few keys have to be decompressed.
    ///
    /// @param keys the members' compressed keys one after another, 48 bytes each
    /// @param aggregateKey the sum of all of them, compressed
    /// @param bits one a member, least significant bit first in each byte
    /// @return false also for anything that is no point on its curve
    public static boolean verifies(Bytes keys, Bytes aggregateKey, Bytes bits, Hash32 message, Bytes signature) {
        int members = keys.size() / KEY_SIZE;
        if (members == 0 || keys.size() % KEY_SIZE != 0 || bits.size() * 8 != members) {
            return false;
        }
        int present = 0;
        for (int i = 0; i < bits.size(); i++) {
            present += Integer.bitCount(bits.at(i) & 0xff);
        }
        if (present == 0) {
            return false;
        }
        try {
            boolean subtract = present * 2 > members;
            P1 sum = subtract ? new P1(aggregateKey.toArray()) : new P1();
            for (int i = 0; i < members; i++) {
                boolean signed = ((bits.at(i / 8) >> (i % 8)) & 1) == 1;
                if (signed != subtract) {
                    P1 key = new P1(keys.slice(i * KEY_SIZE, (i + 1) * KEY_SIZE).toArray());
                    sum.add(subtract ? key.neg() : key);
                }
            }
            return verifies(sum.to_affine(), message, new P2_Affine(signature.toArray()));
        } catch (RuntimeException e) { // blst throws this for bytes that are no point; no narrower type exists
            return false;
        }
    }

    /// One pairing check. Not by blst's `core_verify`: in its Java binding (0.3.17) that refuses genuine
    /// signatures.
    private static boolean verifies(P1_Affine signers, Hash32 message, P2_Affine signature) {
        if (signers.is_inf() || signature.is_inf() || !signature.in_group()) {
            return false;
        }
        Pairing pairing = new Pairing(true, CIPHERSUITE);
        if (pairing.aggregate(signers, signature, message.toArray()) != BLST_ERROR.BLST_SUCCESS) {
            return false;
        }
        pairing.commit();
        return pairing.finalverify();
    }
}

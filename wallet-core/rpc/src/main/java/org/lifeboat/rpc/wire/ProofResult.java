package org.lifeboat.rpc.wire;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Reads `eth_getProof`, EIP-1186.
final class ProofResult {
    private ProofResult() {}

    static ProofClaim read(Address account, List<Hash32> slots, Value proof) {
        Result.same(account, proof.member("address").address(), "account");
        return new ProofClaim(
                account,
                proof.member("balance").wei(),
                proof.member("nonce").nonce(),
                proof.member("codeHash").word(),
                proof.member("storageHash").word(),
                proof.member("accountProof").list(Value::bytes),
                slots(slots, proof.member("storageProof")));
    }

    private static List<ProofClaim.Slot> slots(List<Hash32> asked, Value proofs) {
        List<ProofClaim.Slot> answered = proofs.list(ProofResult::slot);
        Result.same(asked.size(), answered.size(), "number of slots");
        List<ProofClaim.Slot> checked = new ArrayList<>(answered.size());
        for (int i = 0; i < answered.size(); i++) {
            Result.same(asked.get(i), answered.get(i).key(), "storage slot");
            checked.add(answered.get(i));
        }
        return checked;
    }

    private static ProofClaim.Slot slot(Value slot) {
        List<Bytes> nodes = slot.member("proof").list(Value::bytes);
        BigInteger value = slot.member("value").quantity();
        return new ProofClaim.Slot(key(slot.member("key")), value, nodes);
    }

    /// Servers echo the key as they like: as 32 bytes or as a short number. Both name the same slot.
    private static Hash32 key(Value key) {
        return key.text().length() == 2 + 2 * Hash32.SIZE ? key.word() : Hash32.ofNumber(key.quantity());
    }
}

package org.lifeboat.sandbox.world;

import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.Admission;
import org.lifeboat.sandbox.node.ChainNode;

/// Signs and sends for an account of the sandbox's own, whose key is no secret.
public final class PlayHand {
    /// Far above any base fee that this chain comes to. Unit: wei a gas.
    private static final Wei HIGHEST_FEE = Wei.of(1_000_000_000_000L);

    private static final Wei TIP = Wei.of(1_000_000_000);

    private final ChainNode node;
    private final Secp256k1 curve;
    private final byte[] key;
    private final Address address;

    public PlayHand(ChainNode node, Secp256k1 curve, byte[] key) {
        this.node = node;
        this.curve = curve;
        this.key = key.clone();
        this.address = curve.addressOfKey(key);
    }

    public Address address() {
        return address;
    }

    /// @param to empty: creates a contract
    /// @return the transaction's hash
    public synchronized Hash32 send(Optional<Address> to, Gas gas, Wei value, Bytes data) {
        Transaction transaction = new Transaction.DynamicFee(
                node.settings().chain(),
                new Nonce(node.pendingNonce(address)),
                TIP,
                HIGHEST_FEE,
                gas,
                to,
                value,
                data,
                List.of());
        return send(transaction);
    }

    /// Names blobs, which the node must have been given before.
    /// @return the transaction's hash
    public synchronized Hash32 sendBlobs(Address to, Gas gas, List<Hash32> versionedHashes) {
        return send(new Transaction.Blob(
                node.settings().chain(),
                new Nonce(node.pendingNonce(address)),
                TIP,
                HIGHEST_FEE,
                gas,
                to,
                Wei.ZERO,
                Bytes.EMPTY,
                List.of(),
                HIGHEST_FEE,
                versionedHashes));
    }

    private Hash32 send(Transaction transaction) {
        SignedTransaction signed = new SignedTransaction(
                transaction, curve.sign(transaction.signingHash().toArray(), key));
        SenderTransaction sent = node.sender(signed).orElseThrow();
        Admission admission = node.send(sent);
        if (!(admission instanceof Admission.Taken)) {
            throw new IllegalStateException("the sandbox's own transaction was refused: " + admission);
        }
        return sent.hash();
    }
}

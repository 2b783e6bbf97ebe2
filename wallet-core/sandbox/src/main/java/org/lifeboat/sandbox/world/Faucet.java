package org.lifeboat.sandbox.world;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.Admission;
import org.lifeboat.sandbox.node.L1Node;

/// Gives play money to whoever asks, by transactions of its own account.
public final class Faucet {
    /// No secret: everybody can compute it, and nothing is worth anything here.
    private static final byte[] KEY = Keccak256.digest("Lifeboat sandbox: faucet".getBytes(StandardCharsets.US_ASCII));

    static final Address ADDRESS = Secp256k1.preferred().addressOfKey(KEY);

    /// Enough for a transfer to a contract as well, and for a token's first balance. Unit: gas.
    private static final Gas GAS = new Gas(150_000);

    /// Far above any base fee that this chain comes to. Unit: wei a gas.
    private static final Wei HIGHEST_FEE = Wei.of(1_000_000_000_000L);

    private static final Wei TIP = Wei.of(1_000_000_000);

    /// `mint(address,uint256)` of `PlayTokens.sol`.
    private static final Bytes MINT = Bytes.fromHex("0x40c10f19");

    /// Code that uses up all gas it gets (EIP-141).
    private static final Bytes INVALID = Bytes.fromHex("0xfe");

    private final L1Node node;
    private final Secp256k1 curve;

    public Faucet(L1Node node, Secp256k1 curve) {
        this.node = node;
        this.curve = curve;
    }

    /// @return the transaction's hash
    public Hash32 giveCoins(Address to, Wei amount) {
        return send(to, amount, Bytes.EMPTY);
    }

    /// @param units in the token's smallest unit
    /// @return the transaction's hash
    public Hash32 giveTokens(PlayToken token, Address to, BigInteger units) {
        Bytes data = MINT.plus(Bytes.of(to.toWord().toArray()))
                .plus(Bytes.of(Hash32.ofNumber(units).toArray()));
        return send(token.address(), Wei.ZERO, data);
    }

    /// The least gas of a transaction that [#burn] sends: a creation's own (EIP-2, EIP-2028, EIP-3860). Unit: gas.
    static final long LEAST_BURNT = 53_100;

    /// Uses up gas for nothing.
    /// @param gas at least [#LEAST_BURNT]
    /// @return the transaction's hash
    public Hash32 burn(Gas gas) {
        return send(Optional.empty(), gas, Wei.ZERO, INVALID);
    }

    private Hash32 send(Address to, Wei value, Bytes data) {
        return send(Optional.of(to), GAS, value, data);
    }

    private synchronized Hash32 send(Optional<Address> to, Gas gas, Wei value, Bytes data) {
        Transaction transaction = new Transaction.DynamicFee(
                node.settings().chain(),
                new Nonce(node.pendingNonce(ADDRESS)),
                TIP,
                HIGHEST_FEE,
                gas,
                to,
                value,
                data,
                List.of());
        SignedTransaction signed = new SignedTransaction(
                transaction, curve.sign(transaction.signingHash().toArray(), KEY));
        SenderTransaction sent = node.sender(signed).orElseThrow();
        Admission admission = node.send(sent);
        if (!(admission instanceof Admission.Taken)) {
            throw new IllegalStateException("the faucet's own transaction was refused: " + admission);
        }
        return sent.hash();
    }
}

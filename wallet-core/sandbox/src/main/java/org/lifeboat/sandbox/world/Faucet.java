package org.lifeboat.sandbox.world;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.TokenCalls;
import org.lifeboat.rollups.opstack.TokenPair;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.L1Node;

/// Gives play money to whoever asks, by transactions of its own account.
public final class Faucet {
    /// No secret: everybody can compute it, and nothing is worth anything here.
    private static final byte[] KEY = Keccak256.digest("Lifeboat sandbox: faucet".getBytes(StandardCharsets.US_ASCII));

    static final Address ADDRESS = Secp256k1.preferred().addressOfKey(KEY);

    /// Enough for a transfer to a contract as well, and for a token's first balance. Unit: gas.
    private static final Gas GAS = new Gas(150_000);

    /// Unit: gas.
    private static final Gas DEPOSIT_GAS = new Gas(2_000_000);

    /// `mint(address,uint256)` of `PlayTokens.sol`.
    private static final Bytes MINT = Bytes.fromHex("0x40c10f19");

    /// Code that uses up all gas it gets (EIP-141).
    static final Bytes INVALID = Bytes.fromHex("0xfe");

    private final PlayHand hand;

    public Faucet(L1Node node, Secp256k1 curve) {
        this.hand = new PlayHand(node, curve, KEY);
    }

    /// @return the transaction's hash
    public Hash32 giveCoins(Address to, Wei amount) {
        return send(to, amount, Bytes.EMPTY);
    }

    /// Coins to an account of a rollup, through its portal.
    /// @return the hash of the transaction on L1
    public Hash32 bridgeCoins(Address portal, Address to, Wei amount) {
        return send(OpStack.deposit(portal, to, amount));
    }

    /// Tokens to an account of a rollup, through its standard bridge.
    /// @param bridge on L1
    /// @param units in the token's smallest unit
    /// @return the hash of the transaction on L1 that sends them
    public Hash32 bridgeTokens(Address bridge, PlayToken token, Address to, BigInteger units) {
        return bridgeTokens(bridge, token.pair(), to, units);
    }

    /// @param pair of which anybody may mint the one on L1
    public Hash32 bridgeTokens(Address bridge, TokenPair pair, Address to, BigInteger units) {
        giveTokens(pair.l1Token(), ADDRESS, units);
        send(TokenCalls.approve(pair.l1Token(), bridge, units));
        return send(TokenCalls.deposit(bridge, pair, to, units));
    }

    private Hash32 send(L1Call call) {
        return hand.send(Optional.of(call.to()), DEPOSIT_GAS, call.value(), call.data());
    }

    /// @param units in the token's smallest unit
    /// @return the transaction's hash
    public Hash32 giveTokens(PlayToken token, Address to, BigInteger units) {
        return giveTokens(token.address(), to, units);
    }

    private Hash32 giveTokens(Address token, Address to, BigInteger units) {
        Bytes data = MINT.plus(Bytes.of(to.toWord().toArray()))
                .plus(Bytes.of(Hash32.ofNumber(units).toArray()));
        return send(token, Wei.ZERO, data);
    }

    /// The least gas of a transaction that [#burn] sends: a creation's own (EIP-2, EIP-2028, EIP-3860). Unit: gas.
    static final long LEAST_BURNT = 53_100;

    /// Uses up gas for nothing.
    /// @param gas at least [#LEAST_BURNT]
    /// @return the transaction's hash
    public Hash32 burn(Gas gas) {
        return hand.send(Optional.empty(), gas, Wei.ZERO, INVALID);
    }

    private Hash32 send(Address to, Wei value, Bytes data) {
        return hand.send(Optional.of(to), GAS, value, data);
    }
}

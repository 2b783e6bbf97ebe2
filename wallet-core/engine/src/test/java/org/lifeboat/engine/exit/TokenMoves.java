package org.lifeboat.engine.exit;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.TokenPair;
import org.lifeboat.rollups.opstack.Withdrawal;

/// Tokens on their way, as the contracts write of them; encoded by another program than the one under test.
final class TokenMoves {
    static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    static final Address STRANGER = Hash32.ofNumber(0xbad).toAddress();
    static final TokenPair PAIR = new TokenPair(
            Hash32.ofNumber(0x22).toAddress(), Hash32.ofNumber(0x11).toAddress());
    static final Address L1_BRIDGE = Hash32.ofNumber(0x52).toAddress();
    static final Address L1_MESSENGER = Hash32.ofNumber(0x51).toAddress();

    private static final AbiFunction FINISH_COIN =
            new AbiFunction("finalizeBridgeETH(address,address,uint256,bytes)", "()");
    private static final AbiFunction RELAY =
            new AbiFunction("relayMessage(uint256,address,address,uint256,uint256,bytes)", "()");
    private static final AbiFunction FINISH =
            new AbiFunction("finalizeBridgeERC20(address,address,address,address,uint256,bytes)", "()");
    private static final BigInteger VERSION = BigInteger.ONE.shiftLeft(240);
    private static final BigInteger GAS = BigInteger.valueOf(500_000);

    private TokenMoves() {}

    static ExitToken token(long units) {
        return new ExitToken(PAIR, BigInteger.valueOf(units), "BRDG", 6);
    }

    static Withdrawal home(Address from, Address to, long units) {
        Bytes message = FINISH.call(PAIR.l1Token(), PAIR.l2Token(), from, to, BigInteger.valueOf(units), Bytes.EMPTY);
        return message(OpStack.L2_TOKEN_BRIDGE, L1_BRIDGE, 0, message);
    }

    /// Coin that the bridge sends home.
    static Withdrawal coin(Address from, Address to, long wei) {
        return message(
                OpStack.L2_TOKEN_BRIDGE,
                L1_BRIDGE,
                wei,
                FINISH_COIN.call(from, to, BigInteger.valueOf(wei), Bytes.EMPTY));
    }

    /// What the messenger sends home, with coin.
    static Withdrawal message(Address from, Address to, long wei, Bytes call) {
        Bytes data = RELAY.call(VERSION, from, to, BigInteger.valueOf(wei), BigInteger.valueOf(200_000), call);
        return new Withdrawal(VERSION, OpStack.L2_MESSENGER, L1_MESSENGER, Wei.of(wei), GAS, data);
    }

    /// The message passer's event.
    static LogClaim passed(Withdrawal withdrawal, Hash32 transaction) {
        AbiFunction fields = new AbiFunction("f(uint256,uint256,bytes,bytes32)", "()");
        Bytes call = fields.call(
                withdrawal.value().value(),
                withdrawal.gasLimit(),
                withdrawal.data(),
                withdrawal.hash().toArray());
        return log(
                OpStack.MESSAGE_PASSER,
                List.of(
                        Withdrawal.EVENT,
                        Hash32.ofNumber(withdrawal.nonce()),
                        withdrawal.sender().toWord(),
                        withdrawal.target().toWord()),
                call.slice(4, call.size()),
                transaction);
    }

    /// The bridge's event, of which only the topics are read.
    static LogClaim sent(Address from, Hash32 transaction) {
        return log(
                OpStack.L2_TOKEN_BRIDGE,
                List.of(
                        OpStack.TOKENS_SENT,
                        PAIR.l2Token().toWord(),
                        PAIR.l1Token().toWord(),
                        from.toWord()),
                Bytes.EMPTY,
                transaction);
    }

    static LogClaim log(Address emitter, List<Hash32> topics, Bytes data, Hash32 transaction) {
        return new LogClaim(emitter, topics, data, 40, Hash32.ofNumber(40), transaction, 0);
    }
}

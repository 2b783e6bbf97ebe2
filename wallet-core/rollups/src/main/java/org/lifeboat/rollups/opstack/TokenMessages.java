package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;

/// What tokens say and are told on their way through the standard bridges and the messengers. Source:
/// optimism, `packages/contracts-bedrock/src/universal/StandardBridge.sol`, `CrossDomainMessenger.sol`,
/// `src/L1/L1StandardBridge.sol`, `src/L2/L2StandardBridge.sol`; ERC-20 (eips.ethereum.org/EIPS/eip-20).
final class TokenMessages {
    /// Source: specification, predeploys.
    static final Address L2_BRIDGE = Address.fromHex("0x4200000000000000000000000000000000000010");

    static final Address L2_MESSENGER = Address.fromHex("0x4200000000000000000000000000000000000007");

    static final String RELAY = "relayMessage(uint256,address,address,uint256,uint256,bytes)";

    private static final String FINISH = "finalizeBridgeERC20(address,address,address,address,uint256,bytes)";

    private static final String BRIDGE_TO = "bridgeERC20To(address,address,address,uint256,uint32,bytes)";

    private static final String TRANSFER = "transfer(address,uint256)";

    private static final String BRIDGE = "bridgeERC20(address,address,uint256,uint32,bytes)";

    /// Bytes that name a function.
    private static final int SELECTOR = 4;

    private TokenMessages() {}

    static Optional<TokenWithdrawal> read(Withdrawal withdrawal) {
        if (!withdrawal.sender().equals(L2_MESSENGER) || !withdrawal.value().isZero()) {
            return Optional.empty();
        }
        Optional<Bytes> relayed = arguments(withdrawal.data(), RELAY);
        Optional<Bytes> message = relayed.flatMap(words -> Abi.textAt(words, 5));
        Optional<Bytes> finish = message.flatMap(text -> arguments(text, FINISH));
        Optional<Bytes> extra = finish.flatMap(words -> Abi.textAt(words, 5));
        if (extra.isEmpty()) {
            return Optional.empty();
        }
        Bytes outer = relayed.orElseThrow();
        Bytes inner = finish.orElseThrow();
        TokenWithdrawal read = new TokenWithdrawal(
                withdrawal,
                address(outer, 2),
                address(inner, 0),
                address(inner, 1),
                address(inner, 2),
                address(inner, 3),
                number(inner, 4));
        // What was read, written again: nothing stands in it that was not read.
        Bytes again = relay(number(outer, 0), read.l1Bridge(), number(outer, 4), finish(read, extra.get()));
        return again.equals(withdrawal.data()) ? Optional.of(read) : Optional.empty();
    }

    private static Bytes relay(BigInteger nonce, Address l1Bridge, BigInteger gas, Bytes message) {
        return Abi.call(
                RELAY,
                Abi.word(nonce),
                Abi.word(L2_BRIDGE),
                Abi.word(l1Bridge),
                Abi.word(BigInteger.ZERO),
                Abi.word(gas),
                Abi.text(message));
    }

    private static Bytes finish(TokenWithdrawal read, Bytes extra) {
        return Abi.call(
                FINISH,
                Abi.word(read.l1Token()),
                Abi.word(read.l2Token()),
                Abi.word(read.from()),
                Abi.word(read.to()),
                Abi.word(read.units()),
                Abi.text(extra));
    }

    /// On the L2, by whoever holds the token there.
    static Bytes withdraw(TokenPair pair, Address to, BigInteger units, Gas gas) {
        return Abi.call(
                BRIDGE_TO,
                Abi.word(pair.l2Token()),
                Abi.word(pair.l1Token()),
                Abi.word(to),
                Abi.word(units),
                Abi.word(gas.amount()),
                Abi.text(Bytes.EMPTY));
    }

    /// On L1.
    static Bytes deposit(TokenPair pair, Address to, BigInteger units, Gas gas) {
        return Abi.call(
                "depositERC20To(address,address,address,uint256,uint32,bytes)",
                Abi.word(pair.l1Token()),
                Abi.word(pair.l2Token()),
                Abi.word(to),
                Abi.word(units),
                Abi.word(gas.amount()),
                Abi.text(Bytes.EMPTY));
    }

    static Bytes approve(Address spender, BigInteger units) {
        return Abi.call("approve(address,uint256)", Abi.word(spender), Abi.word(units));
    }

    static Bytes transfer(Address to, BigInteger units) {
        return Abi.call(TRANSFER, Abi.word(to), Abi.word(units));
    }

    /// What a call of the L2's bridge takes off the L2, where it names both tokens.
    /// @param sender who calls, and gets it where the call names nobody
    static Optional<TokenOrder> order(Address sender, Bytes input) {
        Optional<TokenOrder> named = arguments(input, BRIDGE_TO)
                .filter(words -> Abi.at(words, 5).isPresent())
                .map(words -> new TokenOrder(
                        new TokenPair(address(words, 0), address(words, 1)), address(words, 2), number(words, 3)));
        return named.or(() -> arguments(input, BRIDGE)
                .filter(words -> Abi.at(words, 4).isPresent())
                .map(words ->
                        new TokenOrder(new TokenPair(address(words, 0), address(words, 1)), sender, number(words, 2))));
    }

    /// What a call on the L2 takes of a token from whoever calls: through the bridge, or by the token itself.
    static Optional<TokenCalls.Moved> moved(L1Call call, Address sender) {
        return call.to().equals(L2_BRIDGE)
                ? order(sender, call.data())
                        .map(order -> new TokenCalls.Moved(order.pair().l2Token(), order.units()))
                : arguments(call.data(), TRANSFER)
                        .filter(words -> Abi.at(words, 1).isPresent())
                        .map(words -> new TokenCalls.Moved(call.to(), number(words, 1)));
    }

    /// What the messenger on L1 says of a message.
    static Optional<Relay> relay(Reads l1, Withdrawal withdrawal) {
        Address messenger = withdrawal.target();
        Abi.Item message = Abi.word(message(withdrawal));
        Optional<Boolean> done = l1.flag(messenger, "successfulMessages(bytes32)", message);
        Optional<Boolean> failed = l1.flag(messenger, "failedMessages(bytes32)", message);
        return done.flatMap(did -> failed.map(broke -> did ? Relay.DONE : broke ? Relay.FAILED : Relay.NOT_KNOWN));
    }

    /// Again, by anybody: the messenger keeps what failed.
    static L1Call replay(Withdrawal withdrawal) {
        return new L1Call(withdrawal.target(), Wei.ZERO, withdrawal.data());
    }

    /// By which the messenger on L1 knows it. Source: optimism, `Hashing.hashCrossDomainMessageV1`: the hash
    /// of the call that relays it.
    static Hash32 message(Withdrawal withdrawal) {
        return Keccak256.hash(withdrawal.data().toArray());
    }

    /// @return what stands behind the selector; empty for another function
    static Optional<Bytes> arguments(Bytes input, String signature) {
        return input.size() >= SELECTOR && input.slice(0, SELECTOR).equals(Abi.selector(signature))
                ? Optional.of(input.slice(SELECTOR, input.size()))
                : Optional.empty();
    }

    static Address address(Bytes words, int index) {
        return Abi.at(words, index).map(Hash32::toAddress).orElseThrow();
    }

    static BigInteger number(Bytes words, int index) {
        return Abi.at(words, index).map(Hash32::toNumber).orElseThrow();
    }
}

package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// What coin says on its way through the standard bridges and the messengers. Source: optimism,
/// `packages/contracts-bedrock/src/universal/StandardBridge.sol` (`bridgeETH`, `bridgeETHTo`, `finalizeBridgeETH`,
/// `receive`), `CrossDomainMessenger.sol` (`sendMessage`), `src/L2/L2StandardBridge.sol` (`withdraw`, `withdrawTo`).
final class CoinMessages {
    /// Stands for the coin in the bridge's older functions. Source: specification, predeploys, `LegacyERC20ETH`.
    private static final Address COIN = Address.fromHex("0xdeaddeaddeaddeaddeaddeaddeaddeaddead0000");

    private static final String FINISH = "finalizeBridgeETH(address,address,uint256,bytes)";

    private CoinMessages() {}

    static Optional<CoinWithdrawal> read(Withdrawal withdrawal) {
        if (!withdrawal.sender().equals(TokenMessages.L2_MESSENGER)
                || withdrawal.value().isZero()) {
            return Optional.empty();
        }
        Optional<Bytes> outer = TokenMessages.arguments(withdrawal.data(), TokenMessages.RELAY);
        Optional<Bytes> message = outer.flatMap(words -> Abi.textAt(words, 5));
        if (message.isEmpty()) {
            return Optional.empty();
        }
        Bytes words = outer.orElseThrow();
        Address sender = TokenMessages.address(words, 1);
        Address target = TokenMessages.address(words, 2);
        // What was read, written again: nothing stands in it that was not read.
        Bytes again = Abi.call(
                TokenMessages.RELAY,
                Abi.word(TokenMessages.number(words, 0)),
                Abi.word(sender),
                Abi.word(target),
                Abi.word(withdrawal.value().value()),
                Abi.word(TokenMessages.number(words, 4)),
                Abi.text(message.get()));
        if (!again.equals(withdrawal.data())) {
            return Optional.empty();
        }
        return sender.equals(TokenMessages.L2_BRIDGE)
                ? ofBridge(withdrawal, message.get())
                : Optional.of(new CoinWithdrawal(withdrawal, sender, target));
    }

    private static Optional<CoinWithdrawal> ofBridge(Withdrawal withdrawal, Bytes message) {
        Optional<Bytes> words = TokenMessages.arguments(message, FINISH);
        return words.flatMap(found -> Abi.textAt(found, 3)).flatMap(extra -> {
            Bytes inner = words.orElseThrow();
            Address from = TokenMessages.address(inner, 0);
            Address to = TokenMessages.address(inner, 1);
            BigInteger value = withdrawal.value().value();
            Bytes again = Abi.call(FINISH, Abi.word(from), Abi.word(to), Abi.word(value), Abi.text(extra));
            return again.equals(message) ? Optional.of(new CoinWithdrawal(withdrawal, from, to)) : Optional.empty();
        });
    }

    /// @param input of a call that brings coin
    static Optional<Address> ordered(Address sender, Address contract, Bytes input) {
        if (contract.equals(TokenMessages.L2_MESSENGER)) {
            return named(input, "sendMessage(address,bytes,uint32)", 0);
        }
        if (!contract.equals(TokenMessages.L2_BRIDGE)) {
            return Optional.empty();
        }
        boolean toOneself = input.isEmpty()
                || TokenMessages.arguments(input, "bridgeETH(uint32,bytes)").isPresent()
                || named(input, "withdraw(address,uint256,uint32,bytes)", 0)
                        .filter(COIN::equals)
                        .isPresent();
        if (toOneself) {
            return Optional.of(sender);
        }
        String older = "withdrawTo(address,address,uint256,uint32,bytes)";
        return named(input, "bridgeETHTo(address,uint32,bytes)", 0)
                .or(() -> named(input, older, 0).filter(COIN::equals).flatMap(_ -> named(input, older, 1)));
    }

    private static Optional<Address> named(Bytes input, String signature, int index) {
        return TokenMessages.arguments(input, signature)
                .flatMap(words -> Abi.at(words, index))
                .map(Hash32::toAddress);
    }
}

package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Log;

/// A message from an L2 to L1, as its sender's transaction left it: with these six fields, and nothing
/// else, the money can be called for. Source: specification, withdrawals, "The L2ToL1MessagePasser
/// Contract".
/// @param nonce the message passer's count, with the version in its upper 16 bits
/// @param sender whoever called the message passer; a bridge sends through the messenger, which is then the
/// sender
/// @param target who is called on L1 and gets `value`
/// @param gasLimit what the call on L1 gets at least
/// @param data of that call
public record Withdrawal(BigInteger nonce, Address sender, Address target, Wei value, BigInteger gasLimit, Bytes data) {
    /// `MessagePassed(uint256 indexed,address indexed,address indexed,uint256,uint256,bytes,bytes32)`
    public static final Hash32 EVENT =
            Hash32.fromHex("0x02a52367d10742d8032712c1bb8e0144ff1ec5ffda1ed7d70bb05a2744955054");

    public Withdrawal {
        if (nonce.signum() < 0 || nonce.bitLength() > 256 || gasLimit.signum() < 0 || gasLimit.bitLength() > 256) {
            throw new IllegalArgumentException("a number that is no EVM word");
        }
    }

    /// Reads the event that the message passer writes.
    /// @return refuted where it is another event, or its hash is not that of its fields
    public static Answer<Withdrawal> of(Log log) {
        if (!log.contract().equals(Layout.MESSAGE_PASSER)
                || log.topics().size() != 4
                || !log.topics().getFirst().equals(EVENT)) {
            return new Answer.Refuted<>("not an event of a withdrawal");
        }
        var value = Abi.at(log.data(), 0);
        var gasLimit = Abi.at(log.data(), 1);
        var data = Abi.textAt(log.data(), 2);
        var hash = Abi.at(log.data(), 3);
        if (value.isEmpty() || gasLimit.isEmpty() || data.isEmpty() || hash.isEmpty()) {
            return new Answer.Refuted<>("the event of a withdrawal is cut off");
        }
        Withdrawal read = new Withdrawal(
                log.topics().get(1).toNumber(),
                log.topics().get(2).toAddress(),
                log.topics().get(3).toAddress(),
                new Wei(value.get().toNumber()),
                gasLimit.get().toNumber(),
                data.get());
        return read.hash().equals(hash.get())
                ? new Answer.Proven<>(read)
                : new Answer.Refuted<>("a withdrawal's fields do not have the hash it came with");
    }

    /// Out of the tuple that the portal's functions take.
    /// @return empty where it is cut off
    static Optional<Withdrawal> ofFields(Bytes tuple) {
        Optional<Bytes> data = Abi.textAt(tuple, 5);
        return Abi.at(tuple, 4)
                .flatMap(gas -> data.map(bytes -> new Withdrawal(
                        Abi.at(tuple, 0).orElseThrow().toNumber(),
                        Abi.at(tuple, 1).orElseThrow().toAddress(),
                        Abi.at(tuple, 2).orElseThrow().toAddress(),
                        new Wei(Abi.at(tuple, 3).orElseThrow().toNumber()),
                        gas.toNumber(),
                        bytes)));
    }

    /// By which both layers know it. Source: specification, withdrawals, `hashWithdrawal`.
    public Hash32 hash() {
        return Keccak256.hash(Abi.encode(items()).toArray());
    }

    /// The slot of the message passer that holds 1 once this withdrawal was sent.
    public Hash32 slot() {
        return Layout.sentMessage(hash());
    }

    Abi.Item[] items() {
        return new Abi.Item[] {
            Abi.word(nonce),
            Abi.word(sender),
            Abi.word(target),
            Abi.word(value.value()),
            Abi.word(gasLimit),
            Abi.text(data)
        };
    }
}

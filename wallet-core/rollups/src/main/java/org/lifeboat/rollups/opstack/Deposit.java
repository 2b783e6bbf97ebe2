package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// What goes into an L2 through L1, asked or unasked. Source: specification, deposits.
final class Deposit {
    /// `TransactionDeposited(address indexed,address indexed,uint256 indexed,bytes)`
    static final Hash32 EVENT = Hash32.fromHex("0xb3813568d9991fc951961fcb4c784893574240a28925604d09fc577c55bb7c32");

    /// Source: deposits, "Address Aliasing".
    private static final BigInteger ALIAS = new BigInteger("1111000000000000000000000000000000001111", 16);

    private static final BigInteger ADDRESSES = BigInteger.ONE.shiftLeft(160);

    /// mint 32, value 32, gas limit 8, whether it creates a contract 1. Source: deposits, "User-Deposited
    /// Transactions", `opaqueData`.
    private static final int FIXED_BYTES = 73;

    /// Source: OptimismPortal2, `minimumGasLimit` since 3.14 (older: 16 a byte, so this is enough for both).
    private static final long GAS_A_BYTE = 40;

    private static final long GAS_AT_LEAST = 21_000;

    /// Source: OptimismPortal2, `depositTransaction`: more data is refused.
    static final int MOST_DATA = 120_000;

    private Deposit() {}

    static Gas minimumGas(Bytes data) {
        return new Gas(GAS_AT_LEAST + GAS_A_BYTE * data.size());
    }

    /// Under which name a contract of L1 appears on the L2.
    static Address alias(Address l1Contract) {
        BigInteger sum = l1Contract.toWord().toNumber().add(ALIAS).mod(ADDRESSES);
        return Hash32.ofNumber(sum).toAddress();
    }

    /// Whether the L2 sees this very account as the sender: it has no code, or delegates (EIP-7702: 0xef0100 and an
    /// address, 23 bytes).
    static boolean keepsItsName(Bytes code) {
        return code.isEmpty()
                || (code.size() == 23 && (code.at(0) & 0xff) == 0xef && code.at(1) == 0x01 && code.at(2) == 0x00);
    }

    /// The transaction that the L2 makes of an event of the portal.
    /// @param block the L1 block that it stands in
    /// @param index of the event in the whole block
    static Answer<DepositTransaction> transaction(Address portal, Log log, Hash32 block, long index) {
        if (!log.contract().equals(portal)
                || log.topics().size() != 4
                || !log.topics().getFirst().equals(EVENT)) {
            return new Answer.Refuted<>("not an event of a deposit");
        }
        if (!log.topics().get(3).equals(Hash32.ZERO)) {
            return new Answer.Unknown<>(Answer.Cause.UPDATE_NEEDED, "a deposit of a version that is not known here");
        }
        Optional<Bytes> opaque = Abi.textAt(log.data(), 0).filter(data -> data.size() >= FIXED_BYTES);
        if (opaque.isEmpty()) {
            return new Answer.Refuted<>("the event of a deposit is cut off");
        }
        Bytes data = opaque.get();
        BigInteger gas = number(data, 64, 72);
        if (gas.bitLength() > 62) {
            return new Answer.Refuted<>("a deposit with more gas than there can be");
        }
        boolean creates = data.at(72) != 0;
        return new Answer.Proven<>(new DepositTransaction(
                sourceHash(block, index),
                log.topics().get(1).toAddress(),
                creates ? Optional.empty() : Optional.of(log.topics().get(2).toAddress()),
                new Wei(number(data, 0, 32)),
                new Wei(number(data, 32, 64)),
                new Gas(gas.longValue()),
                false,
                data.slice(FIXED_BYTES, data.size())));
    }

    /// Source: deposits, "Source hash computation", domain 0.
    static Hash32 sourceHash(Hash32 block, long index) {
        Hash32 inner =
                Keccak256.hash(Abi.encode(Abi.word(block), Abi.word(index)).toArray());
        return Keccak256.hash(Abi.encode(Abi.word(0), Abi.word(inner)).toArray());
    }

    private static BigInteger number(Bytes data, int from, int to) {
        return new BigInteger(1, data.slice(from, to).toArray());
    }
}

package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.derivation.UserDeposits;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// What goes into an L2 through L1, asked or unasked. Source: specification, deposits.
final class Deposit {
    /// Source: deposits, "Address Aliasing".
    private static final BigInteger ALIAS = new BigInteger("1111000000000000000000000000000000001111", 16);

    private static final BigInteger ADDRESSES = BigInteger.ONE.shiftLeft(160);

    /// Source: OptimismPortal2, `minimumGasLimit` since 3.14 (older: 16 a byte, so this is enough for
    /// both).
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

    /// Whether the L2 sees this very account as the sender: it has no code, or delegates (EIP-7702:
    /// 0xef0100 and an address, 23 bytes).
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
                || !log.topics().getFirst().equals(UserDeposits.TOPIC)) {
            return new Answer.Refuted<>("not an event of a deposit");
        }
        if (!log.topics().get(3).equals(Hash32.ZERO)) {
            return new Answer.Unknown<>(Answer.Cause.UPDATE_NEEDED, "a deposit of a version that is not known here");
        }
        return UserDeposits.read(log, block, index)
                .<Answer<DepositTransaction>>map(Answer.Proven::new)
                .orElseGet(() -> new Answer.Refuted<>("the event of a deposit is cut off"));
    }
}

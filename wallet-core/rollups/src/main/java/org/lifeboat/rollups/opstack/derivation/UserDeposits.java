package org.lifeboat.rollups.opstack.derivation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// Transactions that people put into the L2 through L1. None may be left out. Source: deposits, "Deriving
/// the Transaction from the L1 log".
public final class UserDeposits {
    /// `TransactionDeposited(address,address,uint256,bytes)`
    public static final Hash32 TOPIC =
            Hash32.fromHex("0xb3813568d9991fc951961fcb4c784893574240a28925604d09fc577c55bb7c32");

    private static final int WORD = 32;
    private static final int HEAD = 2 * WORD;
    private static final int GAS_AT = 2 * WORD;
    private static final int CREATION_AT = GAS_AT + Long.BYTES;
    private static final int DATA_AT = CREATION_AT + 1;

    private UserDeposits() {}

    /// @param receipts of the whole L1 block
    /// @return unknown: an event of a form that this program does not know, so that the block cannot be
    /// derived
    static Answer<List<Bytes>> read(List<Receipt> receipts, Hash32 l1Block, Address portal) {
        List<Bytes> deposits = new ArrayList<>();
        long index = 0;
        for (Receipt receipt : receipts) {
            for (Log log : receipt.logs()) {
                if (isDeposit(log, portal)) {
                    Optional<DepositTransaction> deposit = read(log, l1Block, index);
                    if (deposit.isEmpty()) {
                        return new Answer.Unknown<>(
                                Answer.Cause.UPDATE_NEEDED,
                                "a deposit on L1 has a form that this program does not know");
                    }
                    deposits.add(deposit.get().encoded());
                }
                index++;
            }
        }
        return new Answer.Proven<>(deposits);
    }

    private static boolean isDeposit(Log log, Address portal) {
        return log.contract().equals(portal)
                && !log.topics().isEmpty()
                && log.topics().getFirst().equals(TOPIC);
    }

    /// One deposit.
    /// @param index of the event among all of the L1 block's
    /// @return empty where it is of no known form
    public static Optional<DepositTransaction> read(Log log, Hash32 l1Block, long index) {
        Bytes data = log.data();
        boolean known = log.topics().size() == 4
                && log.topics().get(3).equals(Hash32.ZERO)
                && data.size() >= HEAD
                && data.size() % WORD == 0
                && number(data, 0, WORD).equals(BigInteger.valueOf(WORD));
        if (!known) {
            return Optional.empty();
        }
        BigInteger length = number(data, WORD, WORD);
        int room = data.size() - HEAD;
        boolean fits = length.bitLength() < 31 && length.intValue() <= room && length.intValue() + WORD > room;
        if (!fits || length.intValue() < DATA_AT) {
            return Optional.empty();
        }
        Bytes packed = data.slice(HEAD, HEAD + length.intValue());
        BigInteger gas = number(packed, GAS_AT, Long.BYTES);
        // The portal takes no more than 20 million; 2^63 and more are not of this world.
        return gas.bitLength() < 64
                ? Optional.of(deposit(log, SourceHash.ofUser(l1Block, index), packed, new Gas(gas.longValue())))
                : Optional.empty();
    }

    private static DepositTransaction deposit(Log log, Hash32 source, Bytes packed, Gas gas) {
        boolean call = packed.at(CREATION_AT) == 0;
        return new DepositTransaction(
                source,
                log.topics().get(1).toAddress(),
                call ? Optional.of(log.topics().get(2).toAddress()) : Optional.empty(),
                new Wei(number(packed, 0, WORD)),
                new Wei(number(packed, WORD, WORD)),
                gas,
                false,
                packed.slice(DATA_AT, packed.size()));
    }

    private static BigInteger number(Bytes data, int from, int size) {
        return new BigInteger(1, data.sharedArray(), from, size);
    }
}

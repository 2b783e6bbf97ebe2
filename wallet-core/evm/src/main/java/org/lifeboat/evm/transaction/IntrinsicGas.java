package org.lifeboat.evm.transaction;

import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.Transaction;

/// What a transaction pays before its first instruction.
/// @param gas Yellow Paper, equation 64 (`g_0`), with EIP-2028, 2930, 3860, 7702
/// @param floor the least it pays in the end (EIP-7623); 0 where the fork has no floor
record IntrinsicGas(long gas, long floor) {
    /// Source: Yellow Paper, appendix G, `G_transaction`.
    private static final long TRANSACTION_GAS = 21_000;

    /// Source: Yellow Paper, appendix G, `G_txdatazero`.
    private static final long ZERO_BYTE_GAS = 4;

    /// Source: EIP-2930, `ACCESS_LIST_ADDRESS_COST` and `ACCESS_LIST_STORAGE_KEY_COST`. Since: Berlin.
    private static final long ACCESS_LIST_ADDRESS_GAS = 2400;

    private static final long ACCESS_LIST_SLOT_GAS = 1900;

    /// Source: EIP-7702, `PER_EMPTY_ACCOUNT_COST`. Since: Prague.
    static final long AUTHORIZATION_GAS = 25_000;

    /// Source: EIP-7623: a non-zero byte counts as four tokens. Since: Prague.
    private static final long TOKENS_NON_ZERO = 4;

    static IntrinsicGas of(ForkRules rules, Transaction transaction) {
        Bytes data = transaction.data();
        long nonZero = 0;
        for (int i = 0; i < data.size(); i++) {
            if (data.at(i) != 0) {
                nonZero++;
            }
        }
        long zero = data.size() - nonZero;
        long gas = TRANSACTION_GAS + ZERO_BYTE_GAS * zero + rules.nonZeroByteGas * nonZero;
        if (transaction.recipient().isEmpty()) {
            gas += rules.createTransactionGas + rules.initCodeWordGas * ((data.size() + 31) / 32);
        }
        for (AccessListEntry entry : TransactionParts.accessList(transaction)) {
            gas += ACCESS_LIST_ADDRESS_GAS
                    + ACCESS_LIST_SLOT_GAS * entry.slots().size();
        }
        gas += AUTHORIZATION_GAS * TransactionParts.authorizations(transaction).size();
        long tokens = zero + TOKENS_NON_ZERO * nonZero;
        long floor = rules.floorTokenGas == 0 ? 0 : TRANSACTION_GAS + rules.floorTokenGas * tokens;
        return new IntrinsicGas(gas, floor);
    }
}

package org.lifeboat.evm.block;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.primitives.Address;

/// Ether that comes from the beacon chain (EIP-4895). Since: Shanghai.
/// @param amountGwei unit: gwei, unsigned
public record Withdrawal(long index, long validator, Address recipient, long amountGwei) {
    /// Source: EIP-4895: amounts are in gwei. Unit: wei.
    private static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000);

    /// Credits all of them; after the block's transactions.
    public static void apply(List<Withdrawal> withdrawals, WorldState state) {
        state.beginTransaction();
        for (Withdrawal withdrawal : withdrawals) {
            Account account = state.account(withdrawal.recipient);
            BigInteger gwei = new BigInteger(Long.toUnsignedString(withdrawal.amountGwei));
            state.touch(account, true);
            state.credit(account, gwei.multiply(GWEI));
        }
        state.finishTransaction(true);
    }
}

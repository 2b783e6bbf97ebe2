package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;

/// A withdrawal that brings coin home by the messenger: sent to it directly, or by the standard bridge. The
/// portal hands the coin to the messenger on L1, which hands it on, and keeps it for another try where that
/// fails. Source: specification, "bridges" and "messengers"; optimism, `StandardBridge.sol`,
/// `CrossDomainMessenger.sol`.
/// @param withdrawal the messenger's message, which the portal knows
/// @param from whose coin it was on the L2
/// @param to who gets it on L1
public record CoinWithdrawal(Withdrawal withdrawal, Address from, Address to) {
    /// Reads what a withdrawal carries.
    /// @return empty where the messenger of the L2 did not send it, it carries no coin, or its encoding is not
    /// exactly the messenger's
    public static Optional<CoinWithdrawal> of(Withdrawal withdrawal) {
        return CoinMessages.read(withdrawal);
    }

    /// Who gets the coin that a call on the L2 sends home by bridge or messenger.
    /// @param sender of the call
    /// @param contract that is called
    /// @return empty for another call, or one without coin
    public static Optional<Address> ordered(Address sender, Address contract, Wei value, Bytes input) {
        return value.isZero() ? Optional.empty() : CoinMessages.ordered(sender, contract, input);
    }

    public Wei amount() {
        return withdrawal.value();
    }
}

package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

/// A withdrawal that brings a token home: the standard bridge of the L2 has destroyed the token there and
/// sends a message, by the messenger, to the bridge on L1, which hands out what it holds. Source:
/// specification, "bridges" and "messengers"; optimism, `StandardBridge.sol`, `CrossDomainMessenger.sol`.
/// @param withdrawal the messenger's message, which the portal knows
/// @param l1Bridge that hands out
/// @param from whose tokens were destroyed on the L2
/// @param to who gets them on L1
/// @param units in the token's smallest unit
public record TokenWithdrawal(
        Withdrawal withdrawal,
        Address l1Bridge,
        Address l1Token,
        Address l2Token,
        Address from,
        Address to,
        BigInteger units) {
    /// Reads what a withdrawal carries.
    /// @return empty where the bridge of the L2 did not send it by the messenger, or the encoding is not
    /// exactly the bridge's
    public static Optional<TokenWithdrawal> of(Withdrawal withdrawal) {
        return TokenMessages.read(withdrawal);
    }

    /// By which the messenger on L1 knows it.
    public Hash32 message() {
        return TokenMessages.message(withdrawal);
    }
}

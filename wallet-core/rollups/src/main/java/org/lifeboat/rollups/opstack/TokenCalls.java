package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;

/// The calls that bring a token of the standard bridge in and out, and that move any token on the L2 without
/// its sequencer. Pure. A token of the bridge is destroyed without an allowance when it goes home; on its way
/// in the bridge on L1 takes it and needs one.
public final class TokenCalls {
    /// What the bridge of the other layer gets at least to hand a token out: its own books, and a transfer of
    /// a token that takes several times what usual ones take (50,000).
    public static final Gas HAND_OUT_GAS = new Gas(200_000);

    /// For sending a token home by a deposit: some 137,000 are used with a token of the factory, other tokens
    /// take more, and what is left over is lost. Source: measured with op-geth, L2StandardBridge 1.13.
    public static final Gas FORCED_WITHDRAWAL_GAS = new Gas(400_000);

    /// For a payment in a token by a deposit: a usual one takes some 53,000, measured as above.
    public static final Gas FORCED_PAYMENT_GAS = new Gas(150_000);

    private TokenCalls() {}

    /// To be sent on the **L2**: destroys the token there and sends word to L1.
    public static L1Call withdraw(TokenPair pair, Address to, BigInteger units) {
        return new L1Call(TokenMessages.L2_BRIDGE, Wei.ZERO, TokenMessages.withdraw(pair, to, units, HAND_OUT_GAS));
    }

    /// The same through L1, without the sequencer.
    public static L1Call forceWithdrawal(Address portal, TokenPair pair, Address to, BigInteger units) {
        return OpStack.force(portal, withdraw(pair, to, units), FORCED_WITHDRAWAL_GAS);
    }

    /// A payment on the L2 in any token, through L1.
    public static L1Call forcePayment(Address portal, Address l2Token, Address to, BigInteger units) {
        L1Call there = new L1Call(l2Token, Wei.ZERO, TokenMessages.transfer(to, units));
        return OpStack.force(portal, there, FORCED_PAYMENT_GAS);
    }

    /// What a forced transaction takes of a token from its sender on the L2.
    /// @param units in the token's smallest unit
    public record Moved(Address l2Token, BigInteger units) {}

    /// @param input of the call of the portal
    /// @return empty where it is neither of [#forceWithdrawal] nor of [#forcePayment]
    public static Optional<Moved> moved(Bytes input, Address sender) {
        return Contracts.deposited(input).flatMap(call -> TokenMessages.moved(call, sender));
    }

    /// Lets the bridge on L1 take so much, and no more.
    public static L1Call approve(Address l1Token, Address l1Bridge, BigInteger units) {
        return new L1Call(l1Token, Wei.ZERO, TokenMessages.approve(l1Bridge, units));
    }

    /// Brings a token from L1 to an account of the L2.
    public static L1Call deposit(Address l1Bridge, TokenPair pair, Address to, BigInteger units) {
        return new L1Call(l1Bridge, Wei.ZERO, TokenMessages.deposit(pair, to, units, HAND_OUT_GAS));
    }

    /// Has the messenger try again what failed behind it on L1. Anybody may send it.
    public static L1Call replay(Withdrawal withdrawal) {
        return TokenMessages.replay(withdrawal);
    }

    /// What trying again takes at least: the messenger returns without an error where it gets less, and no
    /// estimate shows that. Source: `CrossDomainMessenger.baseGas`, which the withdrawal carries and which
    /// covers a transaction of its own.
    public static Gas replayGas(Withdrawal withdrawal) {
        return new Gas(withdrawal.gasLimit().longValueExact());
    }

    /// What a call of the L2's bridge sends home; empty for another call.
    /// @param sender of the call
    public static Optional<TokenOrder> ordered(Address sender, Bytes input) {
        return TokenMessages.order(sender, input);
    }
}

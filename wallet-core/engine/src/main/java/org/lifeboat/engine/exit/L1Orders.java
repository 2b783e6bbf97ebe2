package org.lifeboat.engine.exit;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.TokenCalls;

/// Transactions on L1 that become ones on an L2. Pure.
public final class L1Orders {
    /// For a call of unknown length; a plain payment takes less.
    private static final long CALL_GAS = 200_000;

    private L1Orders() {}

    /// Coin from L1 to an account of the L2.
    public static SendOrder deposit(ExitPlace place, Address account, Address to, Wei amount) {
        return order(account, place.l1(), OpStack.deposit(place.portal(), to, amount), "");
    }

    /// A payment or call on the L2 that its sequencer cannot leave out; the account on the L2 pays the amount.
    /// @param gas on the L2; what is left over is lost. Empty: enough for most calls
    /// @throws IllegalArgumentException where the portal would refuse so much data or so little gas
    public static SendOrder force(
            ExitPlace place, Address account, Address to, Wei amount, Bytes data, Optional<Gas> gas) {
        Gas wanted = gas.orElseGet(
                () -> new Gas(Math.max(CALL_GAS, OpStack.minimumGas(data).amount())));
        return order(account, place.l1(), OpStack.force(place.portal(), new L1Call(to, amount, data), wanted), "");
    }

    /// Lets the bridge on L1 take so much of a token, and no more.
    public static SendOrder approve(ExitPlace place, Address account, Address l1Bridge, ExitToken token, String note) {
        return order(account, place.l1(), TokenCalls.approve(token.pair().l1Token(), l1Bridge, token.units()), note);
    }

    /// A token from L1 to an account of the L2, by the standard bridge.
    public static SendOrder deposit(
            ExitPlace place, Address account, Address to, Address l1Bridge, ExitToken token, String note) {
        return order(account, place.l1(), TokenCalls.deposit(l1Bridge, token.pair(), to, token.units()), note);
    }

    /// A payment in a token on the L2 that its sequencer cannot leave out.
    public static SendOrder force(ExitPlace place, Address account, Address to, Address l2Token, BigInteger units) {
        return order(account, place.l1(), TokenCalls.forcePayment(place.portal(), l2Token, to, units), "");
    }

    /// Takes off the L2 through L1 what a plan wants.
    public static SendOrder withdrawal(ExitPlace place, Address account, ExitState wanted) {
        return order(account, place.l1(), forced(place, wanted), "");
    }

    static L1Call forced(ExitPlace place, ExitState wanted) {
        return wanted.token()
                .map(token -> TokenCalls.forceWithdrawal(place.portal(), token.pair(), wanted.target(), token.units()))
                .orElseGet(() -> OpStack.forceWithdrawal(place.portal(), wanted.target(), wanted.amount()));
    }

    static SendOrder withGas(SendOrder order, Gas gas) {
        return new SendOrder(
                order.from(),
                order.to(),
                order.asset(),
                order.amount(),
                order.speed(),
                order.nonce(),
                Optional.of(gas),
                order.price(),
                order.note(),
                order.data());
    }

    static SendOrder order(Address account, Network network, L1Call call, String note) {
        return new SendOrder(
                account,
                call.to(),
                new Asset.Coin(network),
                new SendAmount.Exactly(call.value().value()),
                Speed.NORMAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                note,
                call.data());
    }
}

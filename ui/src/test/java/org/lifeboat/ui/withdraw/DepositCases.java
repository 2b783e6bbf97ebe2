package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.exit.Arrival;
import org.lifeboat.engine.exit.Crossing;
import org.lifeboat.engine.exit.Crossing.Kind;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.activity.Transactions;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitCases;
import org.lifeboat.ui.withdraw.DepositScreen.Brought;
import org.lifeboat.ui.withdraw.WithdrawScreen.Flaw;

/// The page that brings something to an L2, in each of its states.
public final class DepositCases {
    private static final Hash32 THERE = Hash32.ofNumber(0xabcdef);
    private static final BlockRef BLOCK = new BlockRef(21_004_113, Hash32.ofNumber(10), 1_795_266_000L);

    private DepositCases() {}

    public static Map<String, DepositScreen> all() {
        Map<String, DepositScreen> states = new LinkedHashMap<>();
        states.put("deposit-load", new DepositScreen.Loading());
        states.put("deposit-no-way", new DepositScreen.NoWay("exits.none.source", List.of("Ethereum")));
        states.put("deposit-no-signer", new DepositScreen.NoSigner());
        states.put("deposit-form", filling(false, Optional.empty(), "", Flaw.NONE, new Brought.Seen(List.of())));
        states.put("deposit-token", filling(true, Optional.of(token()), "0,5", Flaw.NOT_AN_AMOUNT, seen()));
        states.put("deposit-looking", filling(false, Optional.empty(), "1", Flaw.CHECKSUM, new Brought.Looking()));
        states.put("deposit-offline", filling(false, Optional.empty(), "1", Flaw.NONE, new Brought.NotLooked()));
        return states;
    }

    static DepositScreen.Facts facts(boolean paused) {
        return new DepositScreen.Facts(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                List.of(ExitCases.ACCOUNT),
                paused,
                Map.of(Sheets.ONE, new BigInteger("2250000000000000000")),
                List.of(token()));
    }

    static DepositForm.Choice token() {
        Token known = Sheets.usdc(Sheets.OPTIMISM);
        return new DepositForm.Choice(
                known,
                Hash32.ofNumber(0xa0b8).toAddress(),
                Optional.of(known),
                Map.of(Sheets.ONE, new BigInteger("1500250000")));
    }

    private static DepositScreen filling(
            boolean paused, Optional<DepositForm.Choice> token, String amount, Flaw flaw, Brought brought) {
        return new DepositScreen.Filling(
                facts(paused), new DepositForm(ExitCases.ACCOUNT, amount, "", token), flaw, brought);
    }

    /// One of each.
    private static Brought seen() {
        return new Brought.Seen(List.of(
                crossing(2, new Status.Saved(), Kind.COIN, new Arrival.NotOnL1()),
                crossing(3, new Status.Reverted(BLOCK), Kind.COIN, new Arrival.NoDeposit()),
                crossing(4, new Status.Mined(BLOCK), Kind.TOKEN, new Arrival.OnItsWay(THERE)),
                crossing(5, new Status.Mined(BLOCK), Kind.COIN, new Arrival.Arrived(THERE, 128_430_121L)),
                crossing(6, new Status.Mined(BLOCK), Kind.TOKEN, new Arrival.Failed(THERE, 128_430_100L)),
                crossing(
                        7,
                        new Status.Mined(BLOCK),
                        Kind.CALL,
                        new Arrival.Silent(THERE, "node.example cannot be reached: there was no answer in time"))));
    }

    static Crossing crossing(int number, Status status, Kind kind, Arrival arrival) {
        OwnTransaction own = Transactions.of(number, Sheets.ETHEREUM, status);
        return new Crossing(own, kind, arrival);
    }
}

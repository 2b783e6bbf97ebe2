package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Forewarning;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.engine.exit.TokenReport.Kind;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitCases;

/// What both layers may have said before a withdrawal is begun.
public final class WithdrawCases {
    private WithdrawCases() {}

    public static WithdrawScreen.Facts well() {
        return facts(
                Optional.of(ExitCases.leaving(
                        ExitCases.bridge(false, BridgeReport.Roots.OPEN), Map.of(ExitCases.ACCOUNT, "0.02"))),
                Duration.ofMinutes(40),
                Map.of());
    }

    /// Another exit is under way, the bridge is paused, roots are late, and too little is held on L1.
    public static WithdrawScreen.Facts troubled() {
        List<Exits.Plan> unsent = List.of(ExitCases.plan(1, Sheets.OPTIMISM, "0.5"));
        return facts(
                Optional.of(ExitCases.leaving(
                        ExitCases.bridge(true, BridgeReport.Roots.OPEN), Map.of(ExitCases.ACCOUNT, "0.0021"))),
                Duration.ofHours(9),
                Map.of(Sheets.ONE, unsent));
    }

    /// L1 says nothing.
    public static WithdrawScreen.Facts silent() {
        return facts(Optional.empty(), Duration.ofMinutes(1), Map.of());
    }

    /// One of each way home.
    public static List<TokenChoice> tokens() {
        Address below = Address.fromHex("0x5801d0e1c7d977d78e4890880b8e579eb4943276");
        return List.of(
                token("USDT", 6, Kind.STANDARD_BRIDGE, Optional.of(below), new BigInteger("81400250000")),
                token("OP", 18, Kind.NO_COUNTERPART, Optional.empty(), BigInteger.ZERO),
                token("wstETH", 18, Kind.OWN_BRIDGE, Optional.of(below), BigInteger.ZERO),
                token("ODD", 18, Kind.UNKNOWN, Optional.of(below), BigInteger.ZERO),
                token("NEW", 18, Kind.NOTHING_LOCKED, Optional.of(below), BigInteger.ZERO),
                token("QUIET", 18, Kind.COULD_NOT_READ, Optional.empty(), BigInteger.ZERO));
    }

    private static TokenChoice token(
            String symbol, int decimals, Kind kind, Optional<Address> named, BigInteger locked) {
        Token token = new Token(
                Sheets.OPTIMISM.chain(),
                Hash32.ofNumber(kind.ordinal() + 1).toAddress(),
                symbol,
                symbol,
                decimals,
                Optional.empty(),
                Optional.empty());
        return new TokenChoice(
                new TokenReport(token, kind, named, locked),
                Map.of(Sheets.ONE, BigInteger.TEN.pow(decimals).multiply(BigInteger.TWO)));
    }

    private static WithdrawScreen.Facts facts(
            Optional<Leaving.Read> leaving, Duration sinceRoot, Map<Address, List<Exits.Plan>> unsent) {
        return new WithdrawScreen.Facts(
                Sheets.OPTIMISM,
                Sheets.ETHEREUM,
                List.of(ExitCases.ACCOUNT),
                leaving,
                leaving.isEmpty() ? "node.example cannot be reached: there was no answer in time" : "",
                leaving.map(_ -> new RootRhythm(
                        ExitCases.NOW.minus(sinceRoot),
                        128_430_121L,
                        Duration.ofHours(1),
                        Optional.of(Duration.ofHours(1)),
                        Optional.of(Duration.ofHours(84)))),
                leaving.map(_ -> Duration.ofHours(12)),
                Map.of(Sheets.ONE, ExitCases.ether("2.0")),
                tokens(),
                unsent,
                leaving.map(_ ->
                        new Forewarning.Runs("node.example", 128_430_250L, ExitCases.NOW.minus(Duration.ofSeconds(4)))),
                ExitCases.NOW);
    }
}

package org.lifeboat.app.window;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;

/// What somebody is said to have on a real chain.
final class RehearsedTokens {
    private static final Assurance POSTED = new Assurance(Assurance.Level.POSTED, Set.of());
    private static final ChainId L2 = new ChainId(10);
    private static final Wei BOND = Wei.of(80_000_000_000_000_000L);

    private RehearsedTokens() {}

    /// A token and none of the coin.
    static RealMoney ofTokensAlone() {
        return with(Wei.ZERO);
    }

    static RealMoney ofCoinAndTokens() {
        return with(Wei.of(2_000_000_000_000_000_000L));
    }

    private static RealMoney with(Wei onL2) {
        return new RealMoney(
                NetworkRegistry.bundled().find(L2).orElseThrow().network(),
                NetworkRegistry.bundled().find(new ChainId(1)).orElseThrow().network(),
                onL2,
                POSTED,
                new Readiness(
                        Wei.of(1_000_000_000_000_000_000L),
                        Wei.of(2_000_000_000_000_000L),
                        Optional.empty(),
                        Optional.of(BOND),
                        Optional.empty()),
                POSTED,
                Wei.of(1_000_000_000),
                new BridgeReport(
                        false,
                        Duration.ofDays(7),
                        Duration.ofHours(84),
                        BridgeReport.Roots.OPEN,
                        8,
                        BOND,
                        Optional.empty(),
                        Address.ZERO,
                        Address.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        POSTED),
                Optional.of(Duration.ofHours(84)),
                3_600,
                List.of(dollars()),
                new RealMoney.AtHand(true, 2, 2, 0, false));
    }

    private static RealMoney.Held dollars() {
        Token token = new Token(L2, Address.ZERO, "Dollar", "USD", 2, Optional.empty(), Optional.empty());
        BigInteger units = BigInteger.valueOf(25_050);
        return new RealMoney.Held(
                token,
                units,
                POSTED,
                new TokenReport(token, TokenReport.Kind.STANDARD_BRIDGE, Optional.of(Address.ZERO), units));
    }
}

package org.lifeboat.engine.exit;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.rollups.opstack.TokenExit;

/// Whether and how a token gets home, as whoever speaks of it needs it.
/// @param named what it names: its counterpart on L1, or a bridge of its own
/// @param locked for it on L1 by the standard bridge, for everybody together; else zero
public record TokenReport(Token token, Kind kind, Optional<Address> named, BigInteger locked) {
    /// The ways home, one word for each sentence.
    public enum Kind {
        STANDARD_BRIDGE,
        /// It names the standard bridge, which holds nothing for it on L1.
        NOTHING_LOCKED,
        OWN_BRIDGE,
        NO_COUNTERPART,
        /// It names the standard bridge, which does not take it for one of its own.
        UNKNOWN,
        COULD_NOT_READ
    }

    /// @param exit empty where it could not be read
    public static TokenReport of(Token token, Optional<TokenExit> exit) {
        return exit.map(way -> switch (way) {
                    case TokenExit.StandardBridge bridge ->
                        new TokenReport(
                                token,
                                bridge.locked().signum() > 0 ? Kind.STANDARD_BRIDGE : Kind.NOTHING_LOCKED,
                                Optional.of(bridge.l1Token()),
                                bridge.locked());
                    case TokenExit.OwnBridge(Address bridge) -> none(token, Kind.OWN_BRIDGE, Optional.of(bridge));
                    case TokenExit.NoCounterpart _ -> none(token, Kind.NO_COUNTERPART, Optional.empty());
                    case TokenExit.Unknown(Address below) -> none(token, Kind.UNKNOWN, Optional.of(below));
                })
                .orElseGet(() -> none(token, Kind.COULD_NOT_READ, Optional.empty()));
    }

    private static TokenReport none(Token token, Kind kind, Optional<Address> named) {
        return new TokenReport(token, kind, named, BigInteger.ZERO);
    }

    /// Whether some of it comes home.
    public boolean comesHome() {
        return kind == Kind.STANDARD_BRIDGE;
    }

    /// A wish to bring so much home.
    /// @return empty where L1 does not hold that much for it
    public Optional<ExitToken> wish(BigInteger units) {
        return named.filter(_ -> comesHome() && locked.compareTo(units) >= 0)
                .map(l1Token -> ExitToken.of(token, l1Token, units));
    }
}

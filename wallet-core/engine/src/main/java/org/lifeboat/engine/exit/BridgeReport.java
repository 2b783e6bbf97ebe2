package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.GameType;

/// A chain's bridge as whoever speaks of it needs it.
/// @param paused whether proving and paying out are stopped; deposits never are
/// @param maturity from proving a withdrawal until it can be paid out
/// @param airGap from the end of the contest over a root until it counts
/// @param roots who can post and contest roots
/// @param rootsNumber the bridge's own number for that
/// @param bond for posting a root
/// @param finalBlock of the L2, the newest that L1 treats as final; empty where the bridge keeps none
/// @param assurance of the state that was read
public record BridgeReport(
        boolean paused,
        Duration maturity,
        Duration airGap,
        Roots roots,
        long rootsNumber,
        Wei bond,
        Optional<Long> finalBlock,
        Address portal,
        Address factory,
        Optional<Address> registry,
        Optional<Address> systemConfig,
        Assurance assurance) {
    /// Who can post and contest roots.
    public enum Roots {
        /// Anybody, with a bond.
        OPEN,
        /// Only whom the operator names.
        PERMISSIONED,
        /// Whoever can make a proof that this program cannot make.
        PROVEN,
        /// In an output oracle: only the proposer that it names posts, and the challenger that it names deletes.
        ORACLE,
        /// Of several chains at once; not read here.
        SUPER,
        /// Newer than this program.
        UNKNOWN
    }

    /// Whether withdrawals can be proven against these roots by what is known here.
    public boolean readable() {
        return roots != Roots.SUPER && roots != Roots.UNKNOWN;
    }

    /// Whether withdrawals can be proven and paid out through it now, as far as this program can tell.
    public boolean open() {
        return !paused && readable();
    }

    /// @return empty where it could not be read, with the reason in `Exits.BridgeSeen`
    public static Optional<BridgeReport> of(ExitPlace place, Exits.BridgeSeen seen) {
        return seen instanceof Exits.BridgeSeen.Read(Bridge bridge, Assurance assurance)
                ? Optional.of(of(place, bridge, assurance))
                : Optional.empty();
    }

    static BridgeReport of(ExitPlace place, Bridge bridge, Assurance assurance) {
        return new BridgeReport(
                bridge.paused(),
                bridge.maturity(),
                bridge.airGap(),
                roots(GameType.of(bridge.respectedType())),
                bridge.respectedType(),
                bridge.bond(),
                bridge.anchor().map(anchor -> anchor.block().number()),
                place.portal(),
                bridge.contracts().factory(),
                bridge.contracts().registry(),
                bridge.contracts().systemConfig(),
                assurance);
    }

    private static Roots roots(GameType type) {
        return switch (type) {
            case OPEN -> Roots.OPEN;
            case PERMISSIONED -> Roots.PERMISSIONED;
            case PROVEN -> Roots.PROVEN;
            case ORACLE -> Roots.ORACLE;
            case SUPER -> Roots.SUPER;
            case UNKNOWN -> Roots.UNKNOWN;
        };
    }
}

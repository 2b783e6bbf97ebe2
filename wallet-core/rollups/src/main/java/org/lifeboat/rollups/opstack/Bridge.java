package org.lifeboat.rollups.opstack;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;

/// A chain's bridge on L1, as its contracts say at one L1 block.
/// @param contracts where they are
/// @param respectedType the kind of contest whose roots count
/// @param maturity from proving a withdrawal until it can be paid out; of an output oracle its finalization period
/// @param airGap from a game's end until its root counts; none of an output, whose own clock is all
/// @param paused whether proving and paying out are stopped; deposits never are
/// @param games how many roots were ever posted, of any kind
/// @param bond for posting a root of the respected kind; none where only a named proposer posts
/// @param anchor the newest root that L1 treats as final; empty where the contracts keep none, it is one of
/// several chains at once, or it was not looked for
public record Bridge(
        Contracts contracts,
        long respectedType,
        Duration maturity,
        Duration airGap,
        boolean paused,
        long games,
        Wei bond,
        Optional<AnchorRoot> anchor) {
    /// @param portal where money comes in and goes out
    /// @param factory where roots are posted: the factory of games, or the output oracle
    /// @param registry decides which game counts; empty in the generation before it, where the portal decides
    /// @param systemConfig the chain's settings
    /// @param l2 the chain that the settings name; empty in generations that name none
    /// @param posting how roots are posted there
    /// @param otherCoin whether gas on the L2 is paid in another coin than on L1
    public record Contracts(
            Address portal,
            Address factory,
            Optional<Address> registry,
            Optional<Address> systemConfig,
            Optional<ChainId> l2,
            Posting posting,
            boolean otherCoin) {
        /// With games.
        public Contracts(
                Address portal,
                Address factory,
                Optional<Address> registry,
                Optional<Address> systemConfig,
                Optional<ChainId> l2) {
            this(portal, factory, registry, systemConfig, l2, Posting.GAMES, false);
        }
    }

    /// How roots get to L1.
    public enum Posting {
        /// Each in a game of its own, which decides whether it counts.
        GAMES,
        /// In the list of an output oracle, as before there were games.
        OUTPUTS
    }

    /// With a root that L1 treats as final.
    Bridge with(Optional<AnchorRoot> found) {
        return new Bridge(contracts, respectedType, maturity, airGap, paused, games, bond, found);
    }

    public record AnchorRoot(Hash32 root, L2Block block) {}
}

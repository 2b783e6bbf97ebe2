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
/// @param maturity from proving a withdrawal until it can be paid out
/// @param airGap from a game's end until its root counts
/// @param paused whether proving and paying out are stopped; deposits never are
/// @param games how many roots were ever posted, of any kind
/// @param bond for posting a root of the respected kind
/// @param anchor the newest root that L1 treats as final; empty where the contracts keep none, or it is one of
/// several chains at once
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
    /// @param factory of games: who posts a root makes one
    /// @param registry decides which game counts; empty in the generation before it, where the portal decides
    /// @param systemConfig the chain's settings
    /// @param l2 the chain that the settings name; empty in generations that name none
    public record Contracts(
            Address portal,
            Address factory,
            Optional<Address> registry,
            Optional<Address> systemConfig,
            Optional<ChainId> l2) {}

    public record AnchorRoot(Hash32 root, L2Block block) {}
}

package org.lifeboat.rollups.opstack;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Address;

/// Who can do what to a bridge against its users, as its contracts say at one L1 block.
/// @param guardian can stop proving and paying out, and take roots out of account; empty where none is
/// named
/// @param upgrader can replace the bridge's contracts; empty where that could not be read
/// @param settings can change fees and who puts blocks on L1; empty where the bridge does not say
/// @param quorum of the upgrader, where it is a wallet of several keys
/// @param delay that an upgrade has to wait in public; empty where the upgrader states none, so that it can
/// come at once
/// @param codes where the code of each contract is, by the contract's role
public record Powers(
        Optional<Address> guardian,
        Optional<Address> upgrader,
        Optional<Address> settings,
        Optional<Quorum> quorum,
        Optional<Duration> delay,
        Map<Role, Address> codes) {
    public Powers {
        codes = Map.copyOf(codes);
    }

    /// So many of so many keys.
    public record Quorum(long threshold, long keys) {}

    /// A contract that money hangs on.
    public enum Role {
        PORTAL,
        FACTORY,
        REGISTRY,
        SYSTEM_CONFIG,
        /// Holds the pause.
        STOPPER
    }
}

package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.Address;

/// Who can stop a bridge, and who can replace its code. Pauses, delays and bonds stand in [Bridge].
/// Source: optimism, `packages/contracts-bedrock/src/L1/OptimismPortal2.sol` (`guardian`),
/// `src/L1/ProxyAdminOwnedBase.sol` (`proxyAdminOwner`), `src/L1/SystemConfig.sol` (`owner`).
public final class Risks {
    private Risks() {}

    /// @param guardian can pause proving and paying out; empty where the bridge does not name one
    /// @param upgrader can replace the code of the bridge; empty in generations that name nobody
    /// @param settings can change fees and who puts blocks on L1; empty where the bridge does not say
    public record Powers(Optional<Address> guardian, Optional<Address> upgrader, Optional<Address> settings) {}

    /// What the contracts say of themselves.
    public static Powers powers(Reads reads, Bridge.Contracts contracts) {
        Optional<Address> guardian = reads.address(contracts.portal(), "guardian()");
        Optional<Address> upgrader = reads.address(contracts.portal(), "proxyAdminOwner()");
        Optional<Address> settings = contracts.systemConfig().flatMap(config -> reads.address(config, "owner()"));
        return new Powers(guardian, upgrader, settings);
    }
}

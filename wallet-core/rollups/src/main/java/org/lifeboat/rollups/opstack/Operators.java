package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.Address;

/// Who works for a chain, and where it can be stopped, as its contracts say at one L1 block.
/// @param batcher who puts the chain's blocks on L1; a new one comes into force with the L1 block that names it.
/// Empty where it is no account
/// @param stopper the contract that holds the pause of the bridge
public record Operators(Optional<Address> batcher, Optional<Address> stopper) {
    /// Source: optimism, `packages/contracts-bedrock/src/L1/SystemConfig.sol` (`batcherHash`: the address on the
    /// right of a word), `OptimismPortal2.sol` and, from version 4 of the settings on, `SystemConfig.sol`
    /// (`superchainConfig`).
    static Operators read(Reads reads, Bridge.Contracts contracts) {
        Optional<Address> stopper = reads.address(contracts.portal(), "superchainConfig()")
                .or(() -> contracts.systemConfig().flatMap(config -> reads.address(config, "superchainConfig()")));
        return new Operators(
                contracts.systemConfig().flatMap(config -> reads.address(config, "batcherHash()")), stopper);
    }
}

package org.lifeboat.engine.chaincheck;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;

/// Who can be asked about an L2 and the L1 below it.
/// @param chains both, with their sources; none of them need be trusted
/// @param archives of blobs: beacon nodes of the L1, or whoever keeps blobs for longer
/// @param verified the newest L1 block that the light client treats as final; empty without one
/// @param genesis what the chain began with, for running all of it again without any server of the L2
/// @param accounts whose withdrawals are looked for in the blocks that are made from there on
public record CheckPlace(
        ExitPlace chains,
        List<BeaconSource> archives,
        RollupConfig rollup,
        Optional<VerifiedHead> verified,
        Optional<GenesisState> genesis,
        Set<Address> accounts) {
    public CheckPlace {
        archives = List.copyOf(archives);
        accounts = Set.copyOf(accounts);
    }

    /// Where the state comes from the L2's servers.
    public CheckPlace(
            ExitPlace chains, List<BeaconSource> archives, RollupConfig rollup, Optional<VerifiedHead> verified) {
        this(chains, archives, rollup, verified, Optional.empty(), Set.of());
    }

    /// From the chain's first block on.
    /// @param own accounts whose withdrawals are looked for
    public CheckPlace from(GenesisState beginning, Collection<Address> own) {
        return new CheckPlace(chains, archives, rollup, verified, Optional.of(beginning), Set.copyOf(own));
    }
}

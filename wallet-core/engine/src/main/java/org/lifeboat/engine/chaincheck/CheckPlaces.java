package org.lifeboat.engine.chaincheck;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;

/// Finds what a check of an L2 needs beside its two chains. Asks nobody.
public final class CheckPlaces {
    /// Between two blocks of L1. Source: consensus-specs, phase0/beacon-chain.md, `SECONDS_PER_SLOT`.
    private static final Duration SLOT = Duration.ofSeconds(12);

    private final Rollups rollups;

    public CheckPlaces(Rollups rollups) {
        this.rollups = rollups;
    }

    /// What is there for a check.
    public sealed interface Found {
        record Whole(CheckPlace place) implements Found {}

        /// What tells the chain from others is not known.
        record NoRollup() implements Found {}

        /// Nobody may be asked about the L2.
        record NoL2Source() implements Found {}

        /// The bridge is another one than the chain's own description names.
        record OtherPortal(Address named) implements Found {}
    }

    /// Until when an L2 has what L1 puts into it, where its sequencer is silent; empty where the chain's description
    /// is not known.
    public Optional<Duration> sequencingWindow(Network l2) {
        return rollups.find(l2).map(config -> SLOT.multipliedBy(config.limits().sequencingWindow()));
    }

    /// The state that a chain began with, out of the file that its geth begins with.
    /// @return unknown where the chain's description is not known
    public Answer<GenesisState> beginning(Network l2, String genesis) {
        return rollups.find(l2)
                .map(config -> GenesisFile.read(genesis, config))
                .orElseGet(() -> new Answer.Unknown<>(Answer.Cause.MISSING, "the chain's description is not known"));
    }

    /// @param archives of blobs
    /// @param verified the newest L1 block that the light client treats as final
    public Found find(ExitPlace chains, List<BeaconSource> archives, Optional<VerifiedHead> verified) {
        Found found = alone(chains, archives, verified);
        return found instanceof Found.Whole && chains.l2Sources().isEmpty() ? new Found.NoL2Source() : found;
    }

    /// As [#find], for a check that asks no source of the L2.
    public Found alone(ExitPlace chains, List<BeaconSource> archives, Optional<VerifiedHead> verified) {
        Optional<RollupConfig> rollup = rollups.find(chains.l2());
        if (rollup.isEmpty()) {
            return new Found.NoRollup();
        }
        Address named = rollup.get().contracts().portal();
        return chains.portal().equals(named)
                ? new Found.Whole(new CheckPlace(chains, archives, rollup.get(), verified))
                : new Found.OtherPortal(named);
    }
}

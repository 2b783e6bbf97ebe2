package org.lifeboat.conformance.lightclient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.ForkSchedule;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;

/// Networks that a recording describes by its own configuration.
final class Networks {
    private Networks() {}

    /// @param config a `config.yaml`; `ALTAIR_FORK_EPOCH` and its like
    /// @param name of the network; says the sizes too where the configuration does not
    static BeaconNetwork of(Yaml config, String name, Hash32 genesisValidatorsRoot) {
        return of(
                config.has("PRESET_BASE") ? config.text("PRESET_BASE") : name,
                config.bytes("GENESIS_FORK_VERSION", 4),
                fork -> config.has(fork + "_FORK_EPOCH")
                        ? Optional.of(config.number(fork + "_FORK_EPOCH"))
                        : Optional.empty(),
                fork -> config.bytes(fork + "_FORK_VERSION", 4),
                genesisValidatorsRoot);
    }

    static BeaconNetwork of(
            String preset,
            Bytes genesisVersion,
            Function<Fork, Optional<Long>> epoch,
            Function<Fork, Bytes> version,
            Hash32 genesisValidatorsRoot) {
        List<ForkSchedule.Entry> entries = new ArrayList<>();
        for (Fork fork : Fork.values()) {
            Optional<Long> begins = epoch.apply(fork);
            if (begins.isPresent() && begins.get() != Long.MAX_VALUE) {
                entries.add(new ForkSchedule.Entry(fork, begins.get(), version.apply(fork)));
            }
        }
        Preset sizes = switch (preset) {
            case "minimal" -> Preset.MINIMAL;
            case "gnosis" -> Preset.GNOSIS;
            default -> Preset.MAINNET;
        };
        return new BeaconNetwork(
                preset, genesisValidatorsRoot, 0, 12, sizes, new ForkSchedule(genesisVersion, entries));
    }

    /// The fork whose `compute_fork_digest` is `digest`.
    static Fork byDigest(BeaconNetwork network, Bytes digest) {
        SszTree tree = new SszTree();
        return network.forks().entries().stream()
                .filter(entry -> Bytes.of(tree.container(
                                        List.of(tree.byteVector(entry.version()), network.genesisValidatorsRoot()))
                                .toArray())
                        .slice(0, 4)
                        .equals(digest))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fork has the digest " + digest))
                .fork();
    }
}

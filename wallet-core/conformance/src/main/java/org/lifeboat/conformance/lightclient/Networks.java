package org.lifeboat.conformance.lightclient;

import java.util.ArrayList;
import java.util.Arrays;
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
    /// The `CONFIG_NAME` of ethereum/consensus-specs configs/minimal.yaml.
    private static final String MINIMAL = "minimal";

    private static final List<Fork> IN_ORDER = List.of(Fork.values());

    private Networks() {}

    /// @param config a `config.yaml`; `ALTAIR_FORK_EPOCH` and its like
    /// @param name of the network; says the sizes too where the configuration does not
    static BeaconNetwork of(Yaml config, String name, Hash32 genesisValidatorsRoot) {
        return of(config, name, Optional.empty(), genesisValidatorsRoot);
    }

    /// @param base a network that is known: versions and sizes that the configuration does not name are as there, and
    /// the forks' epochs if it names none
    static BeaconNetwork of(Yaml config, String name, Optional<BeaconNetwork> base, Hash32 genesisValidatorsRoot) {
        String preset = config.has("PRESET_BASE") ? config.text("PRESET_BASE") : name;
        Preset sizes = config.has("PRESET_BASE")
                ? preset(preset)
                : base.map(BeaconNetwork::preset).orElseGet(() -> preset(preset));
        return of(
                preset,
                sizes(config, sizes),
                config.has("GENESIS_FORK_VERSION")
                        ? config.bytes("GENESIS_FORK_VERSION", 4)
                        : base.map(known -> known.forks().genesisVersion()).orElse(Bytes.of(new byte[4])),
                fork -> epoch(config, base, fork),
                fork -> config.has(fork + "_FORK_VERSION")
                        ? config.bytes(fork + "_FORK_VERSION", 4)
                        : entry(base, fork)
                                .map(ForkSchedule.Entry::version)
                                .orElseGet(() -> config.bytes(fork + "_FORK_VERSION", 4)),
                genesisValidatorsRoot);
    }

    static BeaconNetwork of(
            String preset,
            Bytes genesisVersion,
            Function<Fork, Optional<Long>> epoch,
            Function<Fork, Bytes> version,
            Hash32 genesisValidatorsRoot) {
        return of(preset, preset(preset), genesisVersion, epoch, version, genesisValidatorsRoot);
    }

    /// A schedule stands in a configuration whole, or not at all.
    private static Optional<Long> epoch(Yaml config, Optional<BeaconNetwork> base, Fork fork) {
        if (config.has(fork + "_FORK_EPOCH")) {
            return Optional.of(config.number(fork + "_FORK_EPOCH"));
        }
        boolean schedule = Arrays.stream(Fork.values()).anyMatch(any -> config.has(any + "_FORK_EPOCH"));
        return schedule ? Optional.empty() : entry(base, fork).map(ForkSchedule.Entry::epoch);
    }

    /// A chain of the configuration `minimal`, whose forks begin when whoever starts one says so: here, all up to
    /// `newest` with its first slot. Versions: consensus-specs configs/minimal.yaml.
    /// @return empty for any other name
    static Optional<BeaconNetwork> minimal(String name, Fork newest, Hash32 genesisValidatorsRoot) {
        if (!name.equals(MINIMAL)) {
            return Optional.empty();
        }
        return Optional.of(of(
                MINIMAL,
                Bytes.fromHex("0x00000001"),
                fork -> fork.compareTo(newest) <= 0 ? Optional.of(0L) : Optional.empty(),
                fork -> Bytes.of(new byte[] {(byte) (1 + IN_ORDER.indexOf(fork)), 0, 0, 1}),
                genesisValidatorsRoot));
    }

    /// @return empty for one that this program does not know
    static Optional<Fork> fork(String name) {
        return Arrays.stream(Fork.values())
                .filter(fork -> fork.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    private static BeaconNetwork of(
            String name,
            Preset sizes,
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
        return new BeaconNetwork(name, genesisValidatorsRoot, 0, 12, sizes, new ForkSchedule(genesisVersion, entries));
    }

    private static Preset preset(String name) {
        return switch (name) {
            case MINIMAL -> Preset.MINIMAL;
            case "gnosis", "chiado" -> Preset.GNOSIS;
            default -> Preset.MAINNET;
        };
    }

    /// Nodes name the sizes in their configuration too; who made others of them says so there.
    private static Preset sizes(Yaml config, Preset preset) {
        return new Preset(
                size(config, "SLOTS_PER_EPOCH", preset.slotsPerEpoch()),
                size(config, "EPOCHS_PER_SYNC_COMMITTEE_PERIOD", preset.epochsPerPeriod()),
                size(config, "SYNC_COMMITTEE_SIZE", preset.committeeSize()));
    }

    private static int size(Yaml config, String name, int otherwise) {
        return config.has(name) ? Math.toIntExact(config.number(name)) : otherwise;
    }

    private static Optional<ForkSchedule.Entry> entry(Optional<BeaconNetwork> base, Fork fork) {
        return base.stream()
                .flatMap(network -> network.forks().entries().stream())
                .filter(entry -> entry.fork() == fork)
                .findFirst();
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

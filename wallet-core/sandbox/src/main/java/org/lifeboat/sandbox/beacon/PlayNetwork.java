package org.lifeboat.sandbox.beacon;

import java.util.List;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.ForkSchedule;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// The consensus networks of the sandbox. Their fork versions are no real network's.
public final class PlayNetwork {
    private static final Preset SANDBOX = new Preset(32, 3_072, 32);

    private PlayNetwork() {}

    /// Small committees and periods of 64 slots; Electra begins at epoch 2, Fulu at epoch 40.
    /// @param genesisTime Unix seconds of slot 0
    public static BeaconNetwork minimal(long genesisTime) {
        return network("sandbox-minimal", genesisTime, Preset.MINIMAL);
    }

    /// Committees of 512 and periods of 8192 slots, as on mainnet.
    /// @param genesisTime Unix seconds of slot 0
    public static BeaconNetwork fullSize(long genesisTime) {
        return network("sandbox-mainnet", genesisTime, Preset.MAINNET);
    }

    /// The beacon chain of a sandbox's L1. A slot is a second, so that each block can have its own, however fast
    /// blocks are made; an epoch is 32 of them, and a period nearly as long as on mainnet: 98,304 seconds.
    /// Committees are small, and Fulu is there from the first slot on, as Osaka is.
    /// @param genesisTime Unix seconds of slot 0, which holds L1's block 0
    public static BeaconNetwork ofSandbox(long genesisTime) {
        ForkSchedule forks = new ForkSchedule(
                Bytes.fromHex("0x0000ee00"),
                List.of(new ForkSchedule.Entry(Fork.FULU, 0, Bytes.fromHex("0x0600ee00"))));
        return new BeaconNetwork("sandbox", Hash32.ofNumber(genesisTime), genesisTime, 1, SANDBOX, forks);
    }

    private static BeaconNetwork network(String name, long genesisTime, Preset preset) {
        ForkSchedule forks = new ForkSchedule(
                Bytes.fromHex("0x0000ee00"),
                List.of(
                        new ForkSchedule.Entry(Fork.DENEB, 0, Bytes.fromHex("0x0400ee00")),
                        new ForkSchedule.Entry(Fork.ELECTRA, 2, Bytes.fromHex("0x0500ee00")),
                        new ForkSchedule.Entry(Fork.FULU, 40, Bytes.fromHex("0x0600ee00"))));
        return new BeaconNetwork(name, Hash32.ofNumber(genesisTime), genesisTime, 12, preset, forks);
    }
}

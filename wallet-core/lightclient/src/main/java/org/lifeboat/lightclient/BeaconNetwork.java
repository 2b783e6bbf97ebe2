package org.lifeboat.lightclient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// One consensus network: what goes into its signing domains, and how its slots are counted.
///
/// @param name the `CONFIG_NAME` of its configuration
/// @param genesisValidatorsRoot part of every signing domain; tells networks apart
/// @param genesisTime Unix seconds of slot 0
public record BeaconNetwork(
        String name,
        Hash32 genesisValidatorsRoot,
        long genesisTime,
        int secondsPerSlot,
        Preset preset,
        ForkSchedule forks) {

    /// Sources: ethereum/consensus-specs configs/mainnet.yaml @ a08d8a6e2b; genesis root and time as in
    /// ChainSafe/lodestar `packages/config` (networks) and sigp/lighthouse `built_in_network_configs`.
    public static final BeaconNetwork MAINNET = of(
            "mainnet",
            "0x4b363db94e286120d76eb905340fdd4e54bfe9f06bf33ff6cf5ad27f511bfe95",
            1_606_824_023L,
            12,
            Preset.MAINNET,
            schedule("0x00000000", "0x01000000", 74_240, "0x02000000", 144_896, "0x03000000", 194_048)
                    .with("0x04000000", 269_568)
                    .with("0x05000000", 364_032)
                    .with("0x06000000", 411_392));

    /// Sources: as for mainnet; configuration eth-clients/sepolia metadata/config.yaml.
    public static final BeaconNetwork SEPOLIA = of(
            "sepolia",
            "0xd8ea171f3c94aea21ebc42a1ed61052acf3f9209c00e4efbaaddac09ed9b8078",
            1_655_733_600L,
            12,
            Preset.MAINNET,
            schedule("0x90000069", "0x90000070", 50, "0x90000071", 100, "0x90000072", 56_832)
                    .with("0x90000073", 132_608)
                    .with("0x90000074", 222_464)
                    .with("0x90000075", 272_640));

    /// Sources: as for mainnet; configuration eth-clients/holesky metadata/config.yaml.
    public static final BeaconNetwork HOLESKY = of(
            "holesky",
            "0x9143aa7c615a7f7115e2b6aac319c03529df8242ae705fba9df39b79c59fa8b1",
            1_695_902_400L,
            12,
            Preset.MAINNET,
            schedule("0x01017000", "0x02017000", 0, "0x03017000", 0, "0x04017000", 256)
                    .with("0x05017000", 29_696)
                    .with("0x06017000", 115_968)
                    .with("0x07017000", 165_120));

    /// Sources: as for mainnet; configuration eth-clients/hoodi metadata/config.yaml. Genesis is the slot-0 time
    /// 1742213400 that Lodestar and Prysm carry, not the configuration's earliest time.
    public static final BeaconNetwork HOODI = of(
            "hoodi",
            "0x212f13fc4df078b6cb7db228f1c8307566dcecf900867401a92023d7ba99cb5f",
            1_742_213_400L,
            12,
            Preset.MAINNET,
            schedule("0x10000910", "0x20000910", 0, "0x30000910", 0, "0x40000910", 0)
                    .with("0x50000910", 0)
                    .with("0x60000910", 2_048)
                    .with("0x70000910", 50_688));

    /// Sources: gnosischain/configs mainnet/config.yaml @ b88a0a883a; genesis root and time as in
    /// ChainSafe/lodestar.
    public static final BeaconNetwork GNOSIS = of(
            "gnosis",
            "0xf5dcb5564e829aab27264b9becd5dfaa017085611224cb3036f573368dbb9d47",
            1_638_993_340L,
            5,
            Preset.GNOSIS,
            schedule("0x00000064", "0x01000064", 512, "0x02000064", 385_536, "0x03000064", 648_704)
                    .with("0x04000064", 889_856)
                    .with("0x05000064", 1_337_856)
                    .with("0x06000064", 1_714_688));

    public static final List<BeaconNetwork> KNOWN = List.of(MAINNET, SEPOLIA, HOLESKY, HOODI, GNOSIS);

    public static Optional<BeaconNetwork> named(String name) {
        return KNOWN.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /// The slot that a clock showing `unixSeconds` is in; 0 before genesis.
    public long slotAt(long unixSeconds) {
        return Math.max(0, (unixSeconds - genesisTime) / secondsPerSlot);
    }

    /// Unix seconds at which `slot` begins.
    public long timeOf(long slot) {
        return Math.addExact(genesisTime, Math.multiplyExact(slot, (long) secondsPerSlot));
    }

    private static BeaconNetwork of(
            String name, String root, long genesisTime, int secondsPerSlot, Preset preset, Builder forks) {
        return new BeaconNetwork(name, Hash32.fromHex(root), genesisTime, secondsPerSlot, preset, forks.build());
    }

    private static Builder schedule(
            String genesis, String altair, long a, String bellatrix, long b, String capella, long c) {
        return new Builder(Bytes.fromHex(genesis), new ArrayList<>())
                .with(altair, a)
                .with(bellatrix, b)
                .with(capella, c);
    }

    /// Lists forks in their order, beginning with Altair.
    private record Builder(Bytes genesisVersion, List<ForkSchedule.Entry> entries) {
        private static final List<Fork> IN_ORDER = List.of(Fork.values());

        Builder with(String version, long epoch) {
            entries.add(new ForkSchedule.Entry(IN_ORDER.get(entries.size()), epoch, Bytes.fromHex(version)));
            return this;
        }

        ForkSchedule build() {
            return new ForkSchedule(genesisVersion, entries);
        }
    }
}

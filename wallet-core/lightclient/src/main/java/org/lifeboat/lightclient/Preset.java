package org.lifeboat.lightclient;

/// The sizes that a network compiles in. Source: consensus-specs `presets/*/phase0.yaml` and `altair.yaml`.
///
/// @param slotsPerEpoch `SLOTS_PER_EPOCH`
/// @param epochsPerPeriod `EPOCHS_PER_SYNC_COMMITTEE_PERIOD`
/// @param committeeSize `SYNC_COMMITTEE_SIZE`, validators in a sync committee
public record Preset(int slotsPerEpoch, int epochsPerPeriod, int committeeSize) {
    public static final Preset MAINNET = new Preset(32, 256, 512);
    public static final Preset MINIMAL = new Preset(8, 8, 32);
    /// Source: gnosischain/specs, consensus/preset/gnosis.
    public static final Preset GNOSIS = new Preset(16, 512, 512);

    public Preset {
        if (slotsPerEpoch < 1 || epochsPerPeriod < 1 || committeeSize < 8 || committeeSize % 8 != 0) {
            throw new IllegalArgumentException("sizes out of range");
        }
    }

    public long epochAt(long slot) {
        return slot / slotsPerEpoch;
    }

    /// `compute_sync_committee_period_at_slot`.
    public long periodAt(long slot) {
        return epochAt(slot) / epochsPerPeriod;
    }

    public long slotsPerPeriod() {
        return (long) slotsPerEpoch * epochsPerPeriod;
    }

    /// `SLOTS_PER_HISTORICAL_ROOT`, phase0.yaml: as long as a period in each of the three presets.
    public long slotsPerHistoricalRoot() {
        return slotsPerPeriod();
    }
}

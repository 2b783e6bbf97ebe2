package org.lifeboat.lightclient;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;

/// When each fork of one network begins, with the version that goes into signing domains.
/// @param entries by ascending epoch; at the same epoch the later fork wins
public record ForkSchedule(Bytes genesisVersion, List<Entry> entries) {
    /// @param epoch the first epoch of the fork
    /// @param version four bytes, the configuration's `*_FORK_VERSION`
    public record Entry(Fork fork, long epoch, Bytes version) {
        public Entry {
            if (epoch < 0 || version.size() != 4) {
                throw new IllegalArgumentException("a fork begins at an epoch and has a version of four bytes");
            }
        }
    }

    public ForkSchedule {
        entries = List.copyOf(entries);
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).epoch() < entries.get(i - 1).epoch()
                    || entries.get(i).fork().compareTo(entries.get(i - 1).fork()) <= 0) {
                throw new IllegalArgumentException("forks out of order");
            }
        }
    }

    /// The fork in force, empty before Altair: there were no sync committees.
    public Optional<Fork> at(long epoch) {
        return entry(epoch).map(Entry::fork);
    }

    /// `compute_fork_version`.
    public Bytes versionAt(long epoch) {
        return entry(epoch).map(Entry::version).orElse(genesisVersion);
    }

    private Optional<Entry> entry(long epoch) {
        return entries.reversed().stream().filter(e -> e.epoch() <= epoch).findFirst();
    }
}

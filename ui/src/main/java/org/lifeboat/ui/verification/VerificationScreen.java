package org.lifeboat.ui.verification;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.SuggestedEndpoint;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.Finding;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.Hash32;

/// What the page of one L1 shows.
public sealed interface VerificationScreen {
    /// The records are being read.
    record Loading() implements VerificationScreen {}

    /// The records could not be read.
    record Unreadable() implements VerificationScreen {}

    /// The profile knows no L1 whose consensus network is known here.
    record Nothing() implements VerificationScreen {}

    /// @param networks every L1 that can be verified here; `network` is one of them
    /// @param suggestions beacon nodes that could be asked; none is by itself
    /// @param findings what was noticed in the newest round
    /// @param builtIn date of the checkpoint that came with the program, where one did
    record Shown(
            List<Network> networks,
            Network network,
            SyncStatus status,
            List<Beacon> beacons,
            List<SuggestedEndpoint> suggestions,
            List<Finding> findings,
            Optional<LocalDate> builtIn,
            Proposal proposal,
            Remark remark)
            implements VerificationScreen {
        public Shown {
            networks = List.copyOf(networks);
            beacons = List.copyOf(beacons);
            suggestions = List.copyOf(suggestions);
            findings = List.copyOf(findings);
        }

        /// Whether nothing is vouched for until a checkpoint is chosen.
        boolean wantsCheckpoint() {
            return status.phase() == SyncStatus.Phase.TOO_OLD
                    || status.phase() == SyncStatus.Phase.CONFLICT
                    || status.phase() == SyncStatus.Phase.NO_CHECKPOINT;
        }

        long daysSince(LocalDate date) {
            return ChronoUnit.DAYS.between(date, LocalDate.ofInstant(status.at(), ZoneOffset.UTC));
        }

        /// Whether a checkpoint of that day is too old to be begun from without more ado.
        boolean isOld(LocalDate date) {
            return daysSince(date) > Follower.OLDEST.toDays();
        }

        /// The same with something else to say.
        Shown with(Proposal next, Remark said) {
            return new Shown(networks, network, status, beacons, suggestions, findings, builtIn, next, said);
        }
    }

    /// A beacon node that may be asked.
    record Beacon(Endpoint endpoint, Health health) {}

    /// A checkpoint that somebody has named and the user has not agreed to.
    sealed interface Proposal {
        record None() implements Proposal {}

        /// The beacon nodes are being asked.
        record Asking() implements Proposal {}

        /// @param others what other hosts named instead
        record Offered(StoredCheckpoint checkpoint, Map<String, Hash32> others) implements Proposal {
            public Offered {
                others = new TreeMap<>(others);
            }
        }

        /// @param needed how many would have had to name the same
        record NotAgreed(int needed, Map<String, Hash32> named, List<String> silent) implements Proposal {
            public NotAgreed {
                named = new TreeMap<>(named);
                silent = List.copyOf(silent);
            }
        }
    }

    /// What became of the last change.
    sealed interface Remark {
        record None() implements Remark {}

        /// A node is being asked which network it serves.
        record Asking(String host) implements Remark {}

        record Added(String host) implements Remark {}

        /// @param key of the sentence
        record Unusable(String key) implements Remark {}

        /// The way there is open to others: the user has to agree first.
        record Insecure(SourceId id) implements Remark {}

        record OtherNetwork(String host) implements Remark {}

        record NoAnswer(String host, String reason) implements Remark {}

        record NoRoot() implements Remark {}

        record Failed() implements Remark {}
    }
}

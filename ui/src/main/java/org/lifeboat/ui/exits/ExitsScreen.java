package org.lifeboat.ui.exits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.Worth;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.ContestWatch;

/// What the page of exits shows.
public sealed interface ExitsScreen {
    /// The records are being read.
    record Loading() implements ExitsScreen {}

    /// No L2 is watched that this program can bring money home from, and no exit was begun.
    record Nothing() implements ExitsScreen {}

    /// The records could not be read: there may well be exits.
    record Unreadable() implements ExitsScreen {}

    /// @param layers one each watched L2 of the OP Stack
    /// @param exits those that call for something first
    /// @param asking how many layers have not answered yet
    /// @param missed exits that became ready while nobody looked
    /// @param contests the user's own, those that press first
    record Shown(
            List<Layer> layers,
            List<Entry> exits,
            int asking,
            List<Missed> missed,
            Remark remark,
            List<Disputed> contests)
            implements ExitsScreen {
        public Shown {
            contests = List.copyOf(contests);
            layers = List.copyOf(layers);
            exits = List.copyOf(exits);
            missed = List.copyOf(missed);
        }

        /// Of somebody who contests nothing.
        public Shown(List<Layer> layers, List<Entry> exits, int asking, List<Missed> missed, Remark remark) {
            this(layers, exits, asking, missed, remark, List.of());
        }

        Shown with(Remark said) {
            return new Shown(layers, exits, asking, missed, said, contests);
        }
    }

    /// One L2 and whether it could be left today.
    /// @param accounts whose figures are asked for
    record Layer(Network l2, List<Account> accounts, Reading reading) {
        public Layer {
            accounts = List.copyOf(accounts);
        }
    }

    /// What is known of an L2's way out.
    sealed interface Reading {
        record NotAsked() implements Reading {}

        record Read(Network l1, Leaving.Read leaving, Instant at) implements Reading {}

        /// Asked, and not answered.
        /// @param before what was read last in this run
        record Silent(String why, Optional<Read> before) implements Reading {}

        /// There is no way out to ask about.
        /// @param key of the sentence
        record None(String key, List<String> arguments) implements Reading {
            public None {
                arguments = List.copyOf(arguments);
            }
        }
    }

    /// One exit.
    /// @param l2 empty where the network was taken off the list
    /// @param l1 empty until the layer was asked
    /// @param report empty: not looked at yet
    /// @param at when it was looked at
    /// @param worth what the evidence at hand is worth; empty where that does not matter, or is not known
    record Entry(
            Exits.Plan plan,
            Optional<Network> l2,
            Optional<Network> l1,
            Optional<ExitReport> report,
            Optional<Instant> at,
            Optional<Worth> worth) {
        /// With nothing known about its evidence.
        public Entry(
                Exits.Plan plan,
                Optional<Network> l2,
                Optional<Network> l1,
                Optional<ExitReport> report,
                Optional<Instant> at) {
            this(plan, l2, l1, report, at, Optional.empty());
        }
    }

    /// An exit whose date passed while no program looked.
    /// @param fell whether it was the time of the root that it was proven against
    record Missed(Exits.Plan plan, Instant since, boolean fell) {}

    /// A contest of the user.
    /// @param l2 empty where the network was taken off the list
    /// @param sight empty: not looked at yet
    /// @param missed a date of it that passed while no program looked
    record Disputed(
            Disputes.Plan plan,
            Optional<Network> l2,
            Optional<ContestRounds.Sight> sight,
            Optional<ContestWatch.Missed> missed) {}

    /// What became of the last search.
    sealed interface Remark {
        record None() implements Remark {}

        record Searching(String network) implements Remark {}

        /// The user did not want to wait.
        record GivenUp() implements Remark {}

        record Found(int count, String network) implements Remark {}

        /// The transaction that was named has nothing new.
        /// @param key of the sentence, whose argument is the network
        record NothingNew(String key, String network) implements Remark {}

        /// No source gave the list of withdrawals.
        record NoList(String network) implements Remark {}

        record Failed() implements Remark {}

        /// A file of evidence was taken.
        /// @param number of the exit that it belongs to
        /// @param proofs how many of it hold
        record Taken(long number, int proofs) implements Remark {}

        /// A file was not taken, and nothing was changed.
        /// @param key of the sentence
        record NotTaken(String key, List<String> arguments) implements Remark {
            public NotTaken {
                arguments = List.copyOf(arguments);
            }
        }
    }
}

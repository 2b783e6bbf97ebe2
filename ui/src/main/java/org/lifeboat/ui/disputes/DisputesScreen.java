package org.lifeboat.ui.disputes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.chaincheck.CheckProgress;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.dispute.Contest;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.Haste;

/// What the pages about posted roots show.
public sealed interface DisputesScreen {
    /// L1 is being asked.
    record Loading() implements DisputesScreen {}

    /// There is nothing to ask about, or nobody answered.
    /// @param key of the sentence
    record NoWay(String key, List<String> arguments) implements DisputesScreen {
        public NoWay {
            arguments = List.copyOf(arguments);
        }

        static NoWay because(String key, String... arguments) {
            return new NoWay(key, List.of(arguments));
        }
    }

    /// @param roots the newest first
    /// @param at when it was asked
    record Roots(Network l2, Network l1, List<Root> roots, Assurance assurance, Instant at) implements DisputesScreen {
        public Roots {
            roots = List.copyOf(roots);
        }
    }

    /// One posted root.
    /// @param stance what a check here came to; empty: it was not checked
    record Root(Contest contest, Optional<DisputeState.Stance> stance) {}

    /// @param signers who could play
    /// @param own the plans about it of accounts that can sign, hidden ones too
    record One(
            Network l2,
            Network l1,
            List<Account> signers,
            Contest contest,
            Assurance assurance,
            List<Own> own,
            Check check,
            Instant at)
            implements DisputesScreen {
        public One {
            signers = List.copyOf(signers);
            own = List.copyOf(own);
        }

        /// Whether an own part in it found no game any more: the two are read one after the other.
        boolean isGone() {
            return own.stream().anyMatch(Own::isGone);
        }

        /// Accounts that have made claims in it, and no plan follows what they have there.
        List<Account> unfollowed() {
            return signers.stream()
                    .filter(account -> own.stream()
                            .noneMatch(plan -> plan.account().address().equals(account.address())))
                    .filter(account -> contest.tree().stream()
                            .flatMap(tree -> tree.claims().stream())
                            .anyMatch(claim -> claim.claimant().equals(account.address())))
                    .toList();
        }

        One with(Check now) {
            return new One(l2, l1, signers, contest, assurance, own, now, at);
        }
    }

    /// A plan about the game.
    /// @param account that plays
    /// @param facts what is to be said of it, in order
    /// @param request what can be done now
    /// @param haste how soon it wants its user
    record Own(Account account, Disputes.Plan plan, List<ContestFact> facts, DisputeRequest request, Haste haste) {
        public Own {
            facts = List.copyOf(facts);
        }

        boolean isGone() {
            return facts.stream().anyMatch(ContestFact.Gone.class::isInstance);
        }
    }

    /// What this computer has found out about the root in this run.
    sealed interface Check {
        record None() implements Check {}

        /// @param progress empty until something was run
        /// @param ending whether the user has ended it and it has not stopped yet
        record Running(Optional<CheckProgress> progress, boolean ending) implements Check {}

        /// @param stance that follows for the contest; empty where the check has no verdict
        /// @param with how many servers of the L2 have the claimed root too, where it was found false
        /// @param servers of the L2
        record Done(CheckReport report, Optional<DisputeState.Stance> stance, long with, int servers)
                implements Check {}

        /// There is not what a check takes.
        /// @param key of the sentence
        record Lacking(String key, List<String> arguments) implements Check {
            public Lacking {
                arguments = List.copyOf(arguments);
            }
        }
    }
}

package org.lifeboat.engine.dispute;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;

/// A root that somebody posted, and how the contest over it stands at one L1 block; for showing.
/// @param contract the game's own address
/// @param type number of its kind, as the chain's contracts count them
/// @param block of the L2 that the root is claimed for
/// @param root what is claimed
/// @param claims moves so far, the root's own included; zero where the kind has none
/// @param tree empty for a kind that is not played with claims
public record Contest(
        Address contract,
        Kind kind,
        long type,
        L2Block block,
        Hash32 root,
        L1Time createdAt,
        Status status,
        long claims,
        Optional<Tree> tree) {
    /// Who can contest it.
    public enum Kind {
        /// Anybody, with bonds.
        OPEN,
        /// Those whom the operator names.
        PERMISSIONED,
        /// Whoever makes a proof that this program cannot make.
        PROVEN,
        /// Only the challenger whom an output oracle names, by deleting it: there is no contest.
        ORACLE,
        /// It is about several chains at once; not played here.
        SUPER,
        /// Newer than this program.
        UNKNOWN
    }

    public enum Status {
        /// Open, and nobody speaks against the root.
        IN_PROGRESS,
        /// Open, and somebody does.
        CONTESTED,
        /// The root was found false.
        CHALLENGER_WINS,
        /// The root stands.
        DEFENDER_WINS,
        /// In an output oracle: it counts by its time alone, if it is not deleted before.
        OUTPUT;

        public boolean isOpen() {
            return this == IN_PROGRESS || this == CONTESTED;
        }
    }

    /// All claims and their clocks.
    /// @param claims oldest first; each at its index
    /// @param splitDepth down to which level claims are output roots
    /// @param maxClock how long one side may take altogether
    /// @param settlesAt when the last clock that still runs is over, if nobody moves any more
    /// @param now the time of the L1 block
    public record Tree(List<Claim> claims, int splitDepth, Duration maxClock, L1Time settlesAt, L1Time now) {
        public Tree {
            claims = List.copyOf(claims);
        }
    }

    /// One claim.
    /// @param index in the game's list; 0 is the root
    /// @param parent the claim that it counters; empty for the root
    /// @param attack whether it says that the parent is wrong; else that the parent is right and wrong comes
    /// after it
    /// @param bond that stands behind it
    /// @param belowSplit whether it is about single steps of a program
    /// @param countered whether it is settled that somebody won against it
    /// @param countersUntil before which it can be countered
    public record Claim(
            int index,
            OptionalInt parent,
            boolean attack,
            Address claimant,
            Wei bond,
            boolean belowSplit,
            boolean countered,
            L1Time countersUntil) {}

    /// Whether this program can take part now.
    public boolean canBePlayed() {
        return kind == Kind.OPEN && status.isOpen();
    }
}

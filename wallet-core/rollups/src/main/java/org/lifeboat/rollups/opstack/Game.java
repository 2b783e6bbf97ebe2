package org.lifeboat.rollups.opstack;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;

/// A root that somebody posted, and how the contest over it stands at one L1 block. An output of an oracle is one
/// too:
/// nobody plays over it, its clock is the time in which it can be deleted, and its contract is that of all outputs.
/// @param index in the list of the factory or oracle; empty where it was met by its address
/// @param type number of its kind, see [GameType]
/// @param root what is claimed
/// @param block of the L2 that the root is claimed for; of a root of several chains at once the second that it is
/// claimed for
/// @param resolvedAt empty while it is open
/// @param proper not blacklisted, not retired, and made by the factory; while the bridge is paused none is
/// @param respected whether its kind counted when it was made
/// @param claims moves so far, the root's own included; zero where the kind has none
/// @param clock how long one side may take altogether; empty where the kind has no such clock
public record Game(
        Optional<Long> index,
        long type,
        Address contract,
        L1Time createdAt,
        Hash32 root,
        L2Block block,
        Status status,
        Optional<L1Time> resolvedAt,
        boolean proper,
        boolean respected,
        long claims,
        Optional<Duration> clock) {
    /// Source: optimism, `src/dispute/lib/Types.sol`, `GameStatus`.
    public enum Status {
        IN_PROGRESS,
        /// The root was found false.
        CHALLENGER_WINS,
        DEFENDER_WINS;

        static Optional<Status> of(long number) {
            return number == 0
                    ? Optional.of(IN_PROGRESS)
                    : number == 1
                            ? Optional.of(CHALLENGER_WINS)
                            : number == 2 ? Optional.of(DEFENDER_WINS) : Optional.empty();
        }
    }

    /// Whether somebody speaks against the root.
    public boolean contested() {
        return claims > 1 || status == Status.CHALLENGER_WINS;
    }

    /// Whether the bridge takes a proof against it, as far as the game goes.
    public boolean usable() {
        return GameType.of(type).provable() && proper && respected && status != Status.CHALLENGER_WINS;
    }

    /// When it can end if nobody moves any more; empty where that is not known or it has ended.
    public Optional<L1Time> resolvableAt() {
        return status != Status.IN_PROGRESS || contested() ? Optional.empty() : clock.map(createdAt::plus);
    }

    /// From when its root counts as final at the earliest, if nobody contests it any more; empty where it is contested
    /// or lost, or where its times are not known.
    public Optional<L1Time> finalAtTheEarliest(Duration airGap) {
        return finalAfter(airGap).or(() -> resolvableAt().map(at -> at.plus(airGap)));
    }

    /// After when its root counts as final; empty while a game is open or if it was lost. Of an output that is known
    /// from the beginning: no word is needed that its time is over.
    public Optional<L1Time> finalAfter(Duration airGap) {
        return switch (status) {
            case DEFENDER_WINS -> resolvedAt.map(at -> at.plus(airGap));
            case IN_PROGRESS -> isOutput() ? resolvableAt() : Optional.empty();
            case CHALLENGER_WINS -> Optional.empty();
        };
    }

    /// Whether another look at L1 is one at the same root. Outputs share their contract.
    public boolean isSame(Game other) {
        return contract.equals(other.contract) && root.equals(other.root);
    }

    /// Whether it is the one that was met at a place of the list.
    public boolean isAt(RootPlace place) {
        return index.filter(at -> at == place.index()).isPresent() && root.equals(place.root());
    }

    /// Whether it stands in an output oracle, so that there is no contest over it.
    public boolean isOutput() {
        return GameType.of(type) == GameType.ORACLE;
    }
}

package org.lifeboat.engine.drill;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.dispute.Footing;
import org.lifeboat.engine.exit.ExitNext;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.Standing;

/// The time that has to pass before there is something to sign again. Follows from where the plan stands.
public sealed interface DrillWait {
    /// The portal wants spans to be over, not just reached.
    Duration A_MOMENT = Duration.ofSeconds(2);

    /// Whoever contests a root needs some time to see it.
    Duration AN_HOUR = Duration.ofHours(1);

    /// After so much of it they have contested it; while that time runs the user can.
    Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /// A block of L1, in which others do what they do.
    record Block() implements DrillWait {}

    /// Until L1 makes the L2's blocks by itself.
    record Window() implements DrillWait {}

    /// Until whoever stopped the bridge lets it go on.
    record Pause() implements DrillWait {}

    /// Until L1 does not lose a game any more.
    record Finality(Duration span) implements DrillWait {}

    /// Until the contest over the root ends.
    record Contest(Duration span) implements DrillWait {}

    /// Until the bridge pays out.
    record Maturity(Duration span) implements DrillWait {}

    /// Until what was won in a contest is paid.
    record Credit(Duration span) implements DrillWait {}

    /// Until a root that is none of the L2's has been contested and has fallen.
    record Fall(Duration span) implements DrillWait {}

    /// @param drill empty where everything works
    /// @param now the time of L1's newest block
    static DrillWait of(Optional<Drill> drill, ExitNext next, L1Time now) {
        return switch (next) {
            case ExitNext.AwaitL2 _ -> drill.map(Drill::l1Alone).orElse(false) ? new Window() : new Block();
            case ExitNext.OnL1(Standing.Waiting(Proof proof, Optional<L1Time> notBefore), var _) ->
                until(proof, notBefore, now.unixSeconds());
            case ExitNext.OnL1(Standing.Paused _, var _) -> new Pause();
            case ExitNext.OnL1 _,
                    ExitNext.Replay _,
                    ExitNext.AwaitOwn _,
                    ExitNext.Initiate _,
                    ExitNext.CouldNotLook _,
                    ExitNext.CameToNothing _ -> new Block();
        };
    }

    /// What lets something happen for all that waits: what has no date comes first, then the farthest one.
    /// @param waits at least one
    static DrillWait together(List<DrillWait> waits) {
        return waits.stream()
                .filter(wait -> wait.dated().isZero())
                .findFirst()
                .orElseGet(() -> waits.stream()
                        .max(Comparator.comparing(DrillWait::dated))
                        .orElseThrow());
    }

    /// How long it is until a date that is known; zero where none is.
    private Duration dated() {
        return switch (this) {
            case Finality(Duration span) -> span;
            case Contest(Duration span) -> span;
            case Maturity(Duration span) -> span;
            case Fall(Duration span) -> span;
            case Credit(Duration span) -> span;
            case Block _, Window _, Pause _ -> Duration.ZERO;
        };
    }

    /// First the contest must be over, then the bridge's own waiting time.
    private static DrillWait until(Proof proof, Optional<L1Time> notBefore, long now) {
        Optional<Duration> contest = proof.game().resolvableAt().flatMap(time -> left(time, now));
        return contest.<DrillWait>map(Contest::new)
                .or(() -> notBefore.flatMap(time -> left(time, now)).map(Maturity::new))
                .orElseGet(Block::new);
    }

    private static Optional<Duration> left(L1Time until, long now) {
        return until.unixSeconds() < now
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(until.unixSeconds() - now).plus(A_MOMENT));
    }

    /// Somebody contests the root against which it could be proven; when that is over it counts no more.
    static Optional<Fall> fall(ExitNext next) {
        return next instanceof ExitNext.OnL1(Standing.CanProve(Game best, var _), var _)
                ? best.clock().map(clock -> new Fall(clock.plus(AN_HOUR)))
                : Optional.empty();
    }

    /// L1 can still lose the game of that root, and a bond with it.
    /// @param now the time of L1's newest block
    /// @param l1 what was verified of it
    static Optional<Finality> finality(ExitNext next, L1Time now, Optional<SyncStatus> l1) {
        return next instanceof ExitNext.OnL1(Standing.CanProve(Game best, var _), var _)
                        && Footing.of(best.createdAt(), now, l1) instanceof Footing.Young(L1Time firm)
                ? left(firm, now.unixSeconds()).map(Finality::new)
                : Optional.empty();
    }

    /// Lets it pass.
    default DrillMove pass(DrillWorld world) {
        return switch (this) {
            case Block() -> new DrillMove.Waited(DrillMove.Reason.BLOCK, world.block());
            case Window() -> new DrillMove.Waited(DrillMove.Reason.SEQUENCING_WINDOW, world.sequencingWindow());
            case Pause() -> new DrillMove.Waited(DrillMove.Reason.PAUSE, world.untilBridgeGoesOn());
            case Finality(Duration span) -> {
                world.skip(span);
                yield new DrillMove.Waited(DrillMove.Reason.FINALITY, span);
            }
            case Contest(Duration span) -> {
                world.skip(span);
                yield new DrillMove.Waited(DrillMove.Reason.CONTEST, span);
            }
            case Maturity(Duration span) -> {
                world.skip(span);
                yield new DrillMove.Waited(DrillMove.Reason.MATURITY, span);
            }
            case Credit(Duration span) -> {
                world.skip(span);
                yield new DrillMove.Waited(DrillMove.Reason.CREDIT, span);
            }
            case Fall(Duration span) -> {
                world.skip(HALF_AN_HOUR);
                world.skip(span.minus(HALF_AN_HOUR));
                yield new DrillMove.Refused(span);
            }
        };
    }
}

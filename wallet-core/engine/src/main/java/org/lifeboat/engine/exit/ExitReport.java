package org.lifeboat.engine.exit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.Standing;

/// What a look at a plan has shown, as whoever speaks of it needs it. Follows from the look alone.
///
/// @param notBefore when the waiting times can be over, in L1 time; only while they run and nobody contests
/// @param rootBlock the L2 block of the root that is meant, or the newest that a usable root covers
/// @param bond for posting a root oneself, where that can help and is open to everybody
/// @param doubt where the root that it was proven against is about to fall
/// @param transaction that is waited for, or that came to nothing
/// @param why a layer could not be read, in the sources' words; empty otherwise
/// @param waiting steps that are signed and in no block
/// @param handOver what was signed for this stage and is to be handed to the sources again; see [Pending]
/// @param assurance of what L1 says; empty where it was not read
public record ExitReport(
        Exits.Plan plan,
        ExitStage stage,
        Optional<Instant> notBefore,
        Optional<Long> rootBlock,
        Optional<Wei> bond,
        Optional<Doubt> doubt,
        Optional<Hash32> transaction,
        String why,
        List<ExitStep> waiting,
        Optional<Pending> handOver,
        Optional<Assurance> assurance,
        List<Disagreement> disagreements) {
    public ExitReport {
        waiting = List.copyOf(waiting);
        disagreements = List.copyOf(disagreements);
    }

    /// @param fallsAt when the root has fallen, in L1 time, unless somebody speaks for it
    /// @param other the L2 block of another root to prove against, which nobody contests
    public record Doubt(Instant fallsAt, Optional<Long> other) {}

    /// When what it was proven against has fallen, in L1 time, unless somebody speaks for it.
    public Optional<Instant> fallsAt() {
        return doubt.map(Doubt::fallsAt);
    }

    /// Number in the bridge's list of a root that the user chose and that is none any more, as long as that is to
    /// be said.
    public Optional<Long> forgottenRoot() {
        return plan.state().forgottenRoot().map(RootPlace::index);
    }

    /// Whether the step that the stage calls for is signed already.
    public boolean stepWaits() {
        return stage.step().filter(waiting::contains).isPresent();
    }

    /// As it was seen, with what was signed since.
    public ExitReport signed(List<ExitStep> since) {
        List<ExitStep> all =
                Stream.concat(waiting.stream(), since.stream()).distinct().toList();
        return new ExitReport(
                plan,
                stage,
                notBefore,
                rootBlock,
                bond,
                doubt,
                transaction,
                why,
                all,
                handOver,
                assurance,
                disagreements);
    }

    public static ExitReport of(Exits.Look look) {
        ExitNext next = look.next();
        return new ExitReport(
                look.plan(),
                stage(look),
                notBefore(next),
                rootBlock(next),
                bond(next).or(() -> besideOthers(next)),
                doubt(next),
                transaction(next),
                next instanceof ExitNext.CouldNotLook(boolean _, String why) ? why : "",
                look.waiting().stream().flatMap(own -> step(look, own).stream()).toList(),
                handOver(look),
                look.assurance(),
                look.disagreements());
    }

    private static Optional<ExitStep> step(Exits.Look look, Pending own) {
        return ExitStep.of(look.plan().id(), own.transaction());
    }

    /// As long as one of those that were signed for the step is on its way, nothing is to be handed over.
    private static Optional<Pending> handOver(Exits.Look look) {
        ExitStage stage = stage(look);
        Optional<ExitStep> wanted = stage == ExitStage.AWAIT_OWN ? Optional.of(ExitStep.INITIATE) : stage.step();
        List<Pending> signed = look.waiting().stream()
                .filter(own -> wanted.isPresent() && step(look, own).equals(wanted))
                .toList();
        return signed.stream().allMatch(Pending::wantsHandingOver)
                ? signed.stream().findFirst()
                : Optional.empty();
    }

    private static ExitStage stage(Exits.Look look) {
        return switch (look.next()) {
            case ExitNext.Initiate _ -> ExitStage.INITIATE;
            case ExitNext.AwaitOwn(OwnTransaction own) ->
                own.status() instanceof Status.Replaced ? ExitStage.OVERTAKEN : ExitStage.AWAIT_OWN;
            case ExitNext.AwaitL2 _ ->
                look.plan().state().way() == ExitState.Way.THROUGH_L1 ? ExitStage.AWAIT_L2 : ExitStage.AWAIT_SEQUENCER;
            case ExitNext.CameToNothing _ -> ExitStage.CAME_TO_NOTHING;
            case ExitNext.CouldNotLook(boolean ofL1, String _) -> ofL1 ? ExitStage.L1_SILENT : ExitStage.L2_SILENT;
            case ExitNext.OnL1(Standing standing, var _) -> onL1(standing, look.arrived());
            case ExitNext.Replay _ -> ExitStage.CAN_REPLAY;
        };
    }

    private static ExitStage onL1(Standing standing, Optional<Boolean> arrived) {
        return switch (standing) {
            case Standing.PaidOut _ ->
                arrived.map(did -> did ? ExitStage.PAID_OUT : ExitStage.PAID_OUT_LOST)
                        .orElse(ExitStage.PAID_OUT_UNSEEN);
            case Standing.Paused _ -> ExitStage.PAUSED;
            case Standing.NotRead _ -> ExitStage.ROOTS_NOT_READ;
            case Standing.RootTooNew _ -> ExitStage.ROOT_TOO_NEW;
            case Standing.NoRoot(var _, Optional<Wei> own) ->
                own.isPresent() ? ExitStage.NO_ROOT_BUT_OWN : ExitStage.NO_ROOT;
            case Standing.CanProve(Game best, var _) ->
                best.contested() ? ExitStage.CAN_PROVE_CONTESTED : ExitStage.CAN_PROVE;
            case Standing.Waiting(Proof proof, Optional<L1Time> at) ->
                at.isPresent()
                        ? ExitStage.WAITING
                        : proof.game().contested() ? ExitStage.WAITING_CONTESTED : ExitStage.WAITING_UNDATED;
            case Standing.Doubted(Proof _, L1Time _, Optional<Game> better) ->
                better.isPresent() ? ExitStage.ROOT_IN_DOUBT : ExitStage.ROOT_IN_DOUBT_ALONE;
            case Standing.CanResolve _ -> ExitStage.CAN_RESOLVE;
            case Standing.MustProveAgain(Proof lost, Optional<Game> better) ->
                better.isPresent()
                        ? ExitStage.MUST_PROVE_AGAIN
                        : lost.game().isOutput() ? ExitStage.ROOT_DELETED : ExitStage.LOST_PROOF;
            case Standing.CanFinish _ -> ExitStage.CAN_FINISH;
        };
    }

    private static Optional<Instant> notBefore(ExitNext next) {
        return next instanceof ExitNext.OnL1(Standing.Waiting(Proof _, Optional<L1Time> at), var _)
                ? at.map(L1Time::toInstant)
                : Optional.empty();
    }

    public static Optional<Wei> bond(ExitNext next) {
        return switch (next) {
            case ExitNext.OnL1(Standing.NoRoot(var _, Optional<Wei> bond), var _) -> bond;
            case ExitNext.OnL1(Standing.MustProveAgain(var _, var better), ExitFacts facts) ->
                better.isPresent() ? Optional.empty() : OpStack.ownRootBond(facts.bridge());
            case ExitNext.OnL1 _,
                    ExitNext.Initiate _,
                    ExitNext.AwaitOwn _,
                    ExitNext.AwaitL2 _,
                    ExitNext.CameToNothing _,
                    ExitNext.CouldNotLook _,
                    ExitNext.Replay _ -> Optional.empty();
        };
    }

    /// What a root of one's own takes where roots of others stand, but what proves against them may be lacking.
    private static Optional<Wei> besideOthers(ExitNext next) {
        return next instanceof ExitNext.OnL1(Standing standing, ExitFacts facts)
                        && (standing instanceof Standing.CanProve || standing instanceof Standing.MustProveAgain)
                ? OpStack.ownRootBond(facts.bridge())
                : Optional.empty();
    }

    private static Optional<Doubt> doubt(ExitNext next) {
        return next instanceof ExitNext.OnL1(Standing.Doubted(Proof _, L1Time fallsAt, Optional<Game> better), var _)
                ? Optional.of(new Doubt(
                        fallsAt.toInstant(), better.map(game -> game.block().number())))
                : Optional.empty();
    }

    private static Optional<Hash32> transaction(ExitNext next) {
        return switch (next) {
            case ExitNext.AwaitOwn(OwnTransaction own) -> Optional.of(own.hash());
            case ExitNext.AwaitL2(Hash32 hash) -> Optional.of(hash);
            case ExitNext.CameToNothing(Hash32 hash) -> Optional.of(hash);
            case ExitNext.Initiate _, ExitNext.OnL1 _, ExitNext.Replay _, ExitNext.CouldNotLook _ -> Optional.empty();
        };
    }

    private static Optional<Long> rootBlock(ExitNext next) {
        return next instanceof ExitNext.OnL1(Standing standing, var _)
                ? switch (standing) {
                    case Standing.NoRoot(var newest, var _) -> newest.map(block -> block.number());
                    case Standing.CanProve(Game best, var _) ->
                        Optional.of(best.block().number());
                    case Standing.RootTooNew(Game game) ->
                        Optional.of(game.block().number());
                    case Standing.Waiting(Proof proof, var _) -> Optional.of(block(proof));
                    case Standing.CanResolve(Proof proof, var _) -> Optional.of(block(proof));
                    case Standing.Doubted(Proof proof, var _, var _) -> Optional.of(block(proof));
                    case Standing.CanFinish(Proof proof) -> Optional.of(block(proof));
                    case Standing.MustProveAgain(Proof lost, var _) -> Optional.of(block(lost));
                    case Standing.PaidOut _, Standing.Paused _, Standing.NotRead _ -> Optional.empty();
                }
                : Optional.empty();
    }

    private static long block(Proof proof) {
        return proof.game().block().number();
    }
}

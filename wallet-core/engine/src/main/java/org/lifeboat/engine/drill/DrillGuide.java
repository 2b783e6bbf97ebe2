package org.lifeboat.engine.drill;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitRequests;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// Accompanies somebody who plays a drill on the wallet's own pages. What was done is read from the records and
/// from the chains, never from what was pressed; signs nothing. Asks sources: never on the screen's thread.
/// Thread-safe.
public final class DrillGuide {
    private static final int NEWEST = 200;

    private final Drill drill;
    private final DrillGoal goal;
    private final Storage storage;
    private final Supplier<ExitPlace> place;
    private final DrillWorld world;
    private final Address player;
    private final Duration patience;
    private final Exits exits;
    private final ExitRequests requests;
    private final List<DrillMove> moves = new ArrayList<>();
    private final Set<Hash32> counted = new HashSet<>();
    private boolean begun;
    private boolean truthful;
    private Optional<Seen> last = Optional.empty();

    /// All that a look hangs on. Reading it asks no source.
    /// @param plans with what is known of them
    /// @param signed how many transactions the player has signed
    /// @param caught whether the server that lies was caught
    private record Mark(
            DrillWorld.Heads heads,
            List<Exits.Plan> plans,
            long signed,
            boolean caught,
            boolean begun,
            boolean truthful) {}

    /// What was found when things stood so.
    private record Seen(Mark mark, DrillSight sight) {}

    /// @param place in a world of play money; asked anew for each look
    /// @param player whose money it is about
    /// @param goal what is to be brought home
    /// @param patience for one source
    public DrillGuide(
            Drill drill,
            DrillGoal goal,
            Storage storage,
            InstantSource clock,
            Supplier<ExitPlace> place,
            DrillWorld world,
            Address player,
            Duration patience) {
        this.drill = drill;
        this.goal = goal;
        this.storage = storage;
        this.place = place;
        this.world = world;
        this.player = player;
        this.patience = patience;
        this.exits = new Exits(storage, clock, patience);
        this.requests = new ExitRequests(patience);
    }

    public Drill drill() {
        return drill;
    }

    /// Things go wrong from now on. A second call does nothing.
    public synchronized void begin() {
        if (!begun) {
            begun = true;
            world.begin(drill, player);
        }
    }

    /// The server that lied tells the truth again.
    public synchronized void tellTheTruth() {
        truthful = true;
        world.tellTheTruth();
    }

    /// Where it stands. The chains are asked only where something has happened since the last time, so that it can be
    /// called as often as anybody likes.
    public synchronized DrillSight look() {
        if (!begun) {
            return DrillSight.at(drill, DrillStage.READY, moves)
                    .with(goal.left(List.of()).filter(_ -> !goal.coin()));
        }
        Mark mark = mark();
        if (last.filter(seen ->
                        seen.mark().equals(mark) && !mayChangeAlone(seen.sight().stage()))
                .isEmpty()) {
            Mark before = drill.bringsHome() && count(place.get()) ? mark() : mark;
            last = Optional.of(new Seen(before, sight(before.plans())));
        }
        return last.orElseThrow().sight();
    }

    private DrillSight sight(List<Exits.Plan> all) {
        ExitPlace now = place.get();
        if (!drill.bringsHome()) {
            return DrillSight.at(drill, lie(now.l1Sources()), moves);
        }
        List<Exits.Plan> possible = all.stream().filter(this::isPossible).toList();
        Optional<DrillGoal.Left> left =
                goal.left(possible.stream().map(Exits.Plan::state).toList());
        if (possible.isEmpty()) {
            DrillSight none = DrillSight.at(drill, all.isEmpty() ? DrillStage.BEGIN : DrillStage.OTHER_WAY, moves);
            return left.filter(_ -> all.isEmpty() && !goal.coin())
                    .map(none::atToken)
                    .orElse(none);
        }
        List<DrillSight> sights = possible.stream().map(plan -> look(plan, now)).toList();
        DrillSight next = next(sights);
        // One root serves all that is begun before the window is over.
        boolean room = next.stage() == DrillStage.AWAIT_WINDOW || next.stage() == DrillStage.DONE;
        return left.filter(_ -> room).map(next::atToken).orElse(next);
    }

    /// What is begun beside the first exit is followed to its end as well: what can be signed for any of them comes
    /// first, then what has to pass before the next step of any, and last what failed.
    private static DrillSight next(List<DrillSight> sights) {
        return sights.stream()
                .filter(sight -> sight.stage() != DrillStage.DONE)
                .min(Comparator.comparing((DrillSight sight) -> sight.stage() == DrillStage.FAILED)
                        .thenComparing(sight -> sight.stage().waits())
                        .thenComparing(DrillSight::stage))
                .orElseGet(() -> sights.stream()
                        .filter(sight -> !isOfToken(sight))
                        .findFirst()
                        .orElse(sights.getFirst()));
    }

    private static boolean isOfToken(DrillSight sight) {
        return sight.exit()
                .filter(report -> report.plan().state().token().isPresent())
                .isPresent();
    }

    private Mark mark() {
        return new Mark(
                world.heads(),
                exits.all(),
                storage.activity().count(ActivityFilter.ALL),
                !drill.bringsHome() && anyCaught(place.get().l1Sources()),
                begun,
                truthful);
    }

    /// A block is signed somewhat after it was made, and a server may answer a second time.
    private static boolean mayChangeAlone(DrillStage stage) {
        return stage == DrillStage.AWAIT_BLOCK || stage == DrillStage.FALSE_ROOT_NEW || stage == DrillStage.SILENT;
    }

    /// Where nobody takes what is sent to the L2, only what goes through L1 leads home.
    private boolean isPossible(Exits.Plan plan) {
        return drill == Drill.FALSE_ROOT || plan.state().way() != ExitState.Way.SEQUENCER;
    }

    private DrillStage lie(List<Source> sources) {
        boolean caught = anyCaught(sources);
        return truthful
                ? caught ? DrillStage.LIE_OVER : DrillStage.DONE
                : caught ? DrillStage.LIE_CAUGHT : DrillStage.LIE_TOLD;
    }

    private static boolean anyCaught(List<Source> sources) {
        return sources.stream().anyMatch(source -> source.health().setAside());
    }

    private DrillSight look(Exits.Plan plan, ExitPlace now) {
        Exits.Look look = exits.look(plan, now);
        ExitReport report = ExitReport.of(look);
        boolean refused = moves.stream().anyMatch(DrillMove.Refused.class::isInstance);
        boolean falseRoot = drill == Drill.FALSE_ROOT
                && DrillWait.fall(look.next()).isPresent()
                && requests.next(look, now, ExitWish.NONE) instanceof ExitRequest.OtherRoot;
        DrillStage stage = DrillStage.of(drill, report, refused, falseRoot);
        DrillWait wait = falseRoot
                ? DrillWait.finality(look.next(), world.now(), now.verified())
                        .<DrillWait>map(young -> young)
                        .orElseGet(() -> DrillWait.fall(look.next()).orElseThrow())
                : DrillWait.of(Optional.of(drill), look.next(), world.now());
        return new DrillSight(
                drill, at(stage, wait), Optional.of(report), Optional.of(wait).filter(_ -> stage.waits()), moves);
    }

    private static DrillStage at(DrillStage stage, DrillWait wait) {
        if (wait instanceof DrillWait.Finality) {
            return DrillStage.FALSE_ROOT_NEW;
        }
        return stage == DrillStage.AWAIT_CONTEST && wait instanceof DrillWait.Maturity
                ? DrillStage.AWAIT_MATURITY
                : stage;
    }

    /// Lets that time pass which can be let pass now.
    /// @param shown what the player was offered: where there is something else to wait for by now, nothing passes
    /// @return as it stands then
    public synchronized DrillSight pass(DrillWait shown) {
        DrillSight before = look();
        Optional<DrillWait> wait = before.delay().filter(now -> now.getClass().equals(shown.getClass()));
        wait.ifPresent(now -> add(now.pass(world)));
        return wait.isPresent() ? look() : before;
    }

    /// Blocks in which nothing happened to the exit are not worth a line each.
    private void add(DrillMove move) {
        boolean again = !moves.isEmpty() && isBlock(moves.getLast()) && isBlock(move);
        if (!again) {
            moves.add(move);
        }
    }

    private static boolean isBlock(DrillMove move) {
        return move instanceof DrillMove.Waited waited && waited.reason() == DrillMove.Reason.BLOCK;
    }

    /// Takes down what the user has signed since the last look and what is in a block now. After each there is one more
    /// block, as there is on any chain, so that what was done is signed by a committee and seen by all.
    /// @return whether there was any
    private boolean count(ExitPlace now) {
        int before = counted.size();
        List<OwnTransaction> newest = storage.activity()
                .page(ActivityFilter.ALL, Optional.empty(), NEWEST)
                .transactions();
        for (OwnTransaction own : newest.reversed()) {
            Optional<ExitStep> step = ExitStep.named(own.note());
            Optional<DisputeStep> contest = DisputeStep.named(own.note());
            if ((contest.isPresent() || step.isPresent()) && !counted.contains(own.hash())) {
                boolean onLayer2 = own.chain().equals(now.l2().chain());
                List<Source> sources = onLayer2 ? now.l2Sources() : now.l1Sources();
                DrillGas.used(own.hash(), sources, patience).ifPresent(gas -> {
                    counted.add(own.hash());
                    Wei along = along(own, onLayer2);
                    moves.add(step.<DrillMove>map(
                                    of -> new DrillMove.Sent(of, onLayer2, own.hash(), gas, along, token(of, own)))
                            .orElseGet(() -> new DrillMove.Contested(contest.orElseThrow(), own.hash(), gas, along)));
                    world.block();
                });
            }
        }
        return counted.size() > before;
    }

    private Optional<String> token(ExitStep step, OwnTransaction own) {
        return exits.all().stream()
                .filter(plan -> ExitStep.of(plan.id(), own).isPresent())
                .findFirst()
                .flatMap(plan -> DrillMove.token(step, plan.state()));
    }

    /// A bond, which goes along with a call on L1.
    private static Wei along(OwnTransaction own, boolean onLayer2) {
        return !onLayer2 && own.asset() instanceof OwnTransaction.Asset.Coin ? new Wei(own.units()) : Wei.ZERO;
    }
}

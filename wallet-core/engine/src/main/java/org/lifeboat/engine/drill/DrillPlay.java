package org.lifeboat.engine.drill;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitNext;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitRequests;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Payout;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Sending;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.rollups.opstack.Standing;

/// Plays a drill, turn after turn: looks at the plan as the wallet always does, offers what can be signed
/// now, and lets time pass where there is nothing to do but wait.
public final class DrillPlay {
    private static final int MOST_REFUSALS = 3;

    /// So often it may be waited for a block in a row: what is not there then never comes.
    private static final int MOST_BLOCKS = 20;

    private final Optional<Drill> drill;
    private final Exits exits;
    private final ExitRequests requests;
    private final Sending sending;
    private final Submission submission;
    private final ExitPlace place;
    private final DrillWorld world;
    private final DrillSigner signer;
    private final Duration patience;
    private Optional<DrillContest> contest = Optional.empty();
    private Optional<Disputes.Plan> contested = Optional.empty();
    /// Whether the player has moved in it: before that it can be left to others.
    private boolean inIt;

    private boolean contestEnded;
    private boolean falseRootMet;
    private int blocks;
    private int refusals;

    /// @param drill empty where everything works
    /// @param place in a world of play money
    /// @param patience for one source
    public DrillPlay(
            Optional<Drill> drill,
            Storage storage,
            InstantSource clock,
            ExitPlace place,
            DrillWorld world,
            DrillSigner signer,
            Duration patience) {
        this.drill = drill;
        this.exits = new Exits(storage, clock, patience);
        this.requests = new ExitRequests(patience);
        this.sending = new Sending(storage, clock, patience);
        this.submission = new Submission(storage.activity(), clock);
        this.place = place;
        this.world = world;
        this.signer = signer;
        this.patience = patience;
    }

    /// What the user wants when it happens: the money out, by the way that is left.
    public static ExitState wanted(Drill drill, Address target, Wei amount) {
        return ExitState.wanted(way(drill), target, amount);
    }

    /// The way that is left.
    public static ExitState.Way way(Drill drill) {
        return switch (drill) {
            case SEQUENCER_GONE, SEQUENCER_CENSORS -> ExitState.Way.THROUGH_L1;
            case FALSE_ROOT, SOURCE_LIES -> ExitState.Way.SEQUENCER;
        };
    }

    /// Lets the user contest the first false root that is met, before others do, and bring that to its end.
    public void offer(DrillContest offered) {
        contest = Optional.of(offered);
    }

    /// Keeps the wish, as for any exit.
    public Exits.Plan begin(Address account, ExitState wanted) {
        return exits.begin(place.l2().chain(), account, wanted);
    }

    private ExitWish wish() {
        return drill.filter(this::wantsOwnRoot).map(_ -> ExitWish.OWN_ROOT).orElse(ExitWish.NONE);
    }

    /// As long as the false root was not met it may only be too new to be seen.
    private boolean wantsOwnRoot(Drill played) {
        return played.ownRoot() && (played.l1Alone() || falseRootMet);
    }

    /// One turn of what is to be brought home together: first whatever can be signed for any of it; where there is
    /// nothing to sign, time passes for all.
    public DrillTurn next(List<Exits.Plan> plans) throws InterruptedException {
        Optional<DrillContest.Turn> inContest = inContest();
        Optional<DrillTurn> moved = inContest.isPresent() ? inContest(inContest.get()) : Optional.empty();
        return moved.isPresent() ? moved.get() : exits(plans, inContest);
    }

    private DrillTurn exits(List<Exits.Plan> plans, Optional<DrillContest.Turn> inContest) throws InterruptedException {
        boolean arrived = true;
        List<ExitNext> waiting = new ArrayList<>();
        for (Exits.Plan plan : plans) {
            Exits.Look look = exits.look(exits.find(plan.id()).orElse(plan), place);
            if (look.next() instanceof ExitNext.OnL1(Standing.PaidOut _, var _)) {
                arrived &= look.arrived().orElse(false);
                continue;
            }
            switch (requests.next(look, place, wish())) {
                case ExitRequest.Offered(ExitStep step, Network network, var order, var _) -> {
                    SendPlace where = new SendPlace(network, sources(network), List.of(), Set.of(), Optional.empty());
                    return sending.prepare(order, where) instanceof Preparation.Ready(Draft draft, var _)
                            ? send(step, draft, look)
                            : new DrillTurn.Stuck("the step " + step + " could not be prepared");
                }
                case ExitRequest.Nothing _, ExitRequest.Waits _, ExitRequest.HandOver _, ExitRequest.CouldNot _ ->
                    waiting.add(look.next());
                case ExitRequest.OtherRoot(String source) -> {
                    falseRootMet = true;
                    Optional<DrillTurn> first = contest(plan.account());
                    return first.isPresent() ? first.get() : refused(look.next(), source);
                }
            }
        }
        if (!waiting.isEmpty()) {
            return pass(waiting);
        }
        return inContest.isPresent() ? passFor(inContest.get()) : new DrillTurn.Ended(arrived);
    }

    private List<Source> sources(Network network) {
        return network.chain().equals(place.l1().chain()) ? place.l1Sources() : place.l2Sources();
    }

    private DrillTurn send(ExitStep step, Draft draft, Exits.Look look) {
        boolean lost = step == ExitStep.FINISH
                && Payout.forecast(draft, look.plan().state().withdrawal().orElseThrow()) == Payout.Forecast.LOST;
        if (lost) {
            return new DrillTurn.Stuck("the money would not arrive");
        }
        Optional<SignedTransaction> signed = signer.sign(step, draft);
        if (signed.isEmpty()) {
            return new DrillTurn.Declined();
        }
        List<Source> sources = sources(draft.network());
        if (!(submission.submit(draft, signed.get(), sources, Submission.Audience.ALL, patience)
                instanceof Submission.Result.Sent)) {
            return new DrillTurn.Stuck("the transaction of the step " + step + " was not taken");
        }
        world.block();
        Optional<Gas> used = DrillGas.used(signed.get().hash(), sources, patience);
        blocks = 0;
        boolean onLayer2 = draft.network().isL2();
        Wei along = onLayer2 ? Wei.ZERO : signed.get().transaction().value();
        return used.<DrillTurn>map(gas -> new DrillTurn.Moved(new DrillMove.Sent(
                        step,
                        onLayer2,
                        signed.get().hash(),
                        gas,
                        along,
                        DrillMove.token(step, look.plan().state()))))
                .orElseGet(() -> new DrillTurn.Stuck("the step " + step + " failed"));
    }

    // ---- the contest

    /// What there is to do about it; empty where there is none, or no more.
    private Optional<DrillContest.Turn> inContest() {
        Optional<DrillContest.Turn> turn = contested.flatMap(plan -> contest.map(each -> each.look(plan, world.now())));
        if (!contestEnded && turn.filter(DrillContest::hasEnded).isPresent()) {
            contestEnded = true;
            world.leaveContests(false);
        }
        return turn.filter(each -> !(each instanceof DrillContest.Turn.Over));
    }

    /// @return empty where it is others' turn
    private Optional<DrillTurn> inContest(DrillContest.Turn turn) throws InterruptedException {
        return switch (turn) {
            case DrillContest.Turn.Sign(DisputeStep step, SendOrder order) -> {
                Optional<DrillTurn> moved = contest(step, order);
                if (moved.isEmpty() && !inIt) {
                    leaveToOthers();
                    yield Optional.empty();
                }
                yield Optional.of(moved.orElseGet(DrillTurn.Declined::new));
            }
            case DrillContest.Turn.AwaitBlock _ -> Optional.of(pass(new DrillWait.Block()));
            case DrillContest.Turn.AwaitFinal(Duration span) -> Optional.of(pass(new DrillWait.Finality(span)));
            case DrillContest.Turn.Open _, DrillContest.Turn.AwaitCredit _, DrillContest.Turn.Over _ ->
                Optional.empty();
        };
    }

    /// All else is home.
    private DrillTurn passFor(DrillContest.Turn turn) {
        return pass(
                turn instanceof DrillContest.Turn.AwaitCredit(Duration span)
                        ? new DrillWait.Credit(span)
                        : new DrillWait.Block());
    }

    /// Asked about once.
    /// @return empty where it is left to others
    private Optional<DrillTurn> contest(Address account) throws InterruptedException {
        if (contested.isPresent() || contest.isEmpty()) {
            return Optional.empty();
        }
        contested = contest.get().takeUp(account);
        world.leaveContests(contested.isPresent());
        Optional<DrillContest.Turn> turn = inContest();
        Optional<DrillTurn> first = turn.isPresent() ? inContest(turn.get()) : Optional.empty();
        if (first.isEmpty()) {
            leaveToOthers();
        }
        return first;
    }

    private void leaveToOthers() {
        contest = Optional.empty();
        world.leaveContests(false);
    }

    /// @return empty where the user does not want to
    private Optional<DrillTurn> contest(DisputeStep step, SendOrder order) throws InterruptedException {
        SendPlace where = new SendPlace(place.l1(), place.l1Sources(), List.of(), Set.of(), Optional.empty());
        if (!(sending.prepare(order, where) instanceof Preparation.Ready(Draft draft, var _))) {
            return Optional.of(new DrillTurn.Stuck("the step " + step + " could not be prepared"));
        }
        return contest.flatMap(each -> each.sign(step, draft)).map(signed -> contested(step, draft, signed));
    }

    private DrillTurn contested(DisputeStep step, Draft draft, SignedTransaction signed) {
        if (!(submission.submit(draft, signed, place.l1Sources(), Submission.Audience.ALL, patience)
                instanceof Submission.Result.Sent)) {
            return new DrillTurn.Stuck("the step " + step + " was not taken");
        }
        world.block();
        blocks = 0;
        inIt = true;
        Wei bond = signed.transaction().value();
        return DrillGas.used(signed.hash(), place.l1Sources(), patience)
                .<DrillTurn>map(gas -> new DrillTurn.Moved(new DrillMove.Contested(step, signed.hash(), gas, bond)))
                .orElseGet(() -> new DrillTurn.Stuck("the step " + step + " failed"));
    }

    // ---- time

    private DrillTurn pass(List<ExitNext> waiting) {
        if (waiting.stream().anyMatch(ExitNext.CameToNothing.class::isInstance)) {
            return new DrillTurn.Stuck("the withdrawal failed on the L2");
        }
        return pass(DrillWait.together(waiting.stream()
                .map(next -> DrillWait.of(drill, next, world.now()))
                .toList()));
    }

    private DrillTurn pass(DrillWait wait) {
        blocks = switch (wait) {
            case DrillWait.Block _, DrillWait.Credit _ -> blocks + 1;
            case DrillWait.Window _ -> blocks + MOST_BLOCKS / 2;
            case DrillWait.Finality _ -> blocks + 1;
            case DrillWait.Pause _, DrillWait.Contest _, DrillWait.Maturity _, DrillWait.Fall _ -> 0;
        };
        return blocks > MOST_BLOCKS
                ? new DrillTurn.Stuck("nothing happens any more")
                : new DrillTurn.Moved(wait.pass(world));
    }

    /// Nothing is proven against such a root.
    private DrillTurn refused(ExitNext next, String source) {
        refusals++;
        return DrillWait.fall(next)
                .filter(_ -> refusals <= MOST_REFUSALS)
                .<DrillTurn>map(fall -> new DrillTurn.Moved(fall.pass(world)))
                .orElseGet(() -> new DrillTurn.Stuck(source + " has another block than the root speaks of"));
    }
}

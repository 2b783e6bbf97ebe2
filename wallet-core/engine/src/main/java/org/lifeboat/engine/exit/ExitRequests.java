package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.TokenCalls;
import org.lifeboat.rollups.opstack.Withdrawal;

/// Makes the transaction that a plan's standing calls for. What has to be proven comes from the evidence
/// that was kept or from the L2's servers, and is checked; signs nothing.
public final class ExitRequests {
    private final Optional<ExitEvidence> evidence;
    private final Duration patience;

    /// With the servers of the L2 alone.
    /// @param patience for all of them together
    public ExitRequests(Duration patience) {
        this(Optional.empty(), patience);
    }

    /// With what was kept while the servers answered.
    /// @param patience for the servers of the L2 together
    public ExitRequests(ExitEvidence evidence, Duration patience) {
        this(Optional.of(evidence), patience);
    }

    private ExitRequests(Optional<ExitEvidence> evidence, Duration patience) {
        this.evidence = evidence;
        this.patience = patience;
    }

    public ExitRequest next(Exits.Look look, ExitPlace place, ExitWish wish) {
        ExitState state = look.plan().state();
        ExitRequest request = switch (look.next()) {
            case ExitNext.Initiate _ -> initiate(look, place, state);
            case ExitNext.AwaitOwn(OwnTransaction own) ->
                look.waiting().stream()
                        .filter(one -> one.transaction().hash().equals(own.hash()))
                        .filter(Pending::wantsHandingOver)
                        .findFirst()
                        .<ExitRequest>map(one -> new ExitRequest.HandOver(ExitStep.INITIATE, one))
                        .orElseGet(ExitRequest.Nothing::new);
            case ExitNext.AwaitL2 _, ExitNext.CameToNothing _ -> new ExitRequest.Nothing();
            case ExitNext.CouldNotLook(boolean _, String why) -> new ExitRequest.CouldNot(why);
            case ExitNext.OnL1(Standing standing, ExitFacts facts) -> onL1(look, place, standing, facts, wish);
            case ExitNext.Replay(Withdrawal withdrawal) -> replay(look, place, withdrawal);
        };
        return request instanceof ExitRequest.Offered offered
                ? ofPayee(unlessSigned(offered, look.waiting()), look, place)
                : request;
    }

    /// Before the first step the payee can still be another, and after the last one nothing can be called back.
    private ExitRequest ofPayee(ExitRequest request, Exits.Look look, ExitPlace place) {
        if (!(request instanceof ExitRequest.Offered(var step, var network, var order, List<Check> first))
                || (step != ExitStep.INITIATE && step != ExitStep.FINISH)) {
            return request;
        }
        Exits.Plan plan = look.plan();
        List<Check> all = Stream.concat(
                        PayeeChecks.of(place, plan.account(), plan.state(), patience).stream(), first.stream())
                .toList();
        return new ExitRequest.Offered(step, network, order, all);
    }

    /// The step itself, or what was signed for it before.
    private static ExitRequest unlessSigned(ExitRequest.Offered offered, List<Pending> waiting) {
        List<Pending> same = waiting.stream()
                .filter(one -> one.transaction().note().equals(offered.order().note()))
                .toList();
        if (same.isEmpty()) {
            return offered;
        }
        return same.stream().allMatch(Pending::wantsHandingOver)
                ? new ExitRequest.HandOver(offered.step(), same.getFirst())
                : new ExitRequest.Waits(offered.step());
    }

    private ExitRequest initiate(Exits.Look look, ExitPlace place, ExitState state) {
        return switch (state.way()) {
            case SEQUENCER -> offered(look, ExitStep.INITIATE, place.l2(), onL2(state));
            case THROUGH_L1 -> offered(look, ExitStep.INITIATE, place.l1(), L1Orders.forced(place, state));
            case FOUND -> new ExitRequest.Nothing();
        };
    }

    private static L1Call onL2(ExitState state) {
        return state.token()
                .map(token -> TokenCalls.withdraw(token.pair(), state.target(), token.units()))
                .orElseGet(() -> OpStack.initiate(state.target(), state.amount()));
    }

    /// With gas of its own: too little would end it without an error and without the money.
    private static ExitRequest replay(Exits.Look look, ExitPlace place, Withdrawal withdrawal) {
        SendOrder order = L1Orders.order(
                look.plan().account(),
                place.l1(),
                TokenCalls.replay(withdrawal),
                ExitStep.REPLAY.note(look.plan().id()));
        return new ExitRequest.Offered(
                ExitStep.REPLAY, place.l1(), L1Orders.withGas(order, TokenCalls.replayGas(withdrawal)));
    }

    private ExitRequest onL1(Exits.Look look, ExitPlace place, Standing standing, ExitFacts facts, ExitWish wish) {
        Withdrawal withdrawal = look.plan().state().withdrawal().orElseThrow();
        Bridge bridge = facts.bridge();
        boolean ownRoot =
                wish == ExitWish.OWN_ROOT && OpStack.ownRootBond(bridge).isPresent();
        return switch (standing) {
            case Standing.PaidOut _, Standing.Paused _, Standing.NotRead _, Standing.RootTooNew _, Standing.Waiting _ ->
                new ExitRequest.Nothing();
            case Standing.NoRoot(var _, var bond) ->
                ownRoot && bond.isPresent() ? own(look, place, bridge) : new ExitRequest.Nothing();
            case Standing.CanProve(Game best, List<Game> others) ->
                orOwn(prove(look, place, facts, best, others), ownRoot, look, place, facts);
            case Standing.MustProveAgain(var _, Optional<Game> better) ->
                better.map(game -> orOwn(
                                prove(look, place, facts, game, besides(look, facts, game)),
                                ownRoot,
                                look,
                                place,
                                facts))
                        .orElseGet(() -> ownRoot ? own(look, place, bridge) : new ExitRequest.Nothing());
            case Standing.Doubted(var _, var _, Optional<Game> better) ->
                better.filter(_ -> wish == ExitWish.PROVE_AGAIN)
                        .map(game -> prove(look, place, facts, game, List.of()))
                        .orElseGet(ExitRequest.Nothing::new);
            case Standing.CanResolve(var _, L1Call call) -> offered(look, ExitStep.RESOLVE, place.l1(), call);
            case Standing.CanFinish(var proof) ->
                offered(
                        look,
                        ExitStep.FINISH,
                        place.l1(),
                        OpStack.finish(bridge, withdrawal, proof, look.plan().account()));
        };
    }

    /// Where nobody gives what a proof takes, or what the servers have fits no root that was posted, the root of
    /// what was kept is worth its bond, if the user wants that.
    private ExitRequest orOwn(ExitRequest proving, boolean ownRoot, Exits.Look look, ExitPlace place, ExitFacts facts) {
        return ownRoot && !(proving instanceof ExitRequest.Offered)
                ? new OwnRoots(evidence, patience)
                        .besideOthers(look, place, facts)
                        .orElse(proving)
                : proving;
    }

    private ExitRequest own(Exits.Look look, ExitPlace place, Bridge bridge) {
        return new OwnRoots(evidence, patience).request(look, place, bridge);
    }

    /// The other roots that cover it: where one is lost, the next may be false too.
    private static List<Game> besides(Exits.Look look, ExitFacts facts, Game best) {
        return look.plan()
                .state()
                .block()
                .map(block -> OpStack.covering(facts, block).stream()
                        .filter(game -> !game.isSame(best))
                        .toList())
                .orElse(List.of());
    }

    /// Against the user's choice no other root takes its place, and what can become of it is said first.
    private ExitRequest prove(Exits.Look look, ExitPlace place, ExitFacts facts, Game best, List<Game> others) {
        Withdrawal withdrawal = look.plan().state().withdrawal().orElseThrow();
        if (look.plan().state().chosenRoot().filter(best::isAt).isEmpty()) {
            return prove(look, place, facts.bridge(), withdrawal, best, others);
        }
        Map<L2Block, Hash32> recomputed = evidence.map(
                        store -> store.recomputed(place.l2().chain()).byBlock())
                .orElse(Map.of());
        ExitRequest request = prove(look, place, facts.bridge(), withdrawal, best, List.of());
        return request instanceof ExitRequest.Offered(var step, var network, var order, var _)
                ? new ExitRequest.Offered(step, network, order, ExitRoots.warnings(facts, best, recomputed))
                : request;
    }

    /// Against the first game whose root a kept proof has, or the L2's own block.
    private ExitRequest prove(
            Exits.Look look, ExitPlace place, Bridge bridge, Withdrawal withdrawal, Game best, List<Game> others) {
        L2Look l2 = new L2Look(place.l2(), place.l2Sources(), Deadline.in(patience));
        Optional<ExitRequest> problem = Optional.empty();
        for (Game game : Stream.concat(Stream.of(best), others.stream())
                .filter(one -> one.index().isPresent())
                .toList()) {
            Optional<ExitEvidence.Piece> kept = evidence.flatMap(
                    store -> store.against(place.l2().chain(), look.plan().account(), withdrawal, game.root()));
            if (kept.isPresent()) {
                WithdrawalProof.Holds holds = kept.get().holds();
                return offered(
                        look,
                        ExitStep.PROVE,
                        place.l1(),
                        OpStack.prove(bridge, withdrawal, game, holds.root(), holds.whole()));
            }
            switch (l2.evidence(withdrawal, game.block(), game.root())) {
                case L2Look.Evidence.Checked(var _, OutputRoot root, List<Bytes> nodes) -> {
                    return offered(
                            look, ExitStep.PROVE, place.l1(), OpStack.prove(bridge, withdrawal, game, root, nodes));
                }
                case L2Look.Evidence.OtherRoot(String source, Hash32 _) ->
                    problem = problem.or(() -> Optional.of(new ExitRequest.OtherRoot(source)));
                case L2Look.Evidence.Silent(String why) ->
                    problem = problem.or(() -> Optional.of(new ExitRequest.CouldNot(why)));
            }
        }
        return problem.orElseGet(ExitRequest.Nothing::new);
    }

    private static ExitRequest offered(Exits.Look look, ExitStep step, Network network, L1Call call) {
        return new ExitRequest.Offered(
                step,
                network,
                L1Orders.order(
                        look.plan().account(),
                        network,
                        call,
                        step.note(look.plan().id())));
    }
}

package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.network.Network;
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
import org.lifeboat.rollups.opstack.Withdrawal;

/// Makes the transaction that a plan's standing calls for. Asks the L2's servers for what has to be proven, and
/// checks it; signs nothing.
public final class ExitRequests {
    private final Duration patience;

    /// @param patience for the servers of the L2 together
    public ExitRequests(Duration patience) {
        this.patience = patience;
    }

    /// @param ownRoot whether the user wants to post a root, with the bond, where nobody else has
    public ExitRequest next(Exits.Look look, ExitPlace place, boolean ownRoot) {
        ExitState state = look.plan().state();
        ExitRequest request = switch (look.next()) {
            case ExitNext.Initiate _ -> initiate(look, place, state);
            case ExitNext.AwaitOwn _, ExitNext.AwaitL2 _, ExitNext.CameToNothing _ -> new ExitRequest.Nothing();
            case ExitNext.CouldNotLook(boolean _, String why) -> new ExitRequest.CouldNot(why);
            case ExitNext.OnL1(Standing standing, ExitFacts facts) -> onL1(look, place, standing, facts, ownRoot);
        };
        if (request instanceof ExitRequest.Offered offered
                && look.waiting().stream()
                        .anyMatch(one -> one.note().equals(offered.order().note()))) {
            return new ExitRequest.Waits(offered.step());
        }
        return request;
    }

    private ExitRequest initiate(Exits.Look look, ExitPlace place, ExitState state) {
        return switch (state.way()) {
            case SEQUENCER ->
                offered(look, ExitStep.INITIATE, place.l2(), OpStack.initiate(state.target(), state.amount()));
            case THROUGH_L1 ->
                offered(
                        look,
                        ExitStep.INITIATE,
                        place.l1(),
                        OpStack.forceWithdrawal(place.portal(), state.target(), state.amount()));
            case FOUND -> new ExitRequest.Nothing();
        };
    }

    private ExitRequest onL1(Exits.Look look, ExitPlace place, Standing standing, ExitFacts facts, boolean ownRoot) {
        Withdrawal withdrawal = look.plan().state().withdrawal().orElseThrow();
        Bridge bridge = facts.bridge();
        return switch (standing) {
            case Standing.PaidOut _, Standing.Paused _, Standing.Waiting _ -> new ExitRequest.Nothing();
            case Standing.NoRoot(var _, var bond) ->
                ownRoot && bond.isPresent() ? ownRoot(look, place, bridge) : new ExitRequest.Nothing();
            case Standing.CanProve(Game best, List<Game> others) ->
                prove(look, place, bridge, withdrawal, best, others);
            case Standing.MustProveAgain(var _, Optional<Game> better) ->
                better.map(game -> prove(look, place, bridge, withdrawal, game, List.of()))
                        .orElseGet(() -> ownRoot ? ownRoot(look, place, bridge) : new ExitRequest.Nothing());
            case Standing.CanResolve(var _, L1Call call) -> offered(look, ExitStep.RESOLVE, place.l1(), call);
            case Standing.CanFinish(var proof) ->
                offered(
                        look,
                        ExitStep.FINISH,
                        place.l1(),
                        OpStack.finish(bridge, withdrawal, proof, look.plan().account()));
        };
    }

    /// Against the first game whose root the L2's own block has.
    private ExitRequest prove(
            Exits.Look look, ExitPlace place, Bridge bridge, Withdrawal withdrawal, Game best, List<Game> others) {
        L2Look l2 = new L2Look(place.l2(), place.l2Sources(), Deadline.in(patience));
        Optional<ExitRequest> problem = Optional.empty();
        for (Game game : Stream.concat(Stream.of(best), others.stream())
                .filter(one -> one.index().isPresent())
                .toList()) {
            switch (l2.evidence(withdrawal, game.block(), game.root())) {
                case L2Look.Evidence.Checked(OutputRoot root, List<Bytes> nodes) -> {
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

    private ExitRequest ownRoot(Exits.Look look, ExitPlace place, Bridge bridge) {
        L2Look l2 = new L2Look(place.l2(), place.l2Sources(), Deadline.in(patience));
        L2Block needed = look.plan().state().block().orElseThrow();
        return switch (l2.fixedRoot()) {
            case L2Look.Fixed.Root(L2Block block, OutputRoot _)
            when block.compareTo(needed) < 0 ->
                new ExitRequest.CouldNot("the newest fixed block, " + block.number()
                        + ", is below that of the withdrawal, " + needed.number());
            case L2Look.Fixed.Root(L2Block block, OutputRoot root) ->
                offered(look, ExitStep.OWN_ROOT, place.l1(), OpStack.ownRoot(bridge, root, block));
            case L2Look.Fixed.Differ(String source) ->
                new ExitRequest.CouldNot(source + " has another block there than the source before it");
            case L2Look.Fixed.Silent _ ->
                new ExitRequest.CouldNot("no source of the L2 names a block that its data on L1 fixes");
        };
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

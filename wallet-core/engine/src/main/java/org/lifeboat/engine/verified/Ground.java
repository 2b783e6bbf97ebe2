package org.lifeboat.engine.verified;

import java.util.function.Function;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;
import org.lifeboat.verifier.call.GivenState;
import org.lifeboat.verifier.call.Simulator;

/// What a run stood on, so that others can run it again: a block's header, and proofs of what it read of that
/// block's state. Worth as much as the header.
/// @param header the RLP of the block's header
public record Ground(Bytes header, StateWitness witness) {
    /// Runs calls again on what is proven here, and on nothing else.
    /// @param l1 whose rules they run under
    /// @return unknown where something that they read is not proven here
    public <R> Answer<R> again(ChainId l1, Function<BlockCalls, Looped<R>> use) {
        return BlockHeader.fromRlp(header)
                .then(block -> witness.state(block.stateRoot()).then(state -> again(l1, block, state, use)));
    }

    private <R> Answer<R> again(ChainId l1, BlockHeader block, GivenState state, Function<BlockCalls, Looped<R>> use) {
        Network network = new Network(l1, "", "", new Network.Layer.L1(), false, Network.Origin.USER);
        if (!(ChainRules.of(network, block) instanceof ChainRules.Known(var conditions))) {
            return new Answer.Unknown<>(Answer.Cause.UPDATE_NEEDED, "the rules of block " + block.number());
        }
        Simulator simulator = new Simulator(conditions);
        BlockCalls calls = new BlockCalls(block.ref(), call -> looped(simulator, call, state), () -> this);
        return switch (use.apply(calls)) {
            case Looped.Done<R>(R value, Assurance _) -> new Answer.Proven<>(value);
            case Looped.Stopped<R>(CouldNot reason) -> new Answer.Unknown<>(Answer.Cause.MISSING, reason.detail());
            case Looped.Lied<R>(var contradiction) -> new Answer.Refuted<>(contradiction.inWords());
        };
    }

    private static Looped<CallResult> looped(Simulator simulator, ContractCall call, GivenState state) {
        CallResult result = simulator.call(call, state);
        return switch (result) {
            case CallResult.Needs(var keys) ->
                new Looped.Stopped<>(new CouldNot(
                        CouldNot.Why.STATE_REFUSED, "proofs of " + keys.size() + " more parts of the state"));
            case CallResult.NotHere(String what) -> new Looped.Stopped<>(new CouldNot(CouldNot.Why.ONLY_THERE, what));
            case CallResult.Returned _, CallResult.Reverted _, CallResult.Halted _, CallResult.Unpaid _ ->
                new Looped.Done<>(result, Assurance.MATCHED);
        };
    }
}

package org.lifeboat.engine.verified;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.Address;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;
import org.lifeboat.verifier.call.Simulator;

/// `eth_call` of which a server can only refuse the answer, not invent it: the code runs here. Thread-safe.
public final class VerifiedCall {
    private final KnownStates states = new KnownStates();

    /// @return never a [CallResult.Needs] or a [CallResult.NotHere]: these come as [Looped.Stopped]
    public Looped<CallResult> at(
            BlockSelector block, Network network, Source source, ContractCall call, Deadline deadline) {
        return at(block, network, source, call, Optional.empty(), deadline);
    }

    /// The same on an L1 that is followed: the answer rises with its block.
    /// @param verified what is verified of the network
    public Looped<CallResult> at(
            BlockSelector block,
            Network network,
            Source source,
            ContractCall call,
            Optional<SyncStatus> verified,
            Deadline deadline) {
        return PinnedBlock.ask(source, network, block, deadline, pinned -> switch (in(pinned, call, deadline)) {
            case Looped.Done<CallResult>(CallResult result, Assurance ran) ->
                new Looped.Done<>(result, Standing.of(pinned.head().block(), ran, verified));
            case Looped.Stopped<CallResult> stopped -> stopped;
            case Looped.Lied<CallResult> lied -> lied;
        });
    }

    /// Several calls, one after another, on the state of one block of one source.
    public <R> Looped<R> together(
            BlockSelector block,
            Network network,
            Source source,
            Deadline deadline,
            Function<BlockCalls, Looped<R>> use) {
        return PinnedBlock.ask(
                source,
                network,
                block,
                deadline,
                pinned -> use.apply(new BlockCalls(
                        pinned.head().block(), call -> in(pinned, call, deadline), () -> ground(pinned))));
    }

    private Ground ground(PinnedBlock pinned) {
        return new Ground(
                pinned.header().encoded(),
                states.bookOf(pinned.header().stateRoot()).whole());
    }

    private Looped<CallResult> in(PinnedBlock pinned, ContractCall call, Deadline deadline) {
        Simulator simulator = new Simulator(pinned.conditions(), states.analysed());
        List<Address> met = Stream.of(call.from(), call.to(), pinned.header().beneficiary())
                .distinct()
                .toList();
        CallRequest request =
                new CallRequest(Optional.of(call.from()), Optional.of(call.to()), call.value(), call.input());
        return new StateLoop(pinned, states, deadline)
                .run(met, Optional.of(request), state -> attempt(simulator.call(call, state)));
    }

    private static Attempt<CallResult> attempt(CallResult result) {
        return switch (result) {
            case CallResult.Needs(var keys) -> new Attempt.Needs<>(keys);
            case CallResult.NotHere(String what) -> new Attempt.NotHere<>(what);
            case CallResult.Returned _, CallResult.Reverted _, CallResult.Halted _, CallResult.Unpaid _ ->
                new Attempt.Done<>(result);
        };
    }
}

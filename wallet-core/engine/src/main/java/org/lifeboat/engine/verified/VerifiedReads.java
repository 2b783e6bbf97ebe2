package org.lifeboat.engine.verified;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;
import org.lifeboat.verifier.call.Simulator;

/// Many questions to contracts at one block, answered together by code that runs here. Thread-safe.
public final class VerifiedReads {
    private final KnownStates states = new KnownStates();

    /// One pass over the questions, run again from the beginning until it lacks nothing.
    public interface Reading<R> {
        /// @param header of the block that is read, its hash recomputed
        /// @param chain runs one call
        Attempt<R> pass(BlockHeader header, Function<ContractCall, CallResult> chain);
    }

    /// @param contracts that are surely met
    public <R> Looped<R> at(
            BlockSelector block,
            Network network,
            Source source,
            List<Address> contracts,
            Reading<R> reading,
            Deadline deadline) {
        return PinnedBlock.ask(source, network, block, deadline, pinned -> {
            Simulator simulator = new Simulator(pinned.conditions(), states.analysed());
            return new StateLoop(pinned, states, deadline)
                    .run(
                            contracts,
                            Optional.empty(),
                            state -> reading.pass(pinned.header(), call -> simulator.call(call, state)));
        });
    }
}

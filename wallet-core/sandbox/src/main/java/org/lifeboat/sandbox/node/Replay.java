package org.lifeboat.sandbox.node;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.verifier.block.BlockContext;
import org.lifeboat.verifier.block.BlockProgram;
import org.lifeboat.verifier.block.ChainRules;
import org.lifeboat.verifier.block.Step;

/// Runs again what stands in a block, by the chain's rules, and lets somebody watch.
public final class Replay {
    private final ChainRules rules;
    private final History history;
    private final Secp256k1 curve;

    public Replay(ChainRules rules, History history, Secp256k1 curve) {
        this.rules = rules;
        this.history = history;
        this.curve = curve;
    }

    /// Runs a transaction after those before it, on the state that its block began with.
    /// @param listener is told nothing where the transaction could not even begin, as a deposit's may
    public void watch(History.Place place, Listener listener) {
        int index = place.transaction().index();
        run(
                place.block(),
                place.block().transactions().subList(0, index + 1),
                each -> each.index() == index ? Optional.of(listener) : Optional.empty());
    }

    /// Runs a whole block, each transaction watched by a listener of its own.
    public void watchEach(SealedBlock block, Function<ExecutedTransaction, Listener> listeners) {
        run(block, block.transactions(), each -> Optional.of(listeners.apply(each)));
    }

    /// What it takes to run the block again without the state.
    /// @return empty for block 0, which nothing was run in
    public Optional<WitnessSearch.Witness> witness(SealedBlock block) {
        if (block.number() == 0) {
            return Optional.empty();
        }
        WorldState state = run(block, block.transactions(), _ -> Optional.empty());
        return Optional.of(WitnessSearch.of(rules, history, curve, block, state.changes()));
    }

    /// @param watching each transaction; empty: nobody
    private WorldState run(
            SealedBlock block,
            List<ExecutedTransaction> transactions,
            Function<ExecutedTransaction, Optional<Listener>> watching) {
        SealedBlock parent = history.find(block.header().parentHash()).orElseThrow();
        WorldState state = new WorldState(
                parent.state().reader(history.upTo(parent)::blockHash),
                parent.state().codes());
        InTurn turns = new InTurn();
        BlockProgram program =
                rules.begin(new BlockContext(block.header(), parent.header(), state, curve, Optional.of(turns)));
        check(program.begin());
        for (ExecutedTransaction each : transactions) {
            turns.passOnTo(watching.apply(each));
            check(program.transaction(each.index(), each.sent().encoded()));
        }
        return state;
    }

    private static void check(Step step) {
        switch (step) {
            case Step.Done _, Step.Ran _ -> {}
            case Step.Fault _, Step.Needs _, Step.Unknown _ ->
                throw new IllegalStateException("a block of ours cannot be run again: " + step);
        }
    }
}

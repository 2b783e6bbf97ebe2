package org.lifeboat.sandbox.simulation;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;

/// Runs blocks that nobody made on one that stands, and changes nothing. Source: execution-apis,
/// src/eth/execute.yaml, `eth_simulateV1`; where it leaves something open, geth's internal/ethapi/simulate.go.
public final class Simulation {
    /// Source: geth, eth/ethconfig, `RPCGasCap`: for all blocks together. Unit: gas.
    private static final long MOST_GAS = 50_000_000;

    private final ChainSettings settings;
    private final History history;
    private final Secp256k1 curve;
    private final LayerHabits habits;

    public Simulation(ChainSettings settings, History history, Secp256k1 curve, LayerHabits habits) {
        this.habits = habits;
        this.settings = settings;
        this.history = history;
        this.curve = curve;
    }

    /// What a simulation came to.
    public sealed interface Result {
        /// @param blocks with those that fill gaps between numbers
        record Done(List<SimulatedBlock> blocks) implements Result {
            public Done {
                blocks = List.copyOf(blocks);
            }
        }

        record Refused(Refusal why) implements Result {}
    }

    /// @param strict whether nonces, base fees and prices count as in a real block; if not, calls are free
    /// @param showsEther whether ether that moves is among the events
    public record Manner(boolean strict, boolean showsEther) {}

    /// @param base the block that the first of them is to stand on
    public Result run(SealedBlock base, List<BlockWish> wishes, Manner manner) {
        return switch (Timeline.of(base, wishes)) {
            case Timeline.Laid.Impossible(Refusal why) -> new Result.Refused(why);
            case Timeline.Laid.Out(List<BlockWish> laid) -> run(base, laid, manner, new ArrayList<>());
        };
    }

    private Result run(SealedBlock base, List<BlockWish> laid, Manner manner, List<SimulatedBlock> done) {
        SealedBlock parent = base;
        long gas = MOST_GAS;
        for (BlockWish wish : laid) {
            SimulatedRun run =
                    new SimulatedRun(settings, curve, habits, parent, wish, manner, number -> hash(number, base, done));
            switch (run.run(gas)) {
                case SimulatedRun.Ended.Refused(Refusal why) -> {
                    return new Result.Refused(why);
                }
                case SimulatedRun.Ended.Made(SimulatedBlock made, long gasLeft) -> {
                    done.add(made);
                    parent = made.block();
                    gas = gasLeft;
                }
            }
        }
        return new Result.Done(done);
    }

    private Hash32 hash(long number, SealedBlock base, List<SimulatedBlock> done) {
        long ahead = number - base.number();
        if (ahead <= 0) {
            return history.upTo(base).blockHash(number);
        }
        return ahead <= done.size() ? done.get((int) ahead - 1).block().hash() : Hash32.ZERO;
    }
}

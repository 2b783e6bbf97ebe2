package org.lifeboat.sandbox.node;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.evm.transaction.GasPool;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.evm.transaction.TransactionResult;
import org.lifeboat.evm.transaction.TransactionRunner;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.Environments;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;

/// Runs calls on the state after a block, and changes nothing.
public final class Questions {
    /// Source: geth, eth/ethconfig, `RPCGasCap`. Unit: gas.
    private static final long MOST_GAS = 50_000_000;

    /// What is not limited.
    private static final GasPool NO_LIMIT = new GasPool(Long.MAX_VALUE, Long.MAX_VALUE);

    private final ChainSettings settings;
    private final History history;
    private final Secp256k1 curve;

    public Questions(ChainSettings settings, History history, Secp256k1 curve) {
        this.settings = settings;
        this.history = history;
        this.curve = curve;
    }

    public CallResult run(Call call, SealedBlock block) {
        return run(call, block, Supposition.NONE);
    }

    /// As if some things were otherwise.
    public CallResult run(Call call, SealedBlock block, Supposition supposed) {
        long gas = Math.min(MOST_GAS, call.gas().map(Gas::amount).orElse(MOST_GAS));
        return run(call, block, supposed, gas, Optional.empty());
    }

    CallResult run(Call call, SealedBlock block, Supposition supposed, long gas, Optional<Listener> listener) {
        ForkRules rules = settings.at(block.header()).fork().rules();
        WorldState state = new WorldState(reader(block, supposed), block.state().codes());
        TransactionRunner runner = new TransactionRunner(
                rules,
                settings.chain(),
                environment(call, block, supposed),
                state,
                Precompiles.of(rules),
                curve,
                listener);
        return switch (runner.ask(call.transaction(settings.chain(), new Gas(gas)), call.from(), NO_LIMIT)) {
            case TransactionResult.Executed executed ->
                new CallResult.Ran(executed.outcome(), new Gas(executed.gasUsed()));
            case TransactionResult.Invalid(InvalidReason reason) -> new CallResult.Refused(reason);
            case TransactionResult.Needs(var key) ->
                throw new IllegalStateException("a state that is whole lacks " + key);
        };
    }

    private BlockEnvironment environment(Call call, SealedBlock block, Supposition supposed) {
        BlockEnvironment seen = supposed.block().over(Environments.of(settings, block, block.baseFee()));
        BlockEnvironment priced = call.maxFee().isPresent() ? seen : Environments.free(seen);
        return call.blobs().filter(blobs -> blobs.maxFee().isZero()).isPresent()
                ? Environments.freeOfBlobs(priced)
                : priced;
    }

    private StateReader reader(SealedBlock block, Supposition supposed) {
        StateReader real = block.state().reader(history.upTo(block)::blockHash);
        return supposed.accounts().isEmpty() ? real : new SupposedState(real, supposed.accounts());
    }

    // ---- gas

    /// What a search for the least sufficient gas limit came to.
    public sealed interface Estimate {
        record Enough(Gas limit) implements Estimate {}

        /// Fails however much gas it has; the result is that with the most.
        record Fails(CallResult result) implements Estimate {}

        /// It would need more than may be given or can be paid.
        record NeedsMoreThan(Gas allowance) implements Estimate {}
    }

    /// The least gas limit with which the call succeeds.
    public Estimate estimate(Call call, SealedBlock block, Supposition supposed) {
        long allowed = allowance(call, block, supposed);
        CallResult most = run(call, block, supposed, allowed, Optional.empty());
        if (!succeeds(most)) {
            boolean lacksGas =
                    most instanceof CallResult.Ran(Outcome.Halt(var reason), var _) && reason == HaltReason.OUT_OF_GAS;
            boolean tooFewToBegin = most instanceof CallResult.Refused(InvalidReason reason)
                    && (reason == InvalidReason.INTRINSIC_GAS_TOO_LOW
                            || reason == InvalidReason.INTRINSIC_GAS_BELOW_FLOOR_GAS_COST);
            return lacksGas || tooFewToBegin ? new Estimate.NeedsMoreThan(new Gas(allowed)) : new Estimate.Fails(most);
        }
        long fails = ((CallResult.Ran) most).gasUsed().amount() - 1;
        long works = allowed;
        // What was used is often enough as it is; refunds and the sixty-fourth that calls keep make it more.
        if (succeeds(run(call, block, supposed, fails + 1, Optional.empty()))) {
            return new Estimate.Enough(new Gas(fails + 1));
        }
        while (fails + 1 < works) {
            // Small limits are likelier than large ones.
            long middle = Math.min(fails + (works - fails) / 2, fails * 2);
            if (succeeds(run(call, block, supposed, middle, Optional.empty()))) {
                works = middle;
            } else {
                fails = middle;
            }
        }
        return new Estimate.Enough(new Gas(works));
    }

    private static boolean succeeds(CallResult result) {
        return result instanceof CallResult.Ran(Outcome.Success _, var _);
    }

    private long allowance(Call call, SealedBlock block, Supposition supposed) {
        long most = Math.min(
                block.header().gasLimit().amount(),
                settings.at(block.header()).fork().rules().transactionGasCap);
        long wanted = call.gas().map(Gas::amount).filter(gas -> gas > 0).orElse(most);
        Wei price = call.maxFee().orElse(Wei.ZERO);
        if (price.isZero()) {
            return Math.min(most, wanted);
        }
        BigInteger left = balance(call.from(), block, supposed)
                .subtract(call.value().value())
                .max(BigInteger.ZERO);
        BigInteger affordable = left.divide(price.value());
        return affordable.min(BigInteger.valueOf(Math.min(most, wanted))).longValue();
    }

    private BigInteger balance(Address account, SealedBlock block, Supposition supposed) {
        return reader(block, supposed)
                .account(account)
                .orElse(StoredAccount.EMPTY)
                .balance()
                .value();
    }
}

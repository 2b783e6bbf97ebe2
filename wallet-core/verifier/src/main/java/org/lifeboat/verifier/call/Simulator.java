package org.lifeboat.verifier.call;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.interpreter.Machine;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.interpreter.Surroundings;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.MissingState;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.transaction.Surcharge;
import org.lifeboat.evm.transaction.TransactionResult;
import org.lifeboat.evm.transaction.TransactionRunner;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

/// Tries calls and transactions out on a given state. Changes nothing: each run begins with that state anew.
public final class Simulator {
    /// A code is analysed once for all runs; what this many bytes hold of it is kept.
    private static final int CODE_BYTES = 4 << 20;

    private final Conditions conditions;
    private final CodeCache codes;

    /// @param codes may be shared by simulators
    public Simulator(Conditions conditions, CodeCache codes) {
        this.conditions = conditions;
        this.codes = codes;
    }

    public Simulator(Conditions conditions) {
        this(conditions, new CodeCache(CODE_BYTES));
    }

    /// As `eth_call`.
    public CallResult call(ContractCall call, GivenState given) {
        StateView view = new StateView(given, conditions.foreign());
        return call(call, new WorldState(view, codes), view);
    }

    /// @param view what `state` reads from
    private CallResult call(ContractCall call, WorldState state, StateView view) {
        CallResult result = begin(call, state, view);
        Set<StateKey> missing = view.missing();
        if (!missing.isEmpty()) {
            return new CallResult.Needs(missing);
        }
        return view.foreignMet().<CallResult>map(CallResult.NotHere::new).orElse(result);
    }

    private CallResult begin(ContractCall call, WorldState state, StateView view) {
        state.beginTransaction();
        try {
            Account from = state.account(call.from());
            Account to = state.account(call.to());
            if (state.balanceOf(from).compareTo(call.value().value()) < 0) {
                return new CallResult.Unpaid();
            }
            warm(state, from, to);
            Surroundings surroundings = new Surroundings(
                    conditions.rules(), conditions.chain(), conditions.block(), call.from(), Wei.ZERO, List.of());
            Machine machine = new Machine(
                    conditions.rules(),
                    state,
                    conditions.precompiles(),
                    surroundings,
                    Optional.of(new Watcher(view, conditions.foreign())));
            long gas = call.gas().amount();
            Machine.Ended ended = machine.call(from, to, code(state, to), call.value(), call.input(), gas);
            return switch (ended.outcome()) {
                case Outcome.Success success ->
                    new CallResult.Returned(success.output(), gas - ended.gasLeft(), view.read());
                case Outcome.Revert revert -> new CallResult.Reverted(revert.output());
                case Outcome.Halt halt -> new CallResult.Halted(halt.reason());
            };
        } catch (MissingState missing) { // the boundary of the run
            return new CallResult.Needs(Set.of(missing.key()));
        } finally {
            state.revertTo(0);
        }
    }

    private void warm(WorldState state, Account from, Account to) {
        if (conditions.rules().coldTracked) {
            state.warm(from);
            state.warm(to);
            if (conditions.rules().warmCoinbase) {
                state.warm(state.account(conditions.block().coinbase()));
            }
        }
    }

    /// As a transaction finds it: its own code, or that which it delegates to (EIP-7702).
    private Code code(WorldState state, Account to) {
        Code code = state.code(to);
        if (!conditions.rules().delegation || !code.isDelegation()) {
            return code;
        }
        Account delegate = state.account(code.delegate());
        state.warm(delegate);
        return conditions.precompiles().find(delegate).isPresent() ? Code.EMPTY : state.code(delegate);
    }

    /// What the transaction would do.
    /// @param from whoever is going to sign it
    /// @param watched accounts whose tokens are counted before and after, for every token that moves
    public Simulation transaction(Transaction transaction, Address from, List<Address> watched, GivenState given) {
        StateView view = new StateView(given, conditions.foreign());
        WorldState state = new WorldState(view, codes);
        Watcher watcher = new Watcher(view, conditions.foreign());
        TransactionRunner runner = new TransactionRunner(
                conditions.rules(),
                conditions.chain(),
                conditions.block(),
                state,
                conditions.precompiles(),
                Secp256k1.preferred(),
                Optional.of(watcher));
        Optional<ChainFees.Charge> charge = conditions.fees().of(transaction, view);
        Surcharge surcharge = new Charged(
                charge.orElse(ChainFees.Charge.NOTHING), transaction.gasLimit().amount());
        TransactionResult result = runner.simulate(transaction, from, surcharge);
        Set<StateKey> missing = new LinkedHashSet<>(view.missing());
        List<Effects.TokenChange> tokens = new ArrayList<>();
        EffectsReading reading = new EffectsReading(conditions, transaction, from, given, charge);
        if (result instanceof TransactionResult.Executed executed) {
            // Read before the balances are asked: their calls are transactions of their own on this state.
            reading.take(executed, state);
            for (TokenCount count : TokenCount.of(reading.moves(), watched)) {
                StateView beforeView = new StateView(given, conditions.foreign());
                CallResult before = call(count.question(), new WorldState(beforeView, codes), beforeView);
                CallResult after = call(count.question(), state, view);
                count.change(before, after).ifPresent(tokens::add);
                missing.addAll(beforeView.missing());
            }
            missing.addAll(view.missing());
        }
        if (!missing.isEmpty()) {
            return new Simulation.Needs(missing);
        }
        if (view.foreignMet().isPresent()) {
            return new Simulation.NotHere(view.foreignMet().get());
        }
        return switch (result) {
            case TransactionResult.Executed executed -> new Simulation.Done(reading.effects(executed, tokens, watcher));
            case TransactionResult.Invalid invalid -> new Simulation.Done(EffectsReading.notTaken(invalid.reason()));
            case TransactionResult.Needs needs -> new Simulation.Needs(Set.of(needs.key()));
        };
    }
}

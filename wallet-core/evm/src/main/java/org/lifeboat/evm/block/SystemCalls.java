package org.lifeboat.evm.block;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.interpreter.Machine;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.interpreter.Surroundings;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.MissingState;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// The calls that a block itself makes, from nobody's account and without gas of the block.
public final class SystemCalls {
    /// Source: EIP-4788, "Specification", `SYSTEM_ADDRESS`. Since: Cancun.
    public static final Address SYSTEM = Address.fromHex("0xfffffffffffffffffffffffffffffffffffffffe");

    /// Source: EIP-4788, `BEACON_ROOTS_ADDRESS`. Since: Cancun.
    public static final Address BEACON_ROOTS = Address.fromHex("0x000f3df6d732807ef1319fb7b8bb8522d0beac02");

    /// Source: EIP-2935, `HISTORY_STORAGE_ADDRESS`. Since: Prague.
    public static final Address HISTORY = Address.fromHex("0x0000f90827f1c53a10cb7a02335b175320002935");

    /// Source: EIP-7002, `WITHDRAWAL_REQUEST_PREDEPLOY_ADDRESS`. Since: Prague.
    public static final Address WITHDRAWAL_REQUESTS = Address.fromHex("0x00000961ef480eb55e80d19ad83579a64c007002");

    /// Source: EIP-7251, `CONSOLIDATION_REQUEST_PREDEPLOY_ADDRESS`. Since: Prague.
    public static final Address CONSOLIDATION_REQUESTS = Address.fromHex("0x0000bbddc7ce488642fb579f8b00f3a590007251");

    /// Source: EIP-4788, "Block processing". Unit: gas, not counted to the block.
    private static final long GAS = 30_000_000;

    /// What a system call came to.
    public sealed interface Result {
        record Done(Bytes output) implements Result {}

        /// There is no contract at the address.
        record NoContract() implements Result {}

        /// It reverted or halted; its changes are undone.
        record Failed(Outcome outcome) implements Result {}

        /// The state below could not answer; nothing is changed.
        record Needs(StateKey key) implements Result {}
    }

    private final ForkRules rules;
    private final WorldState state;
    private final Precompiles precompiles;
    private final Surroundings surroundings;

    public SystemCalls(
            ForkRules rules, ChainId chain, BlockEnvironment block, WorldState state, Precompiles precompiles) {
        this.rules = rules;
        this.state = state;
        this.precompiles = precompiles;
        this.surroundings = new Surroundings(rules, chain, block, SYSTEM, Wei.ZERO, List.of());
    }

    /// Before the transactions (EIP-4788): whatever comes of it, the block goes on.
    public Result storeBeaconRoot(Hash32 parentBeaconRoot) {
        return call(BEACON_ROOTS, Bytes.of(parentBeaconRoot.toArray()));
    }

    /// Before the transactions (EIP-2935): whatever comes of it, the block goes on.
    public Result storeParentHash(Hash32 parentHash) {
        return call(HISTORY, Bytes.of(parentHash.toArray()));
    }

    /// After the transactions (EIP-7002): a block without the contract, or in which it fails, is invalid.
    public Result takeWithdrawalRequests() {
        return call(WITHDRAWAL_REQUESTS, Bytes.EMPTY);
    }

    /// After the transactions (EIP-7251): a block without the contract, or in which it fails, is invalid.
    public Result takeConsolidationRequests() {
        return call(CONSOLIDATION_REQUESTS, Bytes.EMPTY);
    }

    private Result call(Address contract, Bytes input) {
        state.beginTransaction();
        try {
            Account target = state.account(contract);
            Code code = state.code(target);
            if (code.size() == 0) {
                return new Result.NoContract();
            }
            Machine machine = new Machine(rules, state, precompiles, surroundings, Optional.empty());
            Outcome outcome = machine.call(state.account(SYSTEM), target, code, Wei.ZERO, input, GAS)
                    .outcome();
            state.finishTransaction(rules.emptyAccountsCleared);
            return switch (outcome) {
                case Outcome.Success(Bytes output) -> new Result.Done(output);
                case Outcome.Revert _, Outcome.Halt _ -> new Result.Failed(outcome);
            };
        } catch (MissingState missing) { // the boundary of the run
            state.revertTo(0);
            return new Result.Needs(missing.key());
        }
    }
}

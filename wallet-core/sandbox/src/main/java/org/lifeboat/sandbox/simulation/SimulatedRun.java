package org.lifeboat.sandbox.simulation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.precompile.Precompile;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.transaction.GasPool;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.evm.transaction.Surcharge;
import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.evm.transaction.TransactionResult;
import org.lifeboat.evm.transaction.TransactionRunner;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.ChainState;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.Supposition;

/// One block of a simulation on its parent. One thread, used once.
final class SimulatedRun {
    private final ChainSettings settings;
    private final ForkRules rules;
    private final Secp256k1 curve;
    private final LayerHabits habits;
    private final SealedBlock parent;
    private final BlockWish wish;
    private final Simulation.Manner manner;
    private final BlockEnvironment environment;
    private final ChainState before;
    private final StateReader begun;
    private final WorldState state;
    private final List<ExecutedTransaction> done = new ArrayList<>();
    private final List<Log> logs = new ArrayList<>();
    private final List<SimulatedBlock.CallEnd> ends = new ArrayList<>();
    private long gasUsed;
    private long blobGasUsed;
    private int shownLogs;

    /// @param wish with its number and time
    /// @param blockHashes of this block's ancestors
    SimulatedRun(
            ChainSettings settings,
            Secp256k1 curve,
            LayerHabits habits,
            SealedBlock parent,
            BlockWish wish,
            Simulation.Manner manner,
            LongFunction<Hash32> blockHashes) {
        this.settings = settings;
        this.rules = settings.rules();
        this.curve = curve;
        this.habits = habits;
        this.parent = parent;
        this.wish = wish;
        this.manner = manner;
        this.environment = environment();
        this.before = parent.state().after(supposed());
        this.begun = before.reader(blockHashes);
        this.state = new WorldState(begun, before.codes());
    }

    sealed interface Ended {
        record Made(SimulatedBlock block, long gasLeft) implements Ended {}

        record Refused(Refusal why) implements Ended {}
    }

    private BlockEnvironment environment() {
        Supposition.Block figures = wish.figures();
        BlockHeader last = parent.header();
        return new BlockEnvironment(
                figures.feeRecipient().orElse(last.beneficiary()),
                figures.number().orElseThrow(),
                figures.unixSeconds().orElseThrow(),
                figures.gasLimit().orElse(last.gasLimit().amount()),
                BigInteger.ZERO,
                figures.prevRandao().orElse(Hash32.ZERO),
                figures.baseFee().orElseGet(() -> manner.strict() ? habits.baseFee(parent) : Wei.ZERO),
                figures.blobBaseFee().orElseGet(() -> new Wei(settings.blobs().baseFee(excess()))));
    }

    private long excess() {
        return habits.excess(parent.header());
    }

    private List<AccountChange> supposed() {
        List<AccountChange> changes = new ArrayList<>();
        wish.accounts().forEach((address, account) -> {
            StoredAccount found = parent.state().account(address).orElse(StoredAccount.EMPTY);
            Optional<Code> code = account.code().map(bytes -> Code.of(bytes.toArray()));
            AccountChange.After after = new AccountChange.After(
                    account.nonce().orElse(found.nonce()),
                    account.balance().orElse(found.balance()),
                    code.map(Code::hash).orElse(found.codeHash()),
                    code.filter(each -> each.size() > 0));
            boolean says = account.nonce().isPresent()
                    || account.code().isPresent()
                    || account.balance().isPresent()
                    || account.wholeStorage().isPresent()
                    || !account.slots().isEmpty();
            if (says) {
                Map<Hash32, Hash32> slots = account.wholeStorage().orElse(account.slots());
                changes.add(new AccountChange(
                        address, Optional.of(after), account.wholeStorage().isPresent(), slots));
            }
        });
        return changes;
    }

    /// @param gas that all blocks from here on may use
    Ended run(long gas) {
        Precompiles real = habits.precompiles(environment.timestamp());
        Precompiles precompiles = real;
        for (Map.Entry<Address, Address> move : new TreeMap<>(wish.moved()).entrySet()) {
            Optional<Precompile> contract = precompiles.find(move.getKey());
            if (contract.isEmpty()) {
                return cannot(move.getKey() + " is not a precompile");
            }
            if (wish.accounts().containsKey(move.getValue())) {
                return cannot(move.getValue() + " is already overridden");
            }
            precompiles = precompiles.with(move.getValue(), contract);
        }
        // Whatever else is said of a precompiled contract's account, code of its own runs there.
        for (Address address : wish.accounts().keySet()) {
            if (real.find(address).isPresent()) {
                precompiles = precompiles.with(address, Optional.empty());
            }
        }
        SystemCalls systemCalls = new SystemCalls(rules, settings.chain(), environment, state, precompiles);
        systemCalls.storeBeaconRoot(wish.beaconRoot().orElse(Hash32.ZERO));
        systemCalls.storeParentHash(parent.hash());
        long left = gas;
        for (CallWish call : wish.calls()) {
            Optional<Refusal> refused = call(call, precompiles, left);
            if (refused.isPresent()) {
                return new Ended.Refused(refused.get());
            }
            left -= ends.getLast().gasUsed().amount();
        }
        return new Ended.Made(new SimulatedBlock(seal(systemCalls), ends), left);
    }

    private static Ended cannot(String words) {
        return new Ended.Refused(new Refusal.CannotMove("account " + words));
    }

    /// @return empty: it ran
    private Optional<Refusal> call(CallWish call, Precompiles precompiles, long gasOfAll) {
        long room = environment.gasLimit() - gasUsed;
        long wanted = call.gas().map(Gas::amount).orElse(room);
        if (wanted > room) {
            return Optional.of(new Refusal.BlockIsFull(room, wanted));
        }
        long limit = Math.min(wanted, gasOfAll);
        long next = state.account(call.from()).nonce();
        if (next < 0) { // EIP-2681: 2^63 and more are numbers that no chain reaches.
            return Optional.of(new Refusal.Call(InvalidReason.NONCE_IS_MAX));
        }
        SenderTransaction sent = call.transaction(settings.chain(), call.nonce().orElse(next), limit);
        MovedEther moved = new MovedEther(state);
        TransactionRunner runner = new TransactionRunner(
                rules, settings.chain(), environment, state, precompiles, curve, Optional.of(moved));
        GasPool left = new GasPool(room, habits.blobGasLimit() - blobGasUsed);
        Surcharge surcharge =
                manner.strict() ? habits.surcharge(sent.transaction(), environment, begun) : Surcharge.NONE;
        return switch (runner.suppose(sent.transaction(), sent.from(), left, manner.strict(), surcharge)) {
            case TransactionResult.Executed executed -> {
                keep(sent, executed, moved);
                yield Optional.empty();
            }
            case TransactionResult.Invalid(InvalidReason reason) -> Optional.of(new Refusal.Call(reason));
            case TransactionResult.Needs(var key) ->
                throw new IllegalStateException("a state that is whole lacks " + key);
        };
    }

    private void keep(SenderTransaction sent, TransactionResult.Executed executed, MovedEther moved) {
        gasUsed += executed.gasUsed();
        blobGasUsed += TransactionParts.blobGas(sent.transaction());
        List<Log> own = executed.logs().stream()
                .map(log -> new Log(log.account(), log.topics(), log.data()))
                .toList();
        boolean succeeded = executed.outcome() instanceof Outcome.Success;
        Receipt receipt = new Receipt(
                sent.transaction().type(),
                new Receipt.Outcome.Status(succeeded),
                new Gas(gasUsed),
                LogsBloom.of(own),
                own,
                Optional.empty());
        done.add(new ExecutedTransaction(
                sent,
                done.size(),
                logs.size(),
                receipt,
                new Gas(executed.gasUsed()),
                TransactionParts.effectivePrice(sent.transaction(), environment.baseFee()),
                executed.created(),
                Optional.empty()));
        logs.addAll(own);
        List<Log> shown = manner.showsEther() ? moved.among(own) : own;
        long most = moved.most(sent.transaction().gasLimit().amount(), executed.gasUsed());
        ends.add(new SimulatedBlock.CallEnd(
                executed.outcome(), new Gas(executed.gasUsed()), new Gas(most), shown, shownLogs));
        shownLogs += shown.size();
    }

    private SealedBlock seal(SystemCalls systemCalls) {
        Hash32 requestsHash = habits.requests(systemCalls);
        ChainState after = before.after(state.changes());
        return SealedBlock.of(header(after, requestsHash), done, after);
    }

    private BlockHeader header(ChainState after, Hash32 requestsHash) {
        List<Transaction> ran =
                done.stream().map(each -> each.sent().transaction()).toList();
        LayerHabits.Fields fields = habits.fields(parent.header(), environment.timestamp(), ran, begun, after);
        return new BlockHeader(
                parent.hash(),
                Genesis.NO_OMMERS,
                environment.coinbase(),
                after.root(),
                OrderedTrie.root(
                        done.stream().map(each -> each.sent().encoded()).toList()),
                OrderedTrie.root(
                        done.stream().map(each -> each.receipt().encoded()).toList()),
                LogsBloom.of(logs),
                BigInteger.ZERO,
                environment.number(),
                new Gas(environment.gasLimit()),
                new Gas(gasUsed),
                environment.timestamp(),
                fields.extraData(),
                environment.prevRandao(),
                Genesis.NO_NONCE,
                Optional.of(environment.baseFee()),
                Optional.of(fields.withdrawalsRoot()),
                Optional.of(fields.blobGasUsed()),
                Optional.of(new Gas(excess())),
                Optional.of(wish.beaconRoot().orElse(Hash32.ZERO)),
                Optional.of(requestsHash));
    }
}

package org.lifeboat.evm.transaction;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.interpreter.ContractAddress;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.interpreter.Machine;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.interpreter.Surroundings;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.MissingState;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.Transaction;

/// Runs the transactions of one block, one after the other, on one state. One thread.
public final class TransactionRunner {
    private final ForkRules rules;
    private final ChainId chain;
    private final BlockEnvironment block;
    private final WorldState state;
    private final Precompiles precompiles;
    private final Optional<Listener> listener;
    private final Validity validity;
    private final Delegations delegations;

    public TransactionRunner(
            ForkRules rules,
            ChainId chain,
            BlockEnvironment block,
            WorldState state,
            Precompiles precompiles,
            Secp256k1 curve,
            Optional<Listener> listener) {
        this.rules = rules;
        this.chain = chain;
        this.block = block;
        this.state = state;
        this.precompiles = precompiles;
        this.listener = listener;
        this.validity = new Validity(rules, chain, block);
        this.delegations = new Delegations(curve, chain, state);
    }

    /// What the transaction pays for a gas in that block (EIP-1559).
    public static Wei effectivePrice(Transaction transaction, BlockEnvironment block) {
        return TransactionParts.effectivePrice(transaction, block.baseFee());
    }

    /// What it pays for its blobs in that block (EIP-4844), whatever becomes of it.
    public static Wei blobFee(Transaction transaction, BlockEnvironment block) {
        return block.blobBaseFee().times(TransactionParts.blobGas(transaction));
    }

    /// Checks and runs one transaction.
    /// @param from whoever its signature recovers to
    /// @param left what the block still has
    public TransactionResult run(Transaction transaction, Address from, GasPool left) {
        return run(transaction, from, left, Surcharge.NONE);
    }

    /// As above, on a chain that takes more than gas.
    public TransactionResult run(Transaction transaction, Address from, GasPool left, Surcharge surcharge) {
        return run(
                transaction,
                from,
                surcharge,
                (intrinsic, sender) ->
                        validity.check(transaction, intrinsic, state, sender, left, surcharge.reserve()));
    }

    private TransactionResult run(
            Transaction transaction,
            Address from,
            Surcharge surcharge,
            BiFunction<IntrinsicGas, Account, Optional<InvalidReason>> objection) {
        state.beginTransaction();
        try {
            Account sender = state.account(from);
            IntrinsicGas intrinsic = IntrinsicGas.of(rules, transaction);
            Optional<InvalidReason> reason = objection.apply(intrinsic, sender);
            return reason.isPresent()
                    ? new TransactionResult.Invalid(reason.get())
                    : execute(transaction, sender, intrinsic, surcharge);
        } catch (MissingState missing) { // the boundary of the run
            state.revertTo(0);
            return new TransactionResult.Needs(missing.key());
        }
    }

    /// Whether [#run] would take the transaction now; runs nothing.
    public Optional<InvalidReason> check(Transaction transaction, Address from, GasPool left) {
        state.beginTransaction();
        return validity.check(
                transaction, IntrinsicGas.of(rules, transaction), state, state.account(from), left, BigInteger.ZERO);
    }

    /// As [#run], for a question (`eth_call`) and not for a block: the nonce does not count, neither does the
    /// cap on a transaction's gas (EIP-7825), and a contract may be the sender.
    public TransactionResult ask(Transaction transaction, Address from, GasPool left) {
        return run(
                transaction,
                from,
                Surcharge.NONE,
                (intrinsic, sender) -> validity.checkQuestion(transaction, intrinsic, state, sender, left));
    }

    /// Runs a transaction in a block that nobody makes (`eth_simulateV1`): whether its sender has code is not
    /// asked, and the cap on a transaction's gas (EIP-7825) does not hold.
    /// @param strict whether its nonce and its prices count; if not, whoever offers nothing pays nothing
    /// @param surcharge what the chain takes besides
    public TransactionResult suppose(
            Transaction transaction, Address from, GasPool left, boolean strict, Surcharge surcharge) {
        return run(
                transaction,
                from,
                surcharge,
                (intrinsic, sender) -> validity.checkSupposed(
                        transaction, intrinsic, state, sender, left, strict, surcharge.reserve()));
    }

    /// Runs a transaction that stands in no block, to see what it would do: its nonce counts as the next one,
    /// it need not offer the base fee, and whether its sender has code is not asked. All else is checked.
    public TransactionResult simulate(Transaction transaction, Address from, Surcharge surcharge) {
        return run(transaction, from, surcharge, (intrinsic, sender) -> {
            Optional<InvalidReason> reason =
                    validity.checkSimulated(transaction, intrinsic, state, sender, surcharge.reserve());
            boolean another = sender.nonce() != transaction.nonce().value();
            if (reason.isEmpty() && another) {
                state.setNonce(sender, transaction.nonce().value());
            }
            return reason;
        });
    }

    /// Runs a transaction that nobody signed and nobody pays for: the chain itself put it into the block. Its
    /// nonce and prices are not looked at, the sender's nonce goes up, its gas is counted and nobody is paid.
    /// @param mint wei made for the sender before the run, which it keeps whatever comes of it
    /// @return never invalid: what could not even begin (too little gas for its size, too little money for
    /// its value, init code too long) ends as out of gas, with all its gas used
    public TransactionResult runUnpaid(Transaction transaction, Address from, BigInteger mint) {
        state.beginTransaction();
        try {
            Account sender = state.account(from);
            state.credit(sender, mint);
            IntrinsicGas intrinsic = IntrinsicGas.of(rules, transaction);
            long limit = transaction.gasLimit().amount();
            boolean begins = Math.max(intrinsic.gas(), intrinsic.floor()) <= limit
                    && state.balanceOf(sender).compareTo(transaction.value().value()) >= 0
                    && (transaction.recipient().isPresent()
                            || transaction.data().size() <= rules.initCodeLimit);
            if (begins) {
                Ran ran = run(transaction, sender, intrinsic, Wei.ZERO);
                long used = afterRefund(limit, ran.ended().gasLeft(), intrinsic.floor());
                return ended(ran, used);
            }
            state.setNonce(sender, sender.nonce() + 1);
            state.finishTransaction(rules.emptyAccountsCleared);
            Outcome none = new Outcome.Halt(HaltReason.OUT_OF_GAS);
            return new TransactionResult.Executed(none, limit, List.of(), Optional.empty());
        } catch (MissingState missing) { // the boundary of the run
            state.revertTo(0);
            return new TransactionResult.Needs(missing.key());
        }
    }

    private TransactionResult execute(
            Transaction transaction, Account sender, IntrinsicGas intrinsic, Surcharge surcharge) {
        Wei price = effectivePrice(transaction, block);
        long limit = transaction.gasLimit().amount();
        BigInteger blobFee = blobFee(transaction, block).value();
        BigInteger gasFee = price.value().multiply(BigInteger.valueOf(limit));
        state.debit(sender, gasFee.add(blobFee).add(surcharge.reserve()));
        Ran ran = run(transaction, sender, intrinsic, price);
        long used = afterRefund(limit, ran.ended().gasLeft(), intrinsic.floor());
        settle(sender, price, limit, used);
        state.credit(sender, surcharge.settle(state, used));
        return ended(ran, used);
    }

    /// How the outermost call or creation ended.
    private record Ran(Machine.Ended ended, Optional<Address> created) {}

    private Ran run(Transaction transaction, Account sender, IntrinsicGas intrinsic, Wei price) {
        long limit = transaction.gasLimit().amount();
        Address created = ContractAddress.of(sender.address(), sender.nonce());
        boolean creates = transaction.recipient().isEmpty();
        state.setNonce(sender, sender.nonce() + 1);
        Account target = state.account(transaction.recipient().orElse(created));
        warm(transaction, sender, target);
        for (SignedAuthorization authorization : TransactionParts.authorizations(transaction)) {
            delegations.apply(authorization);
        }
        Machine machine = new Machine(rules, state, precompiles, surroundings(transaction, sender, price), listener);
        long gas = limit - intrinsic.gas();
        Machine.Ended ended = creates
                ? machine.create(sender, target, transaction.value(), transaction.data(), gas)
                : machine.call(sender, target, code(target), transaction.value(), transaction.data(), gas);
        boolean made = creates && ended.outcome() instanceof Outcome.Success;
        return new Ran(ended, made ? Optional.of(created) : Optional.empty());
    }

    private TransactionResult ended(Ran ran, long used) {
        state.finishTransaction(rules.emptyAccountsCleared);
        return new TransactionResult.Executed(ran.ended().outcome(), used, state.logs(), ran.created());
    }

    private Surroundings surroundings(Transaction transaction, Account sender, Wei price) {
        return new Surroundings(rules, chain, block, sender.address(), price, TransactionParts.blobHashes(transaction));
    }

    /// What the transaction has touched before it begins (EIP-2929, 2930, 3651).
    private void warm(Transaction transaction, Account sender, Account target) {
        if (!rules.coldTracked) {
            return;
        }
        state.warm(sender);
        state.warm(target);
        if (rules.warmCoinbase) {
            state.warm(state.account(block.coinbase()));
        }
        for (AccessListEntry entry : TransactionParts.accessList(transaction)) {
            Account account = state.account(entry.contract());
            state.warm(account);
            for (Hash32 slot : entry.slots()) {
                state.warmSlot(account, state.slot(account, slot));
            }
        }
    }

    /// The code a call to the account runs: its own, or the one it delegates to (EIP-7702), which is warm
    /// then.
    private Code code(Account target) {
        Code code = state.code(target);
        if (!rules.delegation || !code.isDelegation()) {
            return code;
        }
        Account delegate = state.account(code.delegate());
        state.warm(delegate);
        return precompiles.find(delegate).isPresent() ? Code.EMPTY : state.code(delegate);
    }

    /// The gas that is paid for.
    private long afterRefund(long limit, long gasLeft, long floor) {
        long used = limit - gasLeft;
        used -= Math.min(used / rules.refundQuotient, state.refund());
        return Math.max(used, floor);
    }

    private void settle(Account sender, Wei price, long limit, long used) {
        state.credit(sender, price.value().multiply(BigInteger.valueOf(limit - used)));
        Account coinbase = state.account(block.coinbase());
        // Below zero only in a simulation that offers less than the base fee.
        BigInteger tip = price.value().subtract(block.baseFee().value()).max(BigInteger.ZERO);
        state.touch(coinbase, rules.emptyAccountsCleared);
        state.credit(coinbase, tip.multiply(BigInteger.valueOf(used)));
    }
}

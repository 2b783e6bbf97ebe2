package org.lifeboat.evm.transaction;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.interpreter.ContractAddress;
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

    /// Checks and runs one transaction.
    /// @param from whoever its signature recovers to
    /// @param left what the block still has
    public TransactionResult run(Transaction transaction, Address from, GasPool left) {
        return run(
                transaction, from, (intrinsic, sender) -> validity.check(transaction, intrinsic, state, sender, left));
    }

    private TransactionResult run(
            Transaction transaction,
            Address from,
            BiFunction<IntrinsicGas, Account, Optional<InvalidReason>> objection) {
        state.beginTransaction();
        try {
            Account sender = state.account(from);
            IntrinsicGas intrinsic = IntrinsicGas.of(rules, transaction);
            Optional<InvalidReason> reason = objection.apply(intrinsic, sender);
            return reason.isPresent()
                    ? new TransactionResult.Invalid(reason.get())
                    : execute(transaction, sender, intrinsic);
        } catch (MissingState missing) { // the boundary of the run
            state.revertTo(0);
            return new TransactionResult.Needs(missing.key());
        }
    }

    /// Whether [#run] would take the transaction now; runs nothing.
    public Optional<InvalidReason> check(Transaction transaction, Address from, GasPool left) {
        state.beginTransaction();
        return validity.check(transaction, IntrinsicGas.of(rules, transaction), state, state.account(from), left);
    }

    /// As [#run], for a question (`eth_call`) and not for a block: the nonce does not count, neither does the cap on a
    /// transaction's gas (EIP-7825), and a contract may be the sender.
    public TransactionResult ask(Transaction transaction, Address from, GasPool left) {
        return run(
                transaction,
                from,
                (intrinsic, sender) -> validity.checkQuestion(transaction, intrinsic, state, sender, left));
    }

    private TransactionResult execute(Transaction transaction, Account sender, IntrinsicGas intrinsic) {
        Wei price = TransactionParts.effectivePrice(transaction, block.baseFee());
        long limit = transaction.gasLimit().amount();
        BigInteger blobFee =
                block.blobBaseFee().value().multiply(BigInteger.valueOf(TransactionParts.blobGas(transaction)));
        state.debit(sender, price.value().multiply(BigInteger.valueOf(limit)).add(blobFee));
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
        long used = settle(sender, price, limit, ended.gasLeft(), intrinsic.floor());
        boolean made = creates && ended.outcome() instanceof Outcome.Success;
        return new TransactionResult.Executed(
                ended.outcome(), used, state.logs(), made ? Optional.of(created) : Optional.empty());
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

    /// The code a call to the account runs: its own, or the one it delegates to (EIP-7702), which is warm then.
    private Code code(Account target) {
        Code code = state.code(target);
        if (!rules.delegation || !code.isDelegation()) {
            return code;
        }
        Account delegate = state.account(code.delegate());
        state.warm(delegate);
        return precompiles.find(delegate).isPresent() ? Code.EMPTY : state.code(delegate);
    }

    /// Refunds, fees, and the end of what the transaction destroyed.
    /// @return the gas that is paid for
    private long settle(Account sender, Wei price, long limit, long gasLeft, long floor) {
        long used = limit - gasLeft;
        used -= Math.min(used / rules.refundQuotient, state.refund());
        used = Math.max(used, floor);
        state.credit(sender, price.value().multiply(BigInteger.valueOf(limit - used)));
        Account coinbase = state.account(block.coinbase());
        BigInteger tip = price.value().subtract(block.baseFee().value());
        state.touch(coinbase, rules.emptyAccountsCleared);
        state.credit(coinbase, tip.multiply(BigInteger.valueOf(used)));
        state.finishTransaction(rules.emptyAccountsCleared);
        return used;
    }
}

package org.lifeboat.verifier.call;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.evm.transaction.TransactionResult;
import org.lifeboat.evm.transaction.TransactionRunner;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

/// Reads off a finished run what it did.
final class EffectsReading {
    private final Conditions conditions;
    private final Transaction transaction;
    private final Address from;
    private final GivenState given;
    private final Optional<ChainFees.Charge> charge;
    private final List<Effects.CoinChange> coins = new ArrayList<>();
    private final List<Address> created = new ArrayList<>();
    private final List<Effects.Delegation> delegations = new ArrayList<>();
    private TokenLogs logs = TokenLogs.of(List.of());
    private Wei fee = Wei.ZERO;
    private Optional<Effects.ExtraFee> extra = Optional.empty();

    /// @param charge what the chain takes beside gas, where that is known
    EffectsReading(
            Conditions conditions,
            Transaction transaction,
            Address from,
            GivenState given,
            Optional<ChainFees.Charge> charge) {
        this.conditions = conditions;
        this.transaction = transaction;
        this.from = from;
        this.given = given;
        this.charge = charge;
    }

    void take(TransactionResult.Executed executed, WorldState state) {
        logs = TokenLogs.of(executed.logs());
        Wei price = TransactionRunner.effectivePrice(transaction, conditions.block());
        fee = price.times(executed.gasUsed()).plus(TransactionRunner.blobFee(transaction, conditions.block()));
        extra = charge.map(taken -> new Effects.ExtraFee(taken.data(), taken.operator(executed.gasUsed())));
        BigInteger tip =
                price.value().subtract(conditions.block().baseFee().value()).max(BigInteger.ZERO);
        Map<Address, BigInteger> more = new LinkedHashMap<>();
        for (AccountChange change : state.changes()) {
            StoredAccount before = given.account(change.address()).orElse(StoredAccount.EMPTY);
            Optional<AccountChange.After> after = change.after();
            BigInteger balance = after.map(now -> now.balance().value()).orElse(BigInteger.ZERO);
            more.put(change.address(), balance.subtract(before.balance().value()));
            after.ifPresent(now -> takeCode(change.address(), before, now));
        }
        more.merge(from, fee.value(), BigInteger::add);
        extra.ifPresent(taken -> more.merge(from, taken.total().value(), BigInteger::add));
        BigInteger earned = tip.multiply(BigInteger.valueOf(executed.gasUsed()));
        more.merge(conditions.block().coinbase(), earned.negate(), BigInteger::add);
        more.forEach((account, change) -> {
            if (change.signum() != 0) {
                coins.add(new Effects.CoinChange(account, change));
            }
        });
    }

    private void takeCode(Address account, StoredAccount before, AccountChange.After after) {
        if (after.newCode().isEmpty() || after.codeHash().equals(before.codeHash())) {
            return; // Not set, or set and undone.
        }
        Code code = after.newCode().get();
        if (code.isDelegation()) {
            delegations.add(new Effects.Delegation(account, Optional.of(code.delegate())));
        } else if (code.size() == 0) {
            delegations.add(new Effects.Delegation(account, Optional.empty()));
        } else {
            created.add(account);
        }
    }

    List<Effects.TokenMove> moves() {
        return logs.moves();
    }

    Effects effects(TransactionResult.Executed executed, List<Effects.TokenChange> tokens, Watcher watcher) {
        return new Effects(
                ending(executed.outcome()),
                executed.gasUsed(),
                fee,
                extra,
                coins,
                tokens,
                logs.moves(),
                logs.approvals(),
                created,
                delegations,
                watcher.root(),
                watcher.leftOut());
    }

    private static Effects.Ending ending(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Success success -> new Effects.Ending.Succeeds(success.output());
            case Outcome.Revert revert -> new Effects.Ending.Reverts(revert.output());
            case Outcome.Halt halt -> new Effects.Ending.Halts(halt.reason());
        };
    }

    static Effects notTaken(InvalidReason reason) {
        return new Effects(
                new Effects.Ending.NotTaken(reason),
                0,
                Wei.ZERO,
                Optional.of(Effects.ExtraFee.NONE),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                0);
    }
}

package org.lifeboat.evm.interpreter;

import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.word.Words;
import org.lifeboat.primitives.Wei;

/// BALANCE, EXTCODESIZE, EXTCODEHASH and SELFDESTRUCT.
final class AccountInstructions {
    /// Source: EIP-2929, `WARM_STORAGE_READ_COST`.
    private static final long WARM_GAS = 100;

    private AccountInstructions() {}

    /// Takes the surcharge of EIP-2929 if the transaction meets the account for the first time.
    /// @return whether there was enough gas
    static boolean chargeCold(Machine m, Frame f, Account account) {
        return !isCold(m, account) || f.charge(m.rules.coldAccountGas);
    }

    /// Whether the account was cold; it is warm from now on. Precompiled contracts are always warm.
    static boolean isCold(Machine m, Account account) {
        return m.rules.coldTracked && m.state.warm(account) && !m.precompiles.isWarm(account);
    }

    static int inspect(Machine m, Frame f, int op) {
        int w = f.sp - 4;
        Account account = m.state.account(m.stack, w);
        if (!chargeCold(m, f, account)) {
            return Signal.HALTED;
        }
        switch (op) {
            case Op.BALANCE -> Words.copy(account.balance(), 0, m.stack, w);
            case Op.EXTCODESIZE -> Words.set(m.stack, w, m.state.code(account).size());
            default -> {
                if (account.isDead()) {
                    Words.zero(m.stack, w);
                } else {
                    Words.load(account.codeHash().toArray(), 0, m.stack, w);
                }
            }
        }
        return Signal.NEXT;
    }

    static int selfDestruct(Machine m, Frame f) {
        if (f.isStatic) {
            return f.halt(HaltReason.WRITE_PROTECTION);
        }
        ForkRules rules = m.rules;
        WorldState state = m.state;
        Account self = f.self;
        Account beneficiary = state.account(m.stack, f.sp - 4);
        long cold = isCold(m, beneficiary) ? rules.coldAccountGas + WARM_GAS : 0;
        // Nothing of an account is asked that there is no gas to look at.
        if (!f.charge(cold)) {
            return Signal.HALTED;
        }
        boolean makesAccount = rules.emptyAccountsCleared
                ? beneficiary.isDead() && !Words.isZero(self.balance(), 0)
                : !beneficiary.exists();
        if (!f.charge(makesAccount ? rules.selfDestructAccountGas : 0)) {
            return Signal.HALTED;
        }
        if (m.listener.isPresent()) {
            Wei balance = new Wei(Words.toNumber(self.balance(), 0));
            m.listener.get().selfDestruct(self.address(), beneficiary.address(), balance);
        }
        boolean destroys = !rules.selfDestructOnlyNew || state.isCreatedNow(self);
        moveBalance(m, self, beneficiary, destroys);
        if (destroys && !state.isDestroyed(self)) {
            state.destroy(self);
            state.addRefund(rules.selfDestructRefund);
        }
        return Signal.DONE;
    }

    private static void moveBalance(Machine m, Account self, Account beneficiary, boolean destroys) {
        WorldState state = m.state;
        state.touch(beneficiary, m.rules.emptyAccountsCleared);
        Words.copy(self.balance(), 0, m.words, 0);
        if (beneficiary != self) {
            state.debit(self, m.words, 0);
            state.credit(beneficiary, m.words, 0);
        } else if (destroys) {
            state.debit(self, m.words, 0); // Ether left to oneself is burnt with the account.
        }
    }
}

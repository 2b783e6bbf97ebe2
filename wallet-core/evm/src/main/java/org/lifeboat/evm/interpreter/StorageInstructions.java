package org.lifeboat.evm.interpreter;

import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.word.Words;

/// SLOAD, SSTORE, TLOAD and TSTORE. Prices: Yellow Paper, appendix H.2; EIP-1283, 2200, 2929, 3529, 1153.
final class StorageInstructions {
    /// A slot from zero to something. Source: EIP-2200, `SSTORE_SET_GAS`.
    private static final long SET_GAS = 20_000;

    /// Source: EIP-2929, `WARM_STORAGE_READ_COST`.
    private static final long WARM_GAS = 100;

    private StorageInstructions() {}

    static int load(Machine m, Frame f) {
        WorldState state = m.state;
        int key = f.sp - 4;
        int slot = state.slot(f.self, m.stack, key);
        if (m.rules.coldTracked && state.warmSlot(f.self, slot) && !f.charge(m.rules.coldSlotGas)) {
            return Signal.HALTED;
        }
        state.read(f.self, slot);
        Words.copy(state.storage(f.self), WorldState.current(slot), m.stack, key);
        return Signal.NEXT;
    }

    static int store(Machine m, Frame f) {
        ForkRules rules = m.rules;
        if (f.isStatic) {
            return f.halt(HaltReason.WRITE_PROTECTION);
        }
        if (rules.storeSentryGas > 0 && f.gas <= rules.storeSentryGas) {
            return f.halt(HaltReason.OUT_OF_GAS);
        }
        WorldState state = m.state;
        int key = f.sp - 4;
        int value = f.sp - 8;
        int slot = state.slot(f.self, m.stack, key);
        state.read(f.self, slot);
        long cold = rules.coldTracked && state.warmSlot(f.self, slot) ? rules.coldSlotGas + WARM_GAS : 0;
        long price = rules.storeNetMetered ? netPrice(m, f, slot, value) : price(m, f, slot, value);
        if (!f.charge(cold + price)) {
            return Signal.HALTED;
        }
        if (!Words.equal(state.storage(f.self), WorldState.current(slot), m.stack, value)) {
            state.store(f.self, slot, m.stack, value);
        }
        f.sp -= 8;
        return Signal.NEXT;
    }

    /// Before net metering: by current and new value alone.
    private static long price(Machine m, Frame f, int slot, int value) {
        boolean wasZero = Words.isZero(m.state.storage(f.self), WorldState.current(slot));
        boolean becomesZero = Words.isZero(m.stack, value);
        if (wasZero && !becomesZero) {
            return SET_GAS;
        }
        if (!wasZero && becomesZero) {
            m.state.addRefund(m.rules.storeClearRefund);
        }
        return m.rules.storeResetGas;
    }

    /// EIP-2200's table (EIP-1283 with other numbers): by original, current and new value.
    private static long netPrice(Machine m, Frame f, int slot, int value) {
        ForkRules rules = m.rules;
        long[] data = m.state.storage(f.self);
        int current = WorldState.current(slot);
        int original = WorldState.original(slot);
        if (Words.equal(data, current, m.stack, value)) {
            return rules.storeNoopGas;
        }
        boolean becomesZero = Words.isZero(m.stack, value);
        boolean originalZero = Words.isZero(data, original);
        if (Words.equal(data, current, data, original)) {
            if (originalZero) {
                return SET_GAS;
            }
            if (becomesZero) {
                m.state.addRefund(rules.storeClearRefund);
            }
            return rules.storeResetGas;
        }
        if (!originalZero) {
            if (Words.isZero(data, current)) {
                m.state.addRefund(-rules.storeClearRefund);
            } else if (becomesZero) {
                m.state.addRefund(rules.storeClearRefund);
            }
        }
        if (Words.equal(data, original, m.stack, value)) {
            m.state.addRefund((originalZero ? SET_GAS : rules.storeResetGas) - rules.storeNoopGas);
        }
        return rules.storeNoopGas;
    }

    static int loadTransient(Machine m, Frame f) {
        m.state.loadTransient(f.self, m.stack, f.sp - 4);
        return Signal.NEXT;
    }

    static int storeTransient(Machine m, Frame f) {
        if (f.isStatic) {
            return f.halt(HaltReason.WRITE_PROTECTION);
        }
        m.state.storeTransient(f.self, m.stack, f.sp - 4, f.sp - 8);
        f.sp -= 8;
        return Signal.NEXT;
    }
}

package org.lifeboat.sandbox.node;

import java.util.Optional;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;

/// Listens to a whole block, and passes on what happens to whoever wants to know of it at the time. One
/// thread.
final class InTurn implements Listener {
    private Optional<Listener> told = Optional.empty();

    void passOnTo(Optional<Listener> listener) {
        told = listener;
    }

    @Override
    public void enter(Entry entry) {
        told.ifPresent(listener -> listener.enter(entry));
    }

    @Override
    public void exit(int depth, Outcome outcome, long gasUsed) {
        told.ifPresent(listener -> listener.exit(depth, outcome, gasUsed));
    }

    @Override
    public void selfDestruct(Address account, Address beneficiary, Wei balance) {
        told.ifPresent(listener -> listener.selfDestruct(account, beneficiary, balance));
    }

    @Override
    public boolean wantsSteps() {
        return told.filter(Listener::wantsSteps).isPresent();
    }

    @Override
    public boolean wants(int instruction) {
        return told.filter(listener -> listener.wants(instruction)).isPresent();
    }

    @Override
    public void step(Step step) {
        told.ifPresent(listener -> listener.step(step));
    }

    @Override
    public int inputBytes() {
        return told.map(Listener::inputBytes).orElse(0);
    }
}

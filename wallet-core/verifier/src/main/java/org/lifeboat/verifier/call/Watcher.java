package org.lifeboat.verifier.call;

import java.util.Optional;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.trace.CallTree;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;

/// Listens to a run of code that nobody trusts: keeps the first calls, and notes those that mean something else
/// on the chain itself.
final class Watcher implements Listener {
    /// More calls than anybody reads.
    private static final int KEPT_CALLS = 1_000;

    /// A selector; who wants to see the rest has the transaction.
    private static final int KEPT_INPUT = 4;

    private final StateView view;
    private final Foreign foreign;
    private final CallTree tree = new CallTree();
    private int calls;
    private int openLeftOut;

    Watcher(StateView view, Foreign foreign) {
        this.view = view;
        this.foreign = foreign;
    }

    Optional<CallTree.Call> root() {
        return tree.root();
    }

    int leftOut() {
        return Math.max(0, calls - KEPT_CALLS);
    }

    @Override
    public int inputBytes() {
        return KEPT_INPUT;
    }

    @Override
    public void enter(Entry entry) {
        boolean creates = entry.kind() == Kind.CREATE || entry.kind() == Kind.CREATE2;
        if (!creates && !entry.input().isEmpty() && foreign.contract(entry.to(), view.hasCode(entry.to()))) {
            view.meet(entry.to().toChecksum());
        }
        calls++;
        if (calls > KEPT_CALLS) {
            openLeftOut++;
        } else {
            tree.enter(entry);
        }
    }

    @Override
    public void exit(int depth, Outcome outcome, long gasUsed) {
        if (openLeftOut > 0) {
            openLeftOut--;
        } else {
            tree.exit(depth, outcome, gasUsed);
        }
    }

    @Override
    public void selfDestruct(Address account, Address beneficiary, Wei balance) {
        if (openLeftOut == 0) {
            tree.selfDestruct(account, beneficiary, balance);
        }
    }

    @Override
    public boolean wantsSteps() {
        return false;
    }

    @Override
    public void step(Step step) {
        throw new IllegalStateException("steps were not asked for");
    }
}

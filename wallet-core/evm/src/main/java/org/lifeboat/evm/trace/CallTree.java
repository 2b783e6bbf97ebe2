package org.lifeboat.evm.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;

/// Collects what a transaction does as a tree of calls, like the `callTracer` of other programs.
public final class CallTree implements Listener {
    /// A call with the calls made inside it, in order.
    /// @param outcome as the caller saw it; an outer call that failed undoes the inner ones all the same
    public record Call(Entry entry, Outcome outcome, long gasUsed, List<Call> calls, List<SelfDestruct> destructions) {
        public Call {
            calls = List.copyOf(calls);
            destructions = List.copyOf(destructions);
        }
    }

    /// Ether that a destroyed contract left to somebody.
    public record SelfDestruct(Address account, Address beneficiary, Wei balance) {}

    private static final class Open {
        final Entry entry;
        final List<Call> calls = new ArrayList<>();
        final List<SelfDestruct> destructions = new ArrayList<>();

        Open(Entry entry) {
            this.entry = entry;
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Call> roots = new ArrayList<>();

    /// The outermost call; empty before it has ended.
    public Optional<Call> root() {
        return roots.stream().findFirst();
    }

    @Override
    public void enter(Entry entry) {
        open.push(new Open(entry));
    }

    @Override
    public void exit(int depth, Outcome outcome, long gasUsed) {
        Open ended = open.pop();
        Call call = new Call(ended.entry, outcome, gasUsed, ended.calls, ended.destructions);
        if (open.isEmpty()) {
            roots.add(call);
        } else {
            open.peek().calls.add(call);
        }
    }

    @Override
    public void selfDestruct(Address account, Address beneficiary, Wei balance) {
        if (!open.isEmpty()) {
            open.peek().destructions.add(new SelfDestruct(account, beneficiary, balance));
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

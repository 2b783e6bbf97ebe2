package org.lifeboat.sandbox.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;

/// Collects the accounts and slots that a run touches, for an access list (EIP-2930).
final class TouchedPlaces implements Listener {
    // Instructions whose first word from the top names an account, or a slot of the running account (Yellow Paper,
    // appendix H.2).
    private static final int BALANCE = 0x31;
    private static final int EXTCODESIZE = 0x3b;
    private static final int EXTCODECOPY = 0x3c;
    private static final int EXTCODEHASH = 0x3f;
    private static final int SLOAD = 0x54;
    private static final int SSTORE = 0x55;
    private static final int SELFDESTRUCT = 0xff;

    private final Map<Address, Set<Hash32>> places = new TreeMap<>();

    /// Whose storage each open call works on, the innermost first.
    private final Deque<Address> contexts = new ArrayDeque<>();

    /// @param known what is warm for nothing: the sender, the receiver, precompiled contracts; left out unless
    /// slots of theirs are touched
    List<AccessListEntry> list(Set<Address> known) {
        return places.entrySet().stream()
                .filter(place -> !place.getValue().isEmpty() || !known.contains(place.getKey()))
                .map(place -> new AccessListEntry(place.getKey(), List.copyOf(place.getValue())))
                .toList();
    }

    @Override
    public void enter(Entry entry) {
        boolean borrowed = entry.kind() == Kind.DELEGATECALL || entry.kind() == Kind.CALLCODE;
        if (entry.depth() > 1 && entry.kind() != Kind.CREATE && entry.kind() != Kind.CREATE2) {
            touch(entry.to());
        }
        contexts.push(borrowed ? contexts.element() : entry.to());
    }

    @Override
    public void exit(int depth, Outcome outcome, long gasUsed) {
        contexts.pop();
    }

    @Override
    public void selfDestruct(Address account, Address beneficiary, Wei balance) {
        touch(beneficiary);
    }

    @Override
    public boolean wantsSteps() {
        return true;
    }

    @Override
    public boolean wants(int instruction) {
        return switch (instruction) {
            case BALANCE, EXTCODESIZE, EXTCODECOPY, EXTCODEHASH, SELFDESTRUCT, SLOAD, SSTORE -> true;
            default -> false;
        };
    }

    @Override
    public void step(Step step) {
        if (step.stack().isEmpty()) {
            return;
        }
        Hash32 top = step.stack().getLast();
        switch (step.instruction()) {
            case BALANCE, EXTCODESIZE, EXTCODECOPY, EXTCODEHASH, SELFDESTRUCT -> touch(top.toAddress());
            case SLOAD, SSTORE -> touch(contexts.element()).add(top);
            default -> {}
        }
    }

    private Set<Hash32> touch(Address account) {
        return places.computeIfAbsent(account, _ -> new TreeSet<>());
    }
}

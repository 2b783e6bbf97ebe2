package org.lifeboat.sandbox.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Log;

/// Watches one call: ether that moves, as if it were a token that writes events, and the gas before anything is
/// given back.
final class MovedEther implements Listener {
    /// `Transfer(address,address,uint256)` (EIP-20).
    private static final Hash32 TRANSFER =
            Hash32.fromHex("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");

    /// Source: ERC-7528.
    private static final Address ETHER = Address.fromHex("0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee");

    /// @param before how many events of contracts came before it
    private record Moved(int before, Log log) {}

    private final WorldState state;
    private final List<Moved> moved = new ArrayList<>();

    /// How much had moved when each open call began, the innermost first.
    private final Deque<Integer> open = new ArrayDeque<>();

    private long gasOfFrame;
    private long gasUsed;

    MovedEther(WorldState state) {
        this.state = state;
    }

    @Override
    public void enter(Entry entry) {
        open.push(moved.size());
        if (entry.depth() == 1) {
            gasOfFrame = entry.gas();
        }
        if (entry.kind() != Kind.DELEGATECALL && entry.kind() != Kind.CALLCODE) {
            move(entry.from(), entry.to(), entry.value());
        }
    }

    @Override
    public void exit(int depth, Outcome outcome, long used) {
        int begun = open.pop();
        if (!(outcome instanceof Outcome.Success)) {
            moved.subList(begun, moved.size()).clear();
        }
        if (depth == 1) {
            gasUsed = used;
        }
    }

    @Override
    public void selfDestruct(Address account, Address beneficiary, Wei balance) {
        move(account, beneficiary, balance);
    }

    private void move(Address from, Address to, Wei value) {
        if (!value.isZero()) {
            Bytes amount = Bytes.of(Hash32.ofNumber(value.value()).toArray());
            Log log = new Log(ETHER, List.of(TRANSFER, from.toWord(), to.toWord()), amount);
            moved.add(new Moved(state.logCount(), log));
        }
    }

    @Override
    public boolean wantsSteps() {
        return false;
    }

    @Override
    public void step(Step step) {
        // Asks for none.
    }

    @Override
    public int inputBytes() {
        return 0;
    }

    /// What was used before anything was given back.
    /// @param limit of the call
    /// @param paid what is paid for, never more
    long most(long limit, long paid) {
        return Math.max(paid, limit - gasOfFrame + gasUsed);
    }

    /// The events of contracts with those of ether among them, in the order in which they came.
    List<Log> among(List<Log> logs) {
        List<Log> all = new ArrayList<>();
        int next = 0;
        for (int i = 0; i <= logs.size(); i++) {
            while (next < moved.size() && moved.get(next).before() == i) {
                all.add(moved.get(next++).log());
            }
            if (i < logs.size()) {
                all.add(logs.get(i));
            }
        }
        return all;
    }
}

package org.lifeboat.sandbox.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// Collects the instructions of one run with what each cost. Used once.
///
/// An instruction tells only the gas before it, so its cost is known when the next one of its frame, or the frame's
/// end, tells the gas after it. A call costs what it gave along too, whatever came back of it, as geth counts; a
/// creation does not.
public final class StepLog implements Listener {
    private static final int SLOAD = 0x54;
    private static final int SSTORE = 0x55;

    /// CREATE, CALL, CALLCODE, DELEGATECALL, CREATE2 and STATICCALL. Source: Yellow Paper, appendix H.2.
    private static final Set<Integer> CALLS = Set.of(0xf0, 0xf1, 0xf2, 0xf4, 0xf5, 0xfa);

    /// Gas a byte of deployed code, which the creation pays and not its last instruction. Source: Yellow Paper,
    /// appendix G, `G_codedeposit`.
    private static final long DEPOSIT_BYTE_GAS = 200;

    /// A frame that runs.
    private static final class Frame {
        final Entry entry;
        final Address storageOf;

        @Nullable
        Step waiting;

        /// Where the waiting step stands in the list.
        int place;

        /// What the last call of this frame gave back.
        Bytes returned = Bytes.EMPTY;

        /// That before the waiting step.
        Bytes returnedBefore = Bytes.EMPTY;

        /// What to add to the difference of gas: given along and come back, or used by a creation.
        long correction;

        Frame(Entry entry, Address storageOf) {
            this.entry = entry;
            this.storageOf = storageOf;
        }
    }

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final List<@Nullable TracedStep> steps = new ArrayList<>();
    private final Map<Address, TreeMap<Hash32, Hash32>> storage = new HashMap<>();
    private final long limit;
    private final TraceRoom room;
    private Optional<Outcome> outcome = Optional.empty();
    private boolean tooLong;

    /// @param limit after so many steps the others are left away
    public StepLog(long limit, TraceRoom room) {
        this.limit = limit;
        this.room = room;
    }

    /// Whether there were more steps than there was room for; then those that are there say too little.
    public boolean isTooLong() {
        return tooLong;
    }

    /// In the order in which they ran.
    public List<TracedStep> steps() {
        return steps.stream().map(java.util.Objects::requireNonNull).toList();
    }

    /// How the outermost call ended; empty before that.
    public Optional<Outcome> outcome() {
        return outcome;
    }

    @Override
    public boolean wantsSteps() {
        return true;
    }

    @Override
    public void enter(Entry entry) {
        boolean borrowed = entry.kind() == Kind.DELEGATECALL || entry.kind() == Kind.CALLCODE;
        frames.push(new Frame(entry, borrowed ? frames.element().storageOf : entry.to()));
    }

    @Override
    public void step(Step step) {
        Frame frame = frames.element();
        close(frame, step.gas(), Optional.of(step), Optional.empty());
        if (steps.size() >= limit) {
            return;
        }
        tooLong |= !room.take(1 + step.stack().size());
        if (tooLong) {
            return;
        }
        frame.waiting = step;
        frame.place = steps.size();
        frame.correction = 0;
        frame.returnedBefore = frame.returned;
        if (CALLS.contains(step.instruction())) {
            frame.returned = Bytes.EMPTY; // A call that cannot begin gives nothing back.
        }
        steps.add(null);
    }

    @Override
    public void exit(int depth, Outcome ended, long gasUsed) {
        Frame frame = frames.pop();
        Optional<HaltReason> failure =
                ended instanceof Outcome.Halt(HaltReason reason) ? Optional.of(reason) : Optional.empty();
        long deposit =
                creates(frame) && ended instanceof Outcome.Success(var code) ? DEPOSIT_BYTE_GAS * code.size() : 0;
        close(frame, frame.entry.gas() - gasUsed + deposit, Optional.empty(), failure);
        if (frames.isEmpty()) {
            outcome = Optional.of(ended);
        } else {
            frames.element().correction = creates(frame) ? -gasUsed : frame.entry.gas() - gasUsed;
            frames.element().returned = returned(frame, ended);
        }
    }

    /// Of a creation only a revert's reason. Source: EIP-211.
    private static Bytes returned(Frame frame, Outcome ended) {
        return switch (ended) {
            case Outcome.Success(Bytes output) -> creates(frame) ? Bytes.EMPTY : output;
            case Outcome.Revert(Bytes output) -> output;
            case Outcome.Halt _ -> Bytes.EMPTY;
        };
    }

    private static boolean creates(Frame frame) {
        return frame.entry.kind() == Kind.CREATE || frame.entry.kind() == Kind.CREATE2;
    }

    /// The frame's last instruction is done.
    /// @param gasAfter it, in its frame
    /// @param next the frame's next instruction, whose stack shows what was read
    private void close(Frame frame, long gasAfter, Optional<Step> next, Optional<HaltReason> failure) {
        Step step = frame.waiting;
        if (step == null) {
            return;
        }
        boolean undefined = failure.equals(Optional.of(HaltReason.UNDEFINED_INSTRUCTION));
        long cost = undefined ? 0 : step.gas() - gasAfter + frame.correction;
        steps.set(frame.place, new TracedStep(step, cost, failure, slots(frame, step, next), frame.returnedBefore));
        frame.waiting = null;
    }

    private Optional<Map<Hash32, Hash32>> slots(Frame frame, Step step, Optional<Step> next) {
        List<Hash32> stack = step.stack();
        boolean reads = step.instruction() == SLOAD && !stack.isEmpty() && next.isPresent();
        boolean writes = step.instruction() == SSTORE && stack.size() > 1;
        if (!reads && !writes) {
            return Optional.empty();
        }
        TreeMap<Hash32, Hash32> used = storage.computeIfAbsent(frame.storageOf, _ -> new TreeMap<>());
        Hash32 value = reads ? next.orElseThrow().stack().getLast() : stack.get(stack.size() - 2);
        used.put(stack.getLast(), value);
        tooLong |= !room.take(2 * used.size());
        return tooLong ? Optional.empty() : Optional.of(new TreeMap<>(used));
    }

    @Override
    public void selfDestruct(Address account, Address beneficiary, Wei balance) {}
}

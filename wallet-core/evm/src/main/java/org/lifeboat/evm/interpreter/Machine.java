package org.lifeboat.evm.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.evm.word.WordDivision;
import org.lifeboat.evm.word.Words;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;

/// Runs calls and creations on a world state. One thread; may be used for many transactions, one after the other.
public final class Machine {
    /// Source: Yellow Paper, section 8: the call depth is limited to 1024 below the transaction itself.
    static final int DEEPEST = 1025;

    private static final int STACK_LIMBS = 1024 * Words.LIMBS;

    /// At least two words and at most none: no stack is both. Another number than that of what a fork does not know.
    private static final long REFUSED = 8L << 32;

    /// Two words of room above a frame's own.
    private static final int ABOVE = 2 * Words.LIMBS;

    final ForkRules rules;
    final WorldState state;
    final Precompiles precompiles;
    final WordDivision division = new WordDivision();

    /// The rules' instructions; those that are listened to are refused by it.
    final long[] table;

    final Optional<Listener> listener;
    final Pending call;
    final Result result = new Result();
    final byte[] scratch = new byte[96];
    final long[] words = new long[8 * Words.LIMBS];
    private final boolean steps;
    private final List<Frame> frames = new ArrayList<>();
    private final Account nobody;
    private long[] gasAtEntry = new long[16];

    /// The stacks of all frames, one above the other; enough for the first, as most runs need no more.
    long[] stack = new long[STACK_LIMBS + ABOVE];

    Surroundings surroundings;

    public Machine(
            ForkRules rules,
            WorldState state,
            Precompiles precompiles,
            Surroundings surroundings,
            Optional<Listener> listener) {
        this.rules = rules;
        this.state = state;
        this.precompiles = precompiles;
        this.surroundings = surroundings;
        this.listener = listener;
        this.steps = listener.isPresent() && listener.get().wantsSteps();
        this.table = steps ? refusing(rules, listener.get()) : rules.instructions;
        this.nobody = Account.nobody();
        this.call = new Pending(nobody);
    }

    /// From now on runs belong to another transaction or block.
    public void setSurroundings(Surroundings next) {
        surroundings = next;
    }

    /// An outermost call, and what is left of its gas.
    public record Ended(Outcome outcome, long gasLeft) {}

    /// Sends `value` and `input` to an account and runs its code.
    public Ended call(Account from, Account to, Code code, Wei value, Bytes input, long gas) {
        describe(from, to, value, input.toArray(), gas);
        call.kind = Listener.Kind.CALL;
        call.code = code;
        return run(Calls.begin(this, 1));
    }

    /// Creates a contract at the address that sender and nonce give. The sender's nonce is the caller's business.
    public Ended create(Account from, Account created, Wei value, Bytes initCode, long gas) {
        describe(from, created, value, Frame.NO_BYTES, gas);
        call.kind = Listener.Kind.CREATE;
        call.code = Code.of(initCode.toArray(), Code.EMPTY_HASH);
        return run(Creations.begin(this, 1));
    }

    private void describe(Account from, Account to, Wei value, byte[] input, long gas) {
        from.put(call.words, Frame.CALLER);
        Words.setNumber(call.words, Frame.VALUE, value.value());
        call.self = to;
        call.codeAccount = to;
        call.transfers = true;
        call.isStatic = false;
        call.input = input;
        call.inputOffset = 0;
        call.inputSize = input.length;
        call.gas = gas;
    }

    /// @param began whether the outermost frame is there; else the result is
    private Ended run(boolean began) {
        int depth = began ? 1 : 0;
        while (depth > 0) {
            Frame frame = frame(depth);
            int signal = Loop.run(this, frame);
            if (signal == Signal.CALL || signal == Signal.CREATE) {
                boolean entered =
                        signal == Signal.CALL ? Calls.begin(this, depth + 1) : Creations.begin(this, depth + 1);
                if (entered) {
                    depth++;
                } else {
                    resume(frame, signal == Signal.CREATE, call.self);
                }
            } else {
                finish(frame, signal);
                depth--;
                if (depth > 0) {
                    resume(frame(depth), frame.creates, frame.self);
                }
            }
        }
        return ended();
    }

    private Ended ended() {
        Bytes output = Bytes.of(
                Arrays.copyOfRange(result.output, result.outputOffset, result.outputOffset + result.outputSize));
        return new Ended(outcome(output), result.gasLeft);
    }

    Outcome outcome(Bytes output) {
        return switch (result.signal) {
            case Signal.DONE -> new Outcome.Success(output);
            case Signal.REVERTED -> new Outcome.Revert(output);
            default -> new Outcome.Halt(result.halt);
        };
    }

    /// The frame for that depth, ready to be filled; its stack begins where that of the frame below ends.
    Frame fresh(int depth) {
        while (frames.size() < depth) {
            frames.add(new Frame(frames.size() + 1, nobody));
        }
        Frame frame = frame(depth);
        frame.reset();
        frame.base = depth == 1 ? 0 : frame(depth - 1).sp;
        frame.sp = frame.base;
        int needed = frame.base + STACK_LIMBS + ABOVE;
        if (needed > stack.length) {
            stack = Arrays.copyOf(stack, Math.max(needed, 2 * stack.length));
        }
        return frame;
    }

    private Frame frame(int depth) {
        return frames.get(depth - 1);
    }

    /// A frame ended: fills the result, and undoes what it did unless it succeeded.
    private void finish(Frame frame, int signal) {
        long gasBefore = frame.gas;
        if (signal == Signal.HALTED) {
            result.setHalt(frame.halt);
        } else {
            result.set(signal, gasBefore, frame.memory, frame.outputOffset, frame.outputSize);
            if (frame.creates && signal == Signal.DONE) {
                Creations.deposit(this, frame);
            }
        }
        if (result.signal != Signal.DONE) {
            undo(frame.snapshot, frame.logCount, frame.refund);
        }
        if (listener.isPresent()) {
            Tracing.exit(this, frame.depth);
        }
    }

    void undo(int snapshot, int logCount, long refund) {
        state.revertTo(snapshot);
        state.cutLogs(logCount);
        state.setRefund(refund);
    }

    /// Tells the caller's frame what became of its call or creation.
    private void resume(Frame frame, boolean created, Account account) {
        frame.gas += result.gasLeft;
        boolean success = result.signal == Signal.DONE;
        if (created) {
            if (success) {
                account.put(stack, frame.sp);
                setReturned(frame, 0);
            } else {
                Words.zero(stack, frame.sp);
                setReturned(frame, result.outputSize);
            }
        } else {
            Words.set(stack, frame.sp, success ? 1 : 0);
            setReturned(frame, result.outputSize);
            int copied = Math.min(result.outputSize, frame.resultSize);
            System.arraycopy(result.output, result.outputOffset, frame.memory, frame.resultOffset, copied);
        }
        frame.sp += Words.LIMBS;
    }

    private void setReturned(Frame frame, int size) {
        if (frame.returned.length < size) {
            frame.returned = new byte[Math.max(size, 256)];
        }
        System.arraycopy(result.output, result.outputOffset, frame.returned, 0, size);
        frame.returnedSize = size;
    }

    /// The loop's slow path: an instruction that may not run, or one that is listened to.
    /// @return whether the frame halts; where not, the instruction's fixed gas is taken
    boolean refuses(Frame frame, int instruction) {
        if (steps && table[instruction] == REFUSED) {
            Tracing.step(this, frame, instruction);
        }
        long info = rules.instructions[instruction];
        int height = frame.sp - frame.base;
        if (!rules.defines(instruction)) {
            frame.halt = HaltReason.UNDEFINED_INSTRUCTION;
        } else if (height < (info >>> 32 & 0xffff)) {
            frame.halt = HaltReason.STACK_UNDERFLOW;
        } else if (height > info >>> 48) {
            frame.halt = HaltReason.STACK_OVERFLOW;
        } else {
            return !frame.charge(info & 0xffffffffL);
        }
        return true;
    }

    /// Keeps the gas that a traced call began with.
    void entered(int depth, long gas) {
        if (gasAtEntry.length <= depth) {
            gasAtEntry = Arrays.copyOf(gasAtEntry, 2 * depth);
        }
        gasAtEntry[depth] = gas;
    }

    long gasAtEntry(int depth) {
        return gasAtEntry[depth];
    }

    private static long[] refusing(ForkRules rules, Listener listener) {
        long[] table = rules.instructions.clone();
        for (int instruction = 0; instruction < table.length; instruction++) {
            if (listener.wants(instruction)) {
                table[instruction] = REFUSED;
            }
        }
        return table;
    }

    Address address(long[] s, int w) {
        byte[] bytes = new byte[Address.SIZE];
        Words.storeAddress(s, w, bytes, 0);
        return Address.of(bytes);
    }
}

package org.lifeboat.evm.interpreter;

import java.util.Arrays;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.Account;

/// One running call or creation. Frames are reused: one for each depth.
final class Frame {
    /// Memory that a frame keeps for its next use; more is given back to the heap.
    private static final int KEPT_MEMORY = 1 << 20;

    /// Above this, memory cannot be a Java array. The gas for it is above 2^43.
    private static final long MEMORY_LIMIT = Integer.MAX_VALUE - 64;

    static final byte[] NO_BYTES = new byte[0];

    /// 1 for the outermost.
    final int depth;

    Code code = Code.EMPTY;
    int pc;
    long gas;

    /// Where the frame's part of the machine's stack begins, and the first limb above its top word.
    int base;

    int sp;

    byte[] memory = new byte[1024];
    /// The active part of memory in bytes, a multiple of 32.
    int memorySize;

    /// The account whose storage and balance the code works on.
    Account self;

    /// Words: the caller's address, then the call's value.
    final long[] words = new long[8];

    static final int CALLER = 0;
    static final int VALUE = 4;

    /// Call data: a part of the caller's memory, which does not move while this frame runs.
    byte[] input = NO_BYTES;

    int inputOffset;
    int inputSize;

    /// RETURNDATA: a copy of what the last callee gave.
    byte[] returned = NO_BYTES;

    int returnedSize;

    /// What this frame gave: a part of its memory.
    int outputOffset;

    int outputSize;
    HaltReason halt = HaltReason.OUT_OF_GAS;

    /// Where the callee's output goes in this frame's memory.
    int resultOffset;

    int resultSize;

    boolean isStatic;
    boolean creates;

    /// To be restored where this frame does not succeed.
    int snapshot;

    int logCount;
    long refund;

    Frame(int depth, Account self) {
        this.depth = depth;
        this.self = self;
    }

    void reset() {
        if (memory.length > KEPT_MEMORY) {
            memory = new byte[1024];
        } else {
            Arrays.fill(memory, 0, memorySize, (byte) 0);
        }
        memorySize = 0;
        pc = 0;
        returnedSize = 0;
        outputOffset = 0;
        outputSize = 0;
    }

    /// Ends with `reason`.
    int halt(HaltReason reason) {
        halt = reason;
        return Signal.HALTED;
    }

    /// Takes `amount` of gas.
    /// @return whether there was enough; where not, the reason to halt is set
    boolean charge(long amount) {
        gas -= amount;
        if (gas < 0) {
            halt = HaltReason.OUT_OF_GAS;
            return false;
        }
        return true;
    }

    /// Makes `size` bytes from `offset` active and takes the gas for it. Sizes come from words: above every
    /// bound they are `Long.MAX_VALUE`.
    /// @return whether there was enough gas
    boolean expand(long offset, long size) {
        if (size == 0) {
            return true;
        }
        if (offset > MEMORY_LIMIT || size > MEMORY_LIMIT || offset + size > MEMORY_LIMIT) {
            gas = -1;
            halt = HaltReason.OUT_OF_GAS;
            return false;
        }
        long end = offset + size;
        return end <= memorySize || grow(end);
    }

    private boolean grow(long end) {
        long words = (end + 31) >> 5;
        if (!charge(memoryGas(words) - memoryGas(memorySize >> 5))) {
            return false;
        }
        int newSize = (int) (words << 5);
        if (newSize > memory.length) {
            long doubled = Math.min(2L * memory.length, MEMORY_LIMIT);
            memory = Arrays.copyOf(memory, (int) Math.max(newSize, doubled));
        }
        memorySize = newSize;
        return true;
    }

    /// Source: Yellow Paper, appendix H.1, equation 326: 3 a word and a quadratic part.
    private static long memoryGas(long words) {
        return 3 * words + words * words / 512;
    }
}

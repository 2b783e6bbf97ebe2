package org.lifeboat.evm.interpreter;

/// How a call or creation ended, before its caller hears of it. One object a machine, filled anew each time.
final class Result {
    /// DONE, REVERTED or HALTED.
    int signal;

    HaltReason halt = HaltReason.OUT_OF_GAS;
    long gasLeft;
    byte[] output = Frame.NO_BYTES;
    int outputOffset;
    int outputSize;

    void set(int signal, long gasLeft, byte[] output, int offset, int size) {
        this.signal = signal;
        this.gasLeft = gasLeft;
        this.output = output;
        this.outputOffset = offset;
        this.outputSize = size;
    }

    void setHalt(HaltReason reason) {
        set(Signal.HALTED, 0, Frame.NO_BYTES, 0, 0);
        halt = reason;
    }

    /// Ended before it began: too deep, too poor. The gas meant for it comes back.
    void setRefused(long gas) {
        set(Signal.REVERTED, gas, Frame.NO_BYTES, 0, 0);
    }
}

package org.lifeboat.evm.interpreter;

/// What an instruction tells the loop, and the loop the machine. Plain numbers: they are compared at every
/// instruction.
final class Signal {
    /// Go on with the next instruction.
    static final int NEXT = 0;
    /// STOP, RETURN or SELFDESTRUCT: the frame succeeded.
    static final int DONE = 1;
    static final int REVERTED = 2;
    /// The reason is in [Frame#halt].
    static final int HALTED = 3;
    /// The frame waits for a call that is described in [Machine#call].
    static final int CALL = 4;
    /// The frame waits for a creation that is described in [Machine#call].
    static final int CREATE = 5;

    private Signal() {}
}

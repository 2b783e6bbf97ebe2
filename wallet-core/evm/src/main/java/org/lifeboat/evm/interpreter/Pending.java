package org.lifeboat.evm.interpreter;

import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.Account;
import org.lifeboat.evm.trace.Listener;

/// A call or creation about to begin. One object a machine, filled anew each time.
final class Pending {
    Listener.Kind kind = Listener.Kind.CALL;
    long gas;

    /// Words: the address that the callee sees as its caller, and the value it sees.
    final long[] words = new long[8];

    /// Whose storage and balance the code will work on.
    Account self;

    /// Where the code comes from; its address says whether it is a precompiled contract.
    Account codeAccount;

    Code code = Code.EMPTY;

    /// Whether the value moves from the caller to `self`.
    boolean transfers;

    boolean isStatic;
    byte[] input = Frame.NO_BYTES;
    int inputOffset;
    int inputSize;

    Pending(Account anyone) {
        self = anyone;
        codeAccount = anyone;
    }
}

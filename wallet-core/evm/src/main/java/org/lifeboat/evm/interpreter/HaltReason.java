package org.lifeboat.evm.interpreter;

/// Why an execution ended without its will; all its gas is gone and all its changes are undone.
public enum HaltReason {
    OUT_OF_GAS,
    STACK_UNDERFLOW,
    STACK_OVERFLOW,
    /// The fork has no such instruction.
    UNDEFINED_INSTRUCTION,
    /// Not to a JUMPDEST.
    INVALID_JUMP,
    /// A change inside a static call.
    WRITE_PROTECTION,
    RETURN_DATA_OUT_OF_BOUNDS,
    /// A precompiled contract refused its input.
    PRECOMPILE_FAILED,
    /// EIP-170.
    CODE_TOO_LARGE,
    /// EIP-3541.
    CODE_STARTS_WITH_EF,
    /// EIP-3860.
    INITCODE_TOO_LARGE,
    /// EIP-684, EIP-7610.
    ADDRESS_TAKEN
}

package org.lifeboat.verifier.block;

/// How running a block ended.
public sealed interface Execution {
    record Done(BlockOutput output) implements Execution {}

    record Invalid(BlockFault fault) implements Execution {}

    record Incomplete(MissingPart missing) implements Execution {}

    /// Rules are needed that this program does not have.
    record Unknown(String reason) implements Execution {}
}

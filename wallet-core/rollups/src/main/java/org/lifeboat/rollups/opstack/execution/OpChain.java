package org.lifeboat.rollups.opstack.execution;

import java.util.Optional;
import org.lifeboat.primitives.ChainId;

/// What tells one chain of the OP Stack from another, as far as execution goes.
/// @param blockSeconds from one block to the next
/// @param leavesAt Unix seconds from which the chain follows rules of its own that are not here; empty where
/// it does not
public record OpChain(
        ChainId id, OpForks forks, FeeParameters.Defaults fees, long blockSeconds, Optional<Long> leavesAt) {}

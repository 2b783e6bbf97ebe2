package org.lifeboat.sandbox.trace;

import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// One instruction that ran.
/// @param gasCost what it took, what it gave to a call included; where it failed, all gas that was left; nothing
/// for what is no instruction
/// @param failure where it ended its frame by failing
/// @param storage the running account's slots that were used so far, after this one; empty for other instructions
/// @param returned what the running code's last call had given back before it
public record TracedStep(
        Listener.Step step,
        long gasCost,
        Optional<HaltReason> failure,
        Optional<Map<Hash32, Hash32>> storage,
        Bytes returned) {}

package org.lifeboat.engine.capability;

import java.util.OptionalInt;
import org.lifeboat.engine.source.SourceLimits;

/// What was measured of one source.
/// @param proofs how many of the newest blocks `eth_getProof` answers for
/// @param logs how many blocks one `eth_getLogs` may span
/// @param batchSize calls in one JSON-RPC batch that were taken, 1 for none; empty if it could not be found out
/// @param bodyBytes bytes of a request that were taken; empty if none of the sizes tried was
/// @param oldState whether the state of the first block is answered (an archive)
/// @param blockByHash whether a block may be named by its hash (EIP-1898)
/// @param multicall3 whether there is code at [CapabilityMeasuring#MULTICALL3]
/// @param witness whether `debug_executionWitness` answers
/// @param asksForPatience whether it asked for fewer requests while it was measured
public record Capabilities(
        Reach proofs,
        Reach logs,
        OptionalInt batchSize,
        OptionalInt bodyBytes,
        Ability oldState,
        Ability blockByHash,
        Ability multicall3,
        Ability feeHistory,
        Ability accessList,
        Ability witness,
        boolean asksForPatience) {

    /// The length of a request that is taken to be safe where none of the lengths tried was.
    private static final int SHORTEST_BODY = 16 * 1024;

    /// What to ask from now on: as measured, and not more than the source has refused since.
    public SourceLimits within(SourceLimits now) {
        return new SourceLimits(
                Math.min(now.batchSize(), batchSize.orElse(now.batchSize())),
                now.answerBytes(),
                Math.min(now.requestBytes(), bodyBytes.orElse(SHORTEST_BODY)),
                asksForPatience ? 1 : now.requestsAtOnce(),
                proofs.known(),
                logs.known());
    }

    public enum Ability {
        YES,
        NO,
        /// Could not be found out.
        UNKNOWN
    }
}

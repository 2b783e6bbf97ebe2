package org.lifeboat.lightclient;

import java.util.Optional;

/// Where beacon states and bodies keep what leads to older blocks, by fork: generalized indices.
///
/// Source: the containers `BeaconState` and `BeaconBlockBody` of consensus-specs {phase0, altair, bellatrix,
/// capella, deneb, electra}/beacon-chain.md, counted after ssz/merkle-proofs.md: a state has 32 leaves up to
/// Deneb and 64 from Electra on, its fields 5, 7 and 27 are `block_roots`, `historical_roots` and
/// `historical_summaries`.
///
/// @param summaries of `historical_summaries`; 0 before Capella
/// @param blockHash of `execution_payload.block_hash` in the body; 0 before Bellatrix
public record HistoryIndices(long blockRoots, long roots, long summaries, long blockHash) {
    /// Two roots, of blocks and of states, of `SLOTS_PER_HISTORICAL_ROOT` slots are one element of
    /// `historical_roots` and of `historical_summaries`, which have the same limit.
    /// Source: `HISTORICAL_ROOTS_LIMIT`, phase0.yaml.
    public static final long LIMIT = 16_777_216;

    /// `state_roots`, the field after `block_roots`.
    public long stateRoots() {
        return blockRoots + 1;
    }

    /// @return empty from Gloas on, whose state is another kind of tree
    public static Optional<HistoryIndices> of(Fork fork) {
        return switch (fork) {
            case ALTAIR -> Optional.of(new HistoryIndices(37, 39, 0, 0));
            case BELLATRIX -> Optional.of(new HistoryIndices(37, 39, 0, 412));
            case CAPELLA -> Optional.of(new HistoryIndices(37, 39, 59, 412));
            case DENEB -> Optional.of(new HistoryIndices(37, 39, 59, 812));
            case ELECTRA, FULU -> Optional.of(new HistoryIndices(69, 71, 91, 812));
            case GLOAS -> Optional.empty();
        };
    }
}

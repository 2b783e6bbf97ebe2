/// The L1 light client: which L1 headers a sync committee of 512 validators has signed, and which of them are
/// final.
///
/// Pure functions over SSZ values after ethereum/consensus-specs, `specs/{altair,capella,deneb,electra,gloas}/
/// light-client/sync-protocol.md`. What is trusted: one checkpoint root, and that two thirds of a sync
/// committee do not sign a false header. What is checked: every Merkle branch, the committee's signature, the
/// order of slots, and that no period is skipped.
///
/// Never: asks a network, reads a clock (the current slot is handed in), or moves on without a quorum by itself
/// (a forced update is a separate call that only the user's word may lead to).
@NullMarked
package org.lifeboat.lightclient;

import org.jspecify.annotations.NullMarked;

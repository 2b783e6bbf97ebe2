/// Derives a chain of the OP Stack from L1: which blocks the L2 must have, whatever its sequencer says.
/// Source: OP Stack specification (ethereum-optimism/specs, `specs/protocol/derivation` and the derivation
/// page of each fork); where programs and text differ, the programs that run the chains decide, and the
/// place says so.
///
/// Read in this order: [RollupConfig], [SystemConfig], [Derivation] (asks by [Need], answers by [Step]),
/// [L1Reading] (what an L1 block holds for the L2), [FrameQueue] and the two [ChannelStage]s,
/// [SingularRules] and [SpanRules] (which batch counts), the two [BatchStage]s, [AttributesBuilder] with
/// [L1Info] and [UserDeposits], [BlockBuilder] (the block itself), [ChainCheck] (a range, with its
/// verdict).
///
/// Trusted are the L1 headers that are handed in and the anchor block. All else is compared with them:
/// lists of transactions and receipts with the header's roots, blobs with what their transaction commits
/// to, L2 blocks with their hash. Covered: Bedrock with Regolith to Karst. Not: data kept elsewhere than on
/// L1 (alt-DA), interop, what Base adds from Azul on.
@NullMarked
package org.lifeboat.rollups.opstack.derivation;

import org.jspecify.annotations.NullMarked;

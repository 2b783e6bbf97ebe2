/// How a chain of the OP Stack executes blocks: what differs from Ethereum. Source: OP Stack specification
/// (ethereum-optimism/specs, `specs/protocol/{deposits,exec-engine,...}` and the page of each fork).
///
/// Read in this order: `OpFork`, `OpForks` and `OpChains` (when), `DepositTransaction`, `L1Attributes` (what
/// the first transaction of each block says of L1), `FastLz`, `L1Fee`, `OperatorFee`, `FeeParameters` (what
/// is charged), `OpFees` (the same of a transaction that is only tried out), `OpPrecompiles`, and `OpRules`
/// with `OpProgram` (a whole block, for the verifier).
///
/// Covered: Bedrock with Regolith to Karst. Not: what Base adds from Azul on.
@NullMarked
package org.lifeboat.rollups.opstack.execution;

import org.jspecify.annotations.NullMarked;

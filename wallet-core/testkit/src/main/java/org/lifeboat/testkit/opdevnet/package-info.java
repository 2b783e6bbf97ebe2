/// A whole OP Stack on 127.0.0.1, started and stopped by a test: an L1, op-geth and op-node twice (the
/// sequencer, and a verifier that sees nothing but L1), batcher, proposer and challenger, with the contracts
/// of one of two generations.
///
/// Read in this order: [DevnetPrograms] (where what was built lies), [DevnetOptions] (which devnet),
/// [OpDevnet] (running, and what can be done to it), [DevnetFacts] (addresses and keys).
///
/// A story takes a [DevnetForm] ([OnDevnetForms]): contracts and batches in a form that a seed rotates.
///
/// The programs are built by `wallet-core/testkit/rig/op-devnet/build.sh` into a folder outside the tree.
/// Where they are missing the test is skipped and says what it wanted; with
/// `LIFEBOAT_OP_DEVNET_REQUIRED=1` it fails instead.
@NullMarked
package org.lifeboat.testkit.opdevnet;

import org.jspecify.annotations.NullMarked;

/// A whole block, run again from the state it stands on: every figure in its header is computed here and
/// compared.
///
/// Read in this order: [BlockVerifier] (header, body, execution, comparison), [BlockExecutor] (the execution
/// alone, also for making blocks), [ChainRules] and [BlockProgram] (what differs between chains),
/// [EthereumRules] (Ethereum L1 from the Merge on; forks before it without their rewards and difficulty). A
/// result is valid, invalid with the reason, or says what the witness lacks; where this program does not know a
/// fork's rules it says so and claims nothing.
///
/// Follows the Yellow Paper, section 4.4, and the EIPs named at each rule. Choice of head, uncles' ancestry and
/// proof of work are not looked at.
@NullMarked
package org.lifeboat.verifier.block;

import org.jspecify.annotations.NullMarked;

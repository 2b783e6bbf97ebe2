/// A transaction from its checks to its receipt: validity, what it pays before it runs, its run, refunds and
/// fees.
///
/// Follows the Yellow Paper, section 6, and EIP-1559, 2930, 3529, 3607, 3860, 4844, 7623, 7702, 7825.
/// Signatures are checked before: a sender is handed in. Never computes roots or receipts' encodings.
@NullMarked
package org.lifeboat.evm.transaction;

import org.jspecify.annotations.NullMarked;

/// Suite `proofs`: RLP, tries, transactions, headers and state proofs, against what others published.
///
/// Reads ethereum/tests, execution-apis, and recorded `eth_getProof` answers and blocks of real chains.
@NullMarked
package org.lifeboat.conformance.proofs;

import org.jspecify.annotations.NullMarked;

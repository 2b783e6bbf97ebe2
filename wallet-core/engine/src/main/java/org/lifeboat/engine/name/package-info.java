/// Names for addresses from the Ethereum Name Service (ENS), resolved by running its contracts here.
///
/// A name is normalised first ([Normalization], ENSIP-15), then the registry and the resolver run on proven
/// state of L1 ([NameLookup]). A name is shown for an address only where both directions agree. What was found on a
/// verified block can be run again by anybody ([NameProof]). Sources:
/// ENSIP-1, 3, 9, 10, 11, 15 and 19 (docs.ens.domains/ensip), ERC-137, ERC-3668.
///
/// Never: a request to a host that a contract names (CCIP-read); an answer that rests on a server's word; the
/// address that a name has on Ethereum for a payment on another chain.
@NullMarked
package org.lifeboat.engine.name;

import org.jspecify.annotations.NullMarked;

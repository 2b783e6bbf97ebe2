/// What sources say, held against their own proofs.
///
/// A claim fits, contradicts itself, or cannot be checked ([Checked]); [ClaimCheck] does it for headers,
/// accounts, slots and codes, [HeadQuestion] for a source's chain and block. A [Contradiction] keeps both
/// statements, a [Disagreement] the source with it, a [Note] what is to be said beside a figure.
///
/// Never: a claim that could not be checked counted as one that fits, or as a lie.
@NullMarked
package org.lifeboat.engine.claims;

import org.jspecify.annotations.NullMarked;

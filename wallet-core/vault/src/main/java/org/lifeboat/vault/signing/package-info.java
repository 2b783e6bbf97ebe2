/// What may be signed, said in words before it is signed.
///
/// Follows EIP-191 (version 0x45), EIP-712, EIP-155, EIP-2718, EIP-2930, EIP-1559 and EIP-7702. A
/// [SigningRequest] describes itself; only its [Description] gives the [Approval] that [Signer] asks for, and
/// there is no way to have a bare hash signed. Types that hide what they do are refused, and unknown calls
/// need a second confirmation. Never reads names from a network: [Facts] are what the caller already knows.
@NullMarked
package org.lifeboat.vault.signing;

import org.jspecify.annotations.NullMarked;

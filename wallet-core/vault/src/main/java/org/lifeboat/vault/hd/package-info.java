/// Many keys from one seed.
///
/// Follows BIP-32 (private derivation only: addresses of a locked vault are kept outside it) and BIP-44. Keys and
/// chain codes are secrets and are wiped when closed.
@NullMarked
package org.lifeboat.vault.hd;

import org.jspecify.annotations.NullMarked;

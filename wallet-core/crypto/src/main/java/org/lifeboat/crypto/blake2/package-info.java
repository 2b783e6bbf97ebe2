/// The compression function of BLAKE2b alone, which libraries hide and the precompiled contract 9 needs.
///
/// Follows RFC 7693, section 3.2, and EIP-152.
@NullMarked
package org.lifeboat.crypto.blake2;

import org.jspecify.annotations.NullMarked;

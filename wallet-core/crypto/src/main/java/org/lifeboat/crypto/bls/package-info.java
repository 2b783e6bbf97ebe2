/// The curve BLS12-381 behind the precompiled contracts 0x0b to 0x11, on the library blst.
///
/// Follows EIP-2537 and RFC 9380. The library has no map from a raw field element to the curve and no sum of many
/// products; those are here. Sees public data only.
@NullMarked
package org.lifeboat.crypto.bls;

import org.jspecify.annotations.NullMarked;

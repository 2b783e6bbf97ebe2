/// RIPEMD-160, for the precompiled contract 3.
///
/// Follows "RIPEMD-160: A Strengthened Version of RIPEMD" (Dobbertin, Bosselaers, Preneel), by Bouncy Castle.
@NullMarked
package org.lifeboat.crypto.ripemd;

import org.jspecify.annotations.NullMarked;

/// Contract code, made ready to run: padded, with its jump destinations known, and cached by its hash.
///
/// Follows the Yellow Paper, section 9.4.3 (jump destinations), and EIP-7702 (delegations). Code never changes.
@NullMarked
package org.lifeboat.evm.code;

import org.jspecify.annotations.NullMarked;

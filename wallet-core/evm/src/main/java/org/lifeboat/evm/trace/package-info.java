/// Watching a run: every call and creation as it begins and ends, and, where asked for, every instruction.
///
/// A run without a listener pays nothing for it. Listeners see; they never change anything.
@NullMarked
package org.lifeboat.evm.trace;

import org.jspecify.annotations.NullMarked;

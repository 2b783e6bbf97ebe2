/// What happened inside a transaction, instruction by instruction, as tools read it.
///
/// Source: geth, eth/tracers/logger/logger.go.
@NullMarked
package org.lifeboat.sandbox.trace;

import org.jspecify.annotations.NullMarked;

/// Generated programs and transactions, run by our EVM and by another program, and compared.
///
/// `Dice` (seeded choices), `Program` (bytecode), `PrecompileInput`, `World` (accounts), `Case` (a whole
/// state test), `Reference` (the other program), `FuzzSuite` (the run).
@NullMarked
package org.lifeboat.conformance.fuzz;

import org.jspecify.annotations.NullMarked;

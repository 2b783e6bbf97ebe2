/// The official tests of the virtual machine: state tests and the vectors of the precompiled contracts.
///
/// Files are known by their shape, not their names or places. A state test runs one transaction, and is
/// compared by the state root and the hash of its logs.
@NullMarked
package org.lifeboat.conformance.evm;

import org.jspecify.annotations.NullMarked;

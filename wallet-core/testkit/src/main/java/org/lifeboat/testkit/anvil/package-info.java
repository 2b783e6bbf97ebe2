/// Real Ethereum nodes for tests: `anvil` as an L1 and as an OP Stack L2, started and stopped by the test.
///
/// The program comes from the rig (`wallet-core/testkit/rig`, installed by its `install.sh`). Where it is
/// missing the test is skipped and says which program it wanted; with `LIFEBOAT_RIG_REQUIRED=1` it fails
/// instead. Everything listens on 127.0.0.1 only.
@NullMarked
package org.lifeboat.testkit.anvil;

import org.jspecify.annotations.NullMarked;

/// Our own test contracts, compiled by npm `solc` when a test asks for them, and put on a node.
///
/// The sources are in `src/main/solidity`. Nothing here is shipped.
@NullMarked
package org.lifeboat.testkit.solidity;

import org.jspecify.annotations.NullMarked;

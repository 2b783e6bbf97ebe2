/// Logs of L1 blocks that are proven, and blocks that are proven to have none.
///
/// A log is proven by all receipts of its block under the receipts root of a header that hangs below a
/// verified one; that there is none, by the header's bloom or by the same receipts. What could not be checked
/// is named block by block.
///
/// Never: takes an answer to `eth_getLogs` for complete.
@NullMarked
package org.lifeboat.engine.logs;

import org.jspecify.annotations.NullMarked;

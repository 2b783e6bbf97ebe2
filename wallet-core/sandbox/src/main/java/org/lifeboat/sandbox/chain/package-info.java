/// One chain in memory: its genesis, its blocks with real headers, receipts and tries, and how the next is made.
///
/// Follows the execution rules of the newest fork (Osaka) on [org.lifeboat.evm]. Pure but for what is handed
/// in: no clock, no thread, no network. A block never changes once it is sealed.
@NullMarked
package org.lifeboat.sandbox.chain;

import org.jspecify.annotations.NullMarked;

/// Block headers, receipts and logs: their encodings and hashes (Yellow Paper, section 4.4; EIPs named at the
/// fields).
///
/// A header is only believed after its hash was computed again from its fields. What is newer than this program
/// is said to be so, and never called a lie.
@NullMarked
package org.lifeboat.primitives.block;

import org.jspecify.annotations.NullMarked;

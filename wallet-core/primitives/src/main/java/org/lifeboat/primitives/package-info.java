/// Bytes, hashes, addresses, amounts and times: the values everything else is made of.
///
/// Each quantity has its own type, checked once in its constructor. Nothing here does input or output, reads a
/// clock or keeps state.
@NullMarked
package org.lifeboat.primitives;

import org.jspecify.annotations.NullMarked;

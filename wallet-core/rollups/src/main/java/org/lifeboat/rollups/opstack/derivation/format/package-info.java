/// What the batcher of an OP Stack chain writes down on L1, read: blobs, frames, channels, batches. Source:
/// OP Stack specification (ethereum-optimism/specs, `specs/protocol/{derivation,delta/span-batches}` and
/// the pages of Ecotone, Fjord, Holocene, Isthmus).
///
/// Read in this order: [BlobData], [Frame], [ChannelData] (decompression, bounded), [ChannelBatches], and
/// the two forms of a [Batch]. The bytes are a stranger's: whoever holds the batcher's key may write
/// anything. Nothing here says whether a batch is allowed where it stands; that is the package above.
/// [BatcherData] writes the same.
@NullMarked
package org.lifeboat.rollups.opstack.derivation.format;

import org.jspecify.annotations.NullMarked;

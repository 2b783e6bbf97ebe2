package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;

/// Puts channels together from frames. Source: derivation, "Channel Bank".
sealed interface ChannelStage permits ChannelBank, StagingChannel {
    /// The next whole channel; empty at the end of the L1 block's frames.
    /// @param l1 the block that the frames are from
    Optional<Bytes> next(FrameQueue frames, BlockRef l1);

    /// Drops what the channel in work has so far.
    void flush();

    /// The channels that are open.
    List<Channel> open();
}

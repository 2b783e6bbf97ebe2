package org.lifeboat.rollups.opstack.derivation;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.derivation.format.Frame;

/// One channel at a time, its frames in their order. Source: holocene/derivation, "Channel Bank".
final class StagingChannel implements ChannelStage {
    private final RollupConfig rollup;
    private Optional<Channel> staged;

    StagingChannel(RollupConfig rollup, List<Channel> open) {
        this.rollup = rollup;
        this.staged = open.stream().findFirst();
    }

    @Override
    public Optional<Bytes> next(FrameQueue frames, BlockRef l1) {
        staged = staged.filter(each -> !each.isTimedOut(l1.number(), rollup.channelTimeout(l1.unixSeconds())));
        for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            add(frame.get(), l1);
            if (staged.isPresent() && staged.get().isReady()) {
                Bytes data = staged.get().data();
                staged = Optional.empty();
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }

    private void add(Frame frame, BlockRef l1) {
        if (frame.number() == 0) {
            staged = Optional.of(Channel.open(frame.channel(), l1.number()));
        }
        staged = staged.map(each -> frame.number() == each.frames().size() ? each.with(frame) : each)
                .filter(each -> each.size() <= rollup.channelBytes(l1.unixSeconds()));
    }

    @Override
    public void flush() {
        staged = Optional.empty();
    }

    @Override
    public List<Channel> open() {
        return staged.stream().toList();
    }
}

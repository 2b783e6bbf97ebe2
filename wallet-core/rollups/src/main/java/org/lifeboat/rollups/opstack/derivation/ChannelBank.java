package org.lifeboat.rollups.opstack.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.derivation.format.Frame;
import org.lifeboat.rollups.opstack.execution.OpFork;

/// Many channels at a time, their frames in any order. Source: derivation, "Channel Bank". Before Holocene.
final class ChannelBank implements ChannelStage {
    private final RollupConfig rollup;
    private final List<Channel> channels;

    /// @param open in the order in which they were opened
    ChannelBank(RollupConfig rollup, List<Channel> open) {
        this.rollup = rollup;
        this.channels = new ArrayList<>(open);
    }

    @Override
    public Optional<Bytes> next(FrameQueue frames, BlockRef l1) {
        while (true) {
            Optional<Bytes> ready = ready(l1);
            if (ready.isPresent()) {
                return ready;
            }
            Optional<Frame> frame = frames.next();
            if (frame.isEmpty()) {
                return Optional.empty();
            }
            add(frame.get(), l1);
        }
    }

    private Optional<Bytes> ready(BlockRef l1) {
        long timeout = rollup.channelTimeout(l1.unixSeconds());
        while (!channels.isEmpty() && channels.getFirst().isTimedOut(l1.number(), timeout)) {
            channels.removeFirst();
        }
        // Before Canyon only the first was looked at.
        int looked = rollup.has(OpFork.CANYON, l1.unixSeconds()) ? channels.size() : Math.min(1, channels.size());
        for (int i = 0; i < looked; i++) {
            Channel channel = channels.get(i);
            if (channel.isReady() && !channel.isTimedOut(l1.number(), timeout)) {
                channels.remove(i);
                return Optional.of(channel.data());
            }
        }
        return Optional.empty();
    }

    private void add(Frame frame, BlockRef l1) {
        int at = 0;
        while (at < channels.size() && !channels.get(at).id().equals(frame.channel())) {
            at++;
        }
        if (at == channels.size()) {
            channels.add(Channel.open(frame.channel(), l1.number()));
        }
        Channel before = channels.get(at);
        if (before.isTimedOut(l1.number(), rollup.channelTimeout(l1.unixSeconds()))) {
            return;
        }
        channels.set(at, before.with(frame));
        long total = channels.stream().mapToLong(Channel::size).sum();
        while (total > rollup.bankBytes(l1.unixSeconds())) {
            total -= channels.removeFirst().size();
        }
    }

    /// Nothing is flushed before Holocene.
    @Override
    public void flush() {}

    @Override
    public List<Channel> open() {
        return List.copyOf(channels);
    }
}

package org.lifeboat.rollups.opstack.derivation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.derivation.format.Frame;

/// The frames of one L1 block, piece of data by piece of data. Source: derivation, "Frame Queue";
/// holocene/derivation, "Frame Queue".
final class FrameQueue {
    private final Deque<Bytes> pieces;
    private final boolean ordered;
    private Deque<Frame> frames = new ArrayDeque<>();

    /// @param pieces what the batcher's transactions and blobs hold, in their order
    /// @param ordered whether frames must come in their order (Holocene)
    FrameQueue(List<Bytes> pieces, boolean ordered) {
        this.pieces = new ArrayDeque<>(pieces);
        this.ordered = ordered;
    }

    /// Empty at the end of the L1 block.
    Optional<Frame> next() {
        while (frames.isEmpty() && !pieces.isEmpty()) {
            if (Frame.readAll(pieces.removeFirst()) instanceof Answer.Proven<List<Frame>>(List<Frame> read)) {
                frames = new ArrayDeque<>(ordered ? inOrder(read) : read);
            }
        }
        return Optional.ofNullable(frames.pollFirst());
    }

    /// What is left where frames out of their order count for nothing.
    static List<Frame> inOrder(List<Frame> read) {
        List<Frame> kept = new ArrayList<>();
        for (Frame next : read) {
            if (kept.isEmpty()) {
                kept.add(next);
                continue;
            }
            Frame before = kept.getLast();
            if (next.channel().equals(before.channel())) {
                if (!before.last() && next.number() == before.number() + 1) {
                    kept.add(next);
                }
            } else if (next.number() == 0) {
                dropUnfinished(kept);
                kept.add(next);
            }
        }
        return kept;
    }

    /// A new channel makes one that was not finished count for nothing.
    private static void dropUnfinished(List<Frame> kept) {
        if (kept.getLast().last()) {
            return;
        }
        Bytes channel = kept.getLast().channel();
        while (!kept.isEmpty()
                && !kept.getLast().last()
                && kept.getLast().channel().equals(channel)) {
            kept.removeLast();
        }
    }
}

package org.lifeboat.rollups.opstack.derivation;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.derivation.format.Frame;

/// The frames of a channel that have come so far. Source: derivation, "Channel Bank". A value: adding a
/// frame makes a new one.
/// @param openedIn number of the L1 block with its first frame
/// @param frames by their number
/// @param lastNumber of the closing frame, or -1
/// @param size of the frames, with what each counts for beside its data
record Channel(Bytes id, long openedIn, SortedMap<Integer, Frame> frames, int lastNumber, long size) {
    static Channel open(Bytes id, long openedIn) {
        return new Channel(id, openedIn, new TreeMap<>(), -1, 0);
    }

    boolean isTimedOut(long l1Number, long timeout) {
        return openedIn + timeout < l1Number;
    }

    /// With `frame` where it fits in, else as it was.
    Channel with(Frame frame) {
        boolean closed = lastNumber >= 0;
        boolean refused = !frame.channel().equals(id)
                || (frame.last() && closed)
                || frames.containsKey(frame.number())
                || (closed && frame.number() >= lastNumber);
        if (refused) {
            return this;
        }
        SortedMap<Integer, Frame> next = new TreeMap<>(frames);
        long nextSize = size + frame.size();
        if (frame.last() && !frames.isEmpty() && frames.lastKey() > frame.number()) {
            // The programs that run the chains take the size of every frame off, kept or not.
            nextSize -= size;
            next.tailMap(frame.number()).clear();
        }
        next.put(frame.number(), frame);
        return new Channel(id, openedIn, next, frame.last() ? frame.number() : lastNumber, nextSize);
    }

    /// Whether every frame up to the closing one is there.
    boolean isReady() {
        return lastNumber >= 0 && frames.size() == lastNumber + 1;
    }

    /// What the frames hold, one behind the other.
    Bytes data() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (Map.Entry<Integer, Frame> each : frames.entrySet()) {
            data.writeBytes(each.getValue().data().toArray());
        }
        return Bytes.of(data.toByteArray());
    }
}

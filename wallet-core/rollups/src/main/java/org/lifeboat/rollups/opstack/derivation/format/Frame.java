package org.lifeboat.rollups.opstack.derivation.format;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;

/// A piece of a channel, as it fits into one transaction. Source: derivation, "Frame Format".
/// @param channel 16 bytes that name the channel
/// @param number its place in the channel, from 0
/// @param last whether the channel ends with it
public record Frame(Bytes channel, int number, Bytes data, boolean last) {
    public static final int CHANNEL_SIZE = 16;

    /// Source: derivation, "Frame Format", `frame_data_length`. Unit: bytes.
    public static final int MOST_DATA = 1_000_000;

    /// What a frame counts for beside its data, where memory is bounded. Source: derivation, "Pruning".
    public static final int OVERHEAD = 200;

    private static final int VERSION = 0;

    /// What a frame counts for where memory is bounded.
    public int size() {
        return data.size() + OVERHEAD;
    }

    /// The frames of one transaction or blob: all of them, or none.
    /// @param data the version byte, then frame after frame. Source: derivation, "Batcher Transaction Format"
    public static Answer<List<Frame>> readAll(Bytes data) {
        if (data.isEmpty() || data.at(0) != VERSION) {
            return new Answer.Refuted<>("no data of version 0");
        }
        ByteCursor cursor = new ByteCursor(data.sharedArray(), 1, data.size());
        List<Frame> frames = new ArrayList<>();
        try {
            while (cursor.left() > 0) {
                frames.add(read(cursor));
            }
        } catch (Malformed e) {
            return new Answer.Refuted<>("frame " + frames.size() + ": " + e.reason());
        }
        return frames.isEmpty() ? new Answer.Refuted<>("no frame") : new Answer.Proven<>(List.copyOf(frames));
    }

    private static Frame read(ByteCursor cursor) throws Malformed {
        Bytes channel = cursor.bytes(CHANNEL_SIZE);
        int number = (int) cursor.unsigned(2);
        long length = cursor.unsigned(4);
        if (length > MOST_DATA) {
            throw new Malformed(length + " bytes of data where " + MOST_DATA + " are allowed");
        }
        Bytes data = cursor.bytes((int) length);
        int last = cursor.unsignedByte();
        if (last > 1) {
            throw new Malformed("it says neither that it is the last nor that it is not");
        }
        return new Frame(channel, number, data, last == 1);
    }
}

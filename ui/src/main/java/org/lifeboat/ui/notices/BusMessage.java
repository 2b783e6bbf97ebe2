package org.lifeboat.ui.notices;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A call on the message bus of a desktop, as bytes. Source: D-Bus Specification, "Marshaling (Wire Format)" and
/// "Message Format".
final class BusMessage {
    private static final int LARGEST = 1 << 16;
    private static final byte LITTLE_ENDIAN = 'l';
    private static final byte CALL = 1;
    private static final byte VERSION = 1;
    private static final byte PATH = 1;
    private static final byte INTERFACE = 2;
    private static final byte MEMBER = 3;
    private static final byte DESTINATION = 6;
    private static final byte SIGNATURE = 8;

    private final ByteBuffer bytes = ByteBuffer.allocate(LARGEST).order(ByteOrder.LITTLE_ENDIAN);

    /// @param name of whom is called, which is also the name of the interface
    /// @param signature of `body`; empty: there is none
    static byte[] call(int serial, String name, String path, String member, String signature, byte[] body) {
        BusMessage message = new BusMessage();
        message.bytes.put(LITTLE_ENDIAN).put(CALL).put((byte) 0).put(VERSION);
        message.bytes.putInt(body.length).putInt(serial);
        int length = message.bytes.position();
        message.bytes.putInt(0);
        int first = message.bytes.position();
        message.field(PATH, 'o', path).field(INTERFACE, 's', name).field(MEMBER, 's', member);
        message.field(DESTINATION, 's', name);
        if (!signature.isEmpty()) {
            message.field(SIGNATURE, 'g', signature);
        }
        message.bytes.putInt(length, message.bytes.position() - first);
        message.align(8).bytes.put(body);
        return message.toBytes();
    }

    private BusMessage field(byte code, char type, String value) {
        align(8);
        bytes.put(code).put((byte) 1).put((byte) type).put((byte) 0);
        return type == 'g' ? signature(value) : text(value);
    }

    private BusMessage signature(String value) {
        byte[] plain = value.getBytes(StandardCharsets.US_ASCII);
        bytes.put((byte) plain.length).put(plain).put((byte) 0);
        return this;
    }

    /// A string: its length, its bytes, a zero.
    BusMessage text(String value) {
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        align(4).bytes.putInt(plain.length).put(plain).put((byte) 0);
        return this;
    }

    BusMessage number(int value) {
        align(4).bytes.putInt(value);
        return this;
    }

    /// An array without entries.
    /// @param alignment of what would stand in it
    BusMessage nothing(int alignment) {
        return number(0).align(alignment);
    }

    private BusMessage align(int to) {
        while (bytes.position() % to != 0) {
            bytes.put((byte) 0);
        }
        return this;
    }

    byte[] toBytes() {
        byte[] all = new byte[bytes.position()];
        bytes.get(0, all);
        return all;
    }
}

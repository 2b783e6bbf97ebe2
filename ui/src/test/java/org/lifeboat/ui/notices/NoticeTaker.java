package org.lifeboat.ui.notices;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Takes notices as a desktop does, on a real message bus: owns the name, reads each call and answers it. Source: D-Bus
/// Specification, "Message Format"; Desktop Notifications Specification 1.2.
final class NoticeTaker implements AutoCloseable {
    private static final String BUS = "org.freedesktop.DBus";
    private static final int HEADER = 16;
    private static final byte CALL = 1;
    private static final byte SENDER = 7;

    private final SocketChannel channel;
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

    private NoticeTaker(SocketChannel channel) {
        this.channel = channel;
    }

    static NoticeTaker on(Path bus) throws IOException {
        NoticeTaker taker = new NoticeTaker(SocketChannel.open(UnixDomainSocketAddress.of(bus)));
        taker.write("\0AUTH EXTERNAL\r\n".getBytes(StandardCharsets.US_ASCII));
        taker.line();
        taker.write("DATA\r\n".getBytes(StandardCharsets.US_ASCII));
        taker.line();
        taker.write("BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
        String path = "/org/freedesktop/DBus";
        taker.write(BusMessage.call(1, BUS, path, "Hello", "", new byte[0]));
        byte[] name =
                new BusMessage().text("org.freedesktop.Notifications").number(0).toBytes();
        taker.write(BusMessage.call(2, BUS, path, "RequestName", "su", name));
        for (int answers = 0; answers < 2; ) {
            answers += taker.message().array()[1] == 2 ? 1 : 0;
        }
        Thread.ofVirtual().start(taker::serve);
        return taker;
    }

    /// The calls that came, whole, as they were read.
    BlockingQueue<String> taken() {
        return taken;
    }

    private void serve() {
        try {
            while (true) {
                ByteBuffer message = message();
                if (message.get(1) == CALL) {
                    taken.add(new String(message.array(), StandardCharsets.UTF_8));
                    write(answer(message.getInt(8), sender(message)));
                }
            }
        } catch (IOException over) {
            // the test has ended
        }
    }

    /// The number of the notice, to whoever asked.
    private static byte[] answer(int serial, String to) {
        ByteBuffer answer = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        answer.put((byte) 'l')
                .put((byte) 2)
                .put((byte) 1)
                .put((byte) 1)
                .putInt(4)
                .putInt(3)
                .putInt(0);
        answer.put((byte) 5).put((byte) 1).put((byte) 'u').put((byte) 0).putInt(serial);
        answer.put((byte) 6).put((byte) 1).put((byte) 's').put((byte) 0);
        answer.putInt(to.length())
                .put(to.getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .position((answer.position() + 7) / 8 * 8);
        answer.put((byte) 8).put((byte) 1).put((byte) 'g').put((byte) 0);
        answer.put((byte) 1).put((byte) 'u').put((byte) 0);
        answer.putInt(12, answer.position() - HEADER).position((answer.position() + 7) / 8 * 8);
        answer.putInt(42);
        byte[] bytes = new byte[answer.position()];
        answer.get(0, bytes);
        return bytes;
    }

    /// Of the header's fields, the one that the bus itself has put in.
    private static String sender(ByteBuffer message) throws IOException {
        int end = HEADER + message.getInt(12);
        int at = HEADER;
        while (at < end) {
            at = (at + 7) / 8 * 8;
            byte code = message.get(at);
            char type = (char) message.get(at + 2);
            at += 4;
            int length = type == 'g' ? message.get(at) : type == 'u' ? 0 : message.getInt(at);
            int start = at + (type == 'g' ? 1 : 4);
            if (code == SENDER) {
                return new String(message.array(), start, length, StandardCharsets.US_ASCII);
            }
            at = type == 'u' ? start : start + length + 1;
        }
        throw new IOException("a call from nobody");
    }

    private ByteBuffer message() throws IOException {
        ByteBuffer header = read(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        int rest = (header.getInt(12) + 7) / 8 * 8 + header.getInt(4);
        return ByteBuffer.allocate(HEADER + rest)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header.array())
                .put(read(rest).array())
                .rewind();
    }

    private void line() throws IOException {
        byte last = 0;
        while (last != '\n') {
            last = read(1).get(0);
        }
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    private ByteBuffer read(int count) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(count);
        while (read.hasRemaining()) {
            if (channel.read(read) < 0) {
                throw new EOFException();
            }
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package org.lifeboat.ui.notices;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The message bus of a desktop session: a socket in the user's own folder, on this computer. Blocks; an interrupt
/// ends it. Source: D-Bus Specification (freedesktop.org).
final class SessionBus implements AutoCloseable {
    private static final byte ANSWER = 2;
    private static final byte ERROR = 3;
    private static final int HEADER = 16;
    private static final int LONGEST_LINE = 512;

    /// Source: "Maximum Message Length".
    private static final int LONGEST_MESSAGE = 1 << 27;

    private final SocketChannel channel;
    private int serial;

    private SessionBus(SocketChannel channel) {
        this.channel = channel;
    }

    /// Where the bus of this session listens; empty where there is none that can be reached.
    /// @param environment the variables of the process
    static Optional<Path> address(Map<String, String> environment) {
        for (String each :
                environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").split(";")) {
            for (String part : each.replaceFirst("^unix:", "").split(",")) {
                if (each.startsWith("unix:") && part.startsWith("path=") && !part.contains("%")) {
                    return Optional.of(Path.of(part.substring("path=".length())));
                }
            }
        }
        return Optional.empty();
    }

    /// Connects, and proves to be the user by the socket itself ("Authentication Protocol", EXTERNAL).
    static SessionBus connect(Path address) throws IOException {
        SessionBus bus = new SessionBus(SocketChannel.open(UnixDomainSocketAddress.of(address)));
        try {
            bus.say("\0AUTH EXTERNAL\r\n");
            bus.hear("DATA");
            bus.say("DATA\r\n");
            bus.hear("OK ");
            bus.say("BEGIN\r\n");
            bus.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "Hello", "", new byte[0]);
            return bus;
        } catch (IOException | RuntimeException refused) {
            bus.close();
            throw refused;
        }
    }

    /// Calls `member` and waits for the answer.
    /// @throws IOException also where the answer is that it cannot be done
    void call(String name, String path, String member, String signature, byte[] body) throws IOException {
        serial++;
        write(BusMessage.call(serial, name, path, member, signature, body));
        byte kind = kind();
        while (kind != ANSWER && kind != ERROR) {
            kind = kind(); // signals that nobody asked for
        }
        if (kind == ERROR) {
            throw new IOException("the desktop declined");
        }
    }

    /// Reads one message; of what is in it nothing is wanted.
    private byte kind() throws IOException {
        ByteBuffer header = read(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        if (header.get(0) != 'l') {
            header.order(ByteOrder.BIG_ENDIAN);
        }
        long fields = (Integer.toUnsignedLong(header.getInt(12)) + 7) / 8 * 8;
        long rest = fields + Integer.toUnsignedLong(header.getInt(4));
        if (rest > LONGEST_MESSAGE) {
            throw new IOException("no message of a bus");
        }
        read((int) rest);
        return header.get(1);
    }

    private void say(String line) throws IOException {
        write(line.getBytes(StandardCharsets.US_ASCII));
    }

    private void hear(String beginning) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE && !line.toString().endsWith("\r\n")) {
            line.append((char) read(1).get(0));
        }
        if (!line.toString().startsWith(beginning)) {
            throw new IOException("the bus does not let this program in");
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

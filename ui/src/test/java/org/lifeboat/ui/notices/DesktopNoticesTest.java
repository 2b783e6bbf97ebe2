package org.lifeboat.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a bus of the test's own, which says what a bus says and keeps what it hears.
class DesktopNoticesTest {
    /// An answer without fields and without a body: little endian, method return, version 1.
    private static final byte[] ANSWER = {'l', 2, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};

    private static final byte[] SIGNAL = {'l', 4, 1, 1, 2, 0, 0, 0, 7, 0, 0, 0, 3, 0, 0, 0, 9, 9, 9, 0, 0, 0, 0, 0, 8, 8
    };
    private static final byte[] REFUSAL = {'l', 3, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};

    @TempDir
    Path folder;

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void notice_isHandedToTheDesktop_withoutAnyMarkUp() throws IOException, InterruptedException {
        try (ServerSocketChannel _ = bus(ANSWER)) {
            assertThat(notices().show("It went into a block", "Send to <b>Ann & Bob: 0.25 ETH"))
                    .isTrue();
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        }
        String all = heard.toString(StandardCharsets.UTF_8);

        assertThat(all).startsWith("\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\nl");
        assertThat(all).contains("Hello", "org.freedesktop.Notifications", "Notify", "susssasa{sv}i");
        assertThat(all).contains("It went into a block", "Send to &lt;b&gt;Ann &amp; Bob: 0.25 ETH");
    }

    @Test
    void desktopThatDeclines_isNoDesktop() throws IOException {
        try (ServerSocketChannel _ = bus(REFUSAL)) {
            assertThat(notices().show("title", "sentence")).isFalse();
        }
    }

    @Test
    void bus_isFoundByItsAddress_andMissedWhereThereIsNone() {
        assertThat(SessionBus.address(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus,guid=5f")))
                .contains(Path.of("/run/user/1000/bus"));
        assertThat(SessionBus.address(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=/x;unix:path=/y")))
                .contains(Path.of("/y"));
        assertThat(SessionBus.address(Map.of())).isEmpty();
        assertThat(DesktopNotices.of(Map.of()).show("title", "sentence")).isFalse();
        assertThat(notices().show("title", "nobody listens")).isFalse();
    }

    private DesktopNotices notices() {
        return DesktopNotices.of(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("bus")));
    }

    /// @param last what is said to the notice
    private ServerSocketChannel bus(byte[] last) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve("bus")));
        Thread.ofVirtual().start(() -> {
            try (SocketChannel peer = server.accept()) {
                hear(peer, "EXTERNAL\r\n");
                say(peer, "DATA\r\n".getBytes(StandardCharsets.US_ASCII));
                hear(peer, "DATA\r\n");
                say(peer, "OK 0123\r\n".getBytes(StandardCharsets.US_ASCII));
                hear(peer, "Hello");
                say(peer, ANSWER);
                say(peer, SIGNAL);
                hear(peer, "Notify");
                say(peer, last);
                while (peer.read(ByteBuffer.allocate(1)) >= 0) {
                    // what is left of the message
                }
            } catch (IOException over) {
                // the test has ended
            }
            ended.countDown();
        });
        return server;
    }

    private void hear(SocketChannel peer, String until) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        while (!heard.toString(StandardCharsets.UTF_8).contains(until) && peer.read(bytes.clear()) >= 0) {
            heard.write(bytes.array(), 0, bytes.position());
        }
    }

    private static void say(SocketChannel peer, byte[] bytes) throws IOException {
        peer.write(ByteBuffer.wrap(bytes));
    }
}

package org.lifeboat.app.window;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Sees every byte that this process writes into a socket, whichever library does it: the flight recorder of
/// the JDK itself writes them down.
final class SocketSpy implements AutoCloseable {
    private final Recording recording = new Recording();
    private final Path folder;
    private int dumps;

    /// @param folder for what was recorded
    SocketSpy(Path folder) {
        this.folder = folder;
        recording.enable("jdk.SocketWrite").withThreshold(Duration.ZERO).withoutStackTrace();
        recording.start();
    }

    /// The ports that something was written to since the spy began, in order.
    List<Integer> writtenTo() throws IOException {
        return written().stream().map(event -> event.getInt("port")).toList();
    }

    /// As [#writtenTo], once there is something: what was written may have arrived before it is noted here.
    /// @return empty where nothing was noted for ten seconds
    List<Integer> writtenToAtLast() throws IOException, InterruptedException {
        List<Integer> ports = writtenTo();
        for (int look = 0; look < 50 && ports.isEmpty(); look++) {
            Thread.sleep(200);
            ports = writtenTo();
        }
        return ports;
    }

    /// The machines that something was written to since the spy began.
    List<InetAddress> hosts() throws IOException {
        List<InetAddress> hosts = new ArrayList<>();
        for (RecordedEvent event : written()) {
            hosts.add(InetAddress.getByName(event.getString("address")));
        }
        return hosts;
    }

    private List<RecordedEvent> written() throws IOException {
        Path file = folder.resolve("sockets-" + dumps++ + ".jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file);
    }

    @Override
    public void close() {
        recording.close();
    }
}

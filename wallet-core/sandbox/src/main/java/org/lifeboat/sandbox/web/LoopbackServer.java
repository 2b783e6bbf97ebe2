package org.lifeboat.sandbox.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// The JDK's web server on 127.0.0.1, and on no other address.
public final class LoopbackServer {
    private static final int WAITING_CONNECTIONS = 128;

    /// The JDK sends head and body of an answer in two packets. By Nagle's rule (RFC 896) the second one waits
    /// until the first is acknowledged, and who asked puts that off (RFC 1122, section 4.2.3.2): on Linux 40 ms an
    /// answer in which no processor does anything. Source: the notes of the module jdk.httpserver.
    private static final String WITHOUT_NAGLE = "sun.net.httpserver.nodelay";

    static {
        System.setProperty(WITHOUT_NAGLE, "true"); // read once, by the first server of this process
    }

    private LoopbackServer() {}

    /// @param port 0: any that is free
    /// @throws IOException if the port is taken
    public static HttpServer bind(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        return HttpServer.create(new InetSocketAddress(loopback, port), WAITING_CONNECTIONS);
    }
}

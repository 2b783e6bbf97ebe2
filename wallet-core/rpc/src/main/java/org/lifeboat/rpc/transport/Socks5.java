package org.lifeboat.rpc.transport;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The client's side of SOCKS 5 (RFC 1928) without authentication. Asks by name, so that the name is looked up by
/// the proxy: this is what makes Tor and `.onion` names work, and keeps the local resolver out of it.
final class Socks5 {
    private static final int VERSION = 5;
    private static final int NO_AUTHENTICATION = 0;
    private static final int CONNECT = 1;
    private static final int BY_IPV4 = 1;
    private static final int BY_NAME = 3;
    private static final int BY_IPV6 = 4;

    private Socks5() {}

    /// @throws ConnectException with a sentence, if the proxy will not
    static void connect(InputStream in, OutputStream out, String host, int port) throws IOException {
        byte[] destination = destination(host);
        DataInputStream answers = new DataInputStream(in);
        out.write(new byte[] {VERSION, 1, NO_AUTHENTICATION});
        out.flush();
        if (answers.readUnsignedByte() != VERSION) {
            throw new ConnectException("the proxy does not speak SOCKS 5");
        }
        if (answers.readUnsignedByte() != NO_AUTHENTICATION) {
            throw new ConnectException("the proxy wants a password");
        }
        out.write(new byte[] {VERSION, CONNECT, 0});
        out.write(destination);
        out.write(new byte[] {(byte) (port >> 8), (byte) port});
        out.flush();
        readReply(answers);
    }

    /// The kind of address and the address (RFC 1928, section 5). What stands in brackets is a number (RFC 3986,
    /// section
    /// 3.2.2), which no proxy could look up as a name.
    private static byte[] destination(String host) throws ConnectException {
        if (host.startsWith("[")) {
            byte[] number = InetAddress.ofLiteral(bare(host)).getAddress();
            return prefixed(number, (byte) (number.length == 4 ? BY_IPV4 : BY_IPV6));
        }
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        if (name.length > 255) {
            throw new ConnectException("the host name is too long for the proxy");
        }
        return prefixed(name, (byte) BY_NAME, (byte) name.length);
    }

    private static byte[] prefixed(byte[] address, byte... prefix) {
        byte[] whole = Arrays.copyOf(prefix, prefix.length + address.length);
        System.arraycopy(address, 0, whole, prefix.length, address.length);
        return whole;
    }

    /// A host without the brackets that a URL puts around an IPv6 number.
    static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static void readReply(DataInputStream answers) throws IOException {
        int version = answers.readUnsignedByte();
        int reply = answers.readUnsignedByte();
        if (version != VERSION || reply != 0) {
            throw new ConnectException("the proxy could not connect (SOCKS reply " + reply + ")");
        }
        answers.readUnsignedByte();
        int addressBytes = switch (answers.readUnsignedByte()) {
            case BY_IPV4 -> 4;
            case BY_IPV6 -> 16;
            case BY_NAME -> answers.readUnsignedByte();
            default -> throw new ConnectException("the proxy broke the rules of SOCKS 5");
        };
        answers.readFully(new byte[addressBytes + 2]);
    }
}

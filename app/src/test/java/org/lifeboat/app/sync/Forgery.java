package org.lifeboat.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Keccak256;

/// Changes a file of evidence and makes its digest anew, as somebody would who knows the format.
final class Forgery {
    private Forgery() {}

    /// One hex digit of the first member `name`, at `offset` from the start of its value.
    static String in(String text, String name, int offset) {
        int at = text.indexOf("\"" + name + "\" : \"0x") + name.length() + 6 + offset;
        return sealed(flipped(text, at));
    }

    /// One digit in the middle of the last message's bytes.
    static String lastMessage(String text) {
        int start = text.lastIndexOf("\"ssz\" : \"0x");
        return sealed(flipped(text, start + 700));
    }

    static String replaced(String text, String old, String other) {
        assertThat(text).contains(old);
        return sealed(text.replace(old, other));
    }

    private static String flipped(String text, int at) {
        char other = text.charAt(at) == '0' ? '1' : '0';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static String sealed(String text) {
        int digest = text.lastIndexOf(",\n  \"digest\"");
        String without = text.substring(0, digest) + "\n}\n";
        String made = Keccak256.hash(Bytes.of(without.getBytes(StandardCharsets.UTF_8)))
                .toHex();
        return text.substring(0, digest) + ",\n  \"digest\" : \"" + made + "\"\n}\n";
    }
}

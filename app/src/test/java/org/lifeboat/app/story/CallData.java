package org.lifeboat.app.story;

import java.nio.charset.StandardCharsets;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Keccak256;

/// Call data by hand, so that a test does not rest on the encoder it tests.
final class CallData {
    private CallData() {}

    static String selector(String signature) {
        return Hex.encode(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)))
                .substring(0, 10);
    }

    static String words(Object... arguments) {
        StringBuilder words = new StringBuilder();
        for (Object argument : arguments) {
            Hash32 word = argument instanceof Address address
                    ? address.toWord()
                    : Hash32.ofNumber(((Number) argument).longValue());
            words.append(word.toHex().substring(2));
        }
        return words.toString();
    }
}

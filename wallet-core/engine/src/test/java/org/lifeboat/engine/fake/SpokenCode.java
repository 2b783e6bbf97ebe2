package org.lifeboat.engine.fake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// A stand-in for a contract: code that answers each function by its selector with fixed words, whatever the arguments
/// are, and refuses what it was not told. True to the ABI and to nothing else.
public final class SpokenCode {
    /// Source: yellow paper, appendix H, and EIP-3855 for the push of zero.
    private static final String BEGIN = "5f3560e01c"; // PUSH0 CALLDATALOAD PUSH1 224 SHR

    private static final String REFUSE = "5f5ffd"; // PUSH0 PUSH0 REVERT

    /// Bytes of one comparison: DUP1 PUSH4 selector EQ PUSH2 place JUMPI.
    private static final int BRANCH = 11;

    private final Map<String, Hash32[]> answers = new LinkedHashMap<>();

    public SpokenCode says(String signature, Hash32... words) {
        answers.put(
                Keccak256.hash(signature.getBytes(StandardCharsets.US_ASCII))
                        .toHex()
                        .substring(2, 10),
                words);
        return this;
    }

    public Bytes code() {
        StringBuilder head = new StringBuilder(BEGIN);
        StringBuilder bodies = new StringBuilder();
        int first = BEGIN.length() / 2 + BRANCH * answers.size() + REFUSE.length() / 2;
        for (Map.Entry<String, Hash32[]> answer : answers.entrySet()) {
            int place = first + bodies.length() / 2;
            head.append("8063").append(answer.getKey()).append("1461%04x57".formatted(place));
            bodies.append("5b"); // JUMPDEST
            Hash32[] words = answer.getValue();
            for (int i = 0; i < words.length; i++) {
                bodies.append("7f").append(words[i].toHex().substring(2)).append("61%04x52".formatted(32 * i));
            }
            bodies.append("61%04x5ff3".formatted(32 * words.length)); // PUSH2 size PUSH0 RETURN
        }
        return Bytes.fromHex("0x" + head + REFUSE + bodies);
    }
}

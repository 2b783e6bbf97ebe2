package org.lifeboat.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/// Unicode form NFKD without ever making a `String` of the whole text: the JDK's normaliser returns strings,
/// so it is given one base character with its marks at a time.
final class Nfkd {
    /// Half-width Katakana sound marks: letters by category, yet they decompose into combining marks (UAX #15).
    private static final int HALF_WIDTH_VOICED = 0xFF9E;

    private static final int HALF_WIDTH_SEMI_VOICED = 0xFF9F;

    private Nfkd() {}

    /// @return a fresh array, UTF-8
    static byte[] normalize(byte[] utf8) throws CharacterCodingException {
        if (isAscii(utf8)) {
            return utf8.clone();
        }
        CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        char[] text = decoded.array();
        // One code unit grows to at most 18 (U+FDFA, NFKD), three bytes of UTF-8 each.
        byte[] space = new byte[decoded.limit() * 18 * 3];
        try {
            ByteBuffer out = ByteBuffer.wrap(space);
            for (int start = 0; start < decoded.limit(); ) {
                int end = clusterEnd(text, start, decoded.limit());
                String cluster = Normalizer.normalize(CharBuffer.wrap(text, start, end - start), Normalizer.Form.NFKD);
                out.put(cluster.getBytes(StandardCharsets.UTF_8));
                start = end;
            }
            return Arrays.copyOf(space, out.position());
        } finally {
            Arrays.fill(text, '\0');
            Arrays.fill(space, (byte) 0);
        }
    }

    private static boolean isAscii(byte[] utf8) {
        for (byte b : utf8) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static int clusterEnd(char[] text, int start, int limit) {
        int at = start + Character.charCount(Character.codePointAt(text, start, limit));
        while (at < limit) {
            int next = Character.codePointAt(text, at, limit);
            if (!joins(next)) {
                break;
            }
            at += Character.charCount(next);
        }
        return at;
    }

    private static boolean joins(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> codePoint == HALF_WIDTH_VOICED || codePoint == HALF_WIDTH_SEMI_VOICED;
        };
    }
}

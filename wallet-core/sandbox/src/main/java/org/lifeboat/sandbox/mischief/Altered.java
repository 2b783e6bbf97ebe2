package org.lifeboat.sandbox.mischief;

import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/// A value that is not the true one, and looks as if it could be.
final class Altered {
    /// Of a text that is a number or bytes.
    private static final String PREFIX = "0x";

    private static final String DIGITS = "0123456789abcdef";

    private Altered() {}

    /// @param value a text, a number, a truth value or null
    /// @return another one of its kind; null and texts that are not hexadecimal stay as they are
    static JsonNode of(JsonNode value, RandomGenerator random) {
        if (value.isBoolean()) {
            return BooleanNode.valueOf(!value.booleanValue());
        }
        boolean digits = value.isString() && value.stringValue().matches("0x[0-9a-fA-F]+");
        return digits ? StringNode.valueOf(another(value.stringValue(), random)) : value;
    }

    /// One digit is another one; no zero comes to stand in front.
    private static String another(String hex, RandomGenerator random) {
        int at = PREFIX.length() + random.nextInt(hex.length() - PREFIX.length());
        char old = Character.toLowerCase(hex.charAt(at));
        int least = at == PREFIX.length() ? 1 : 0;
        char other = old;
        while (other == old) {
            other = DIGITS.charAt(random.nextInt(least, DIGITS.length()));
        }
        return hex.substring(0, at) + other + hex.substring(at + 1);
    }
}

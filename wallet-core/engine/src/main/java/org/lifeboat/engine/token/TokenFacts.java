package org.lifeboat.engine.token;

/// What a token contract says of itself, as read from it: its maker's words, which anybody can choose.
/// @param decimals 0 to 255
public record TokenFacts(String name, String symbol, int decimals) {
    public static final int NAME_LIMIT = 100;
    public static final int SYMBOL_LIMIT = 30;

    public TokenFacts {
        if (decimals < 0 || decimals > 255) {
            throw new IllegalArgumentException("decimals out of range: " + decimals);
        }
        if (name.length() > NAME_LIMIT || symbol.length() > SYMBOL_LIMIT || symbol.isBlank()) {
            throw new IllegalArgumentException(
                    "a token's symbol has 1 to " + SYMBOL_LIMIT + " characters and its name at most " + NAME_LIMIT);
        }
    }
}

package org.lifeboat.ui.secrets;

import java.util.Locale;

/// A guess at how long a password would stand up to somebody who has the vault file. A guess: it knows no
/// dictionary, so it says weak where it is sure and good only with reserve.
public enum Strength {
    NONE,
    TOO_SHORT,
    WEAK,
    FAIR,
    GOOD;

    /// Fewer letters than this are refused.
    public static final int SHORTEST = 8;

    private static final double FAIR_BITS = 45;
    private static final double GOOD_BITS = 65;
    private static final String[] RUNS = {
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"
    };
    private static final String[] WORN = {
        "password", "passwort", "qwerty", "letmein", "bitcoin", "ethereum", "wallet", "lifeboat"
    };

    static Strength of(String password) {
        if (password.isEmpty()) {
            return NONE;
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return TOO_SHORT;
        }
        double bits = counted(password) * bitsEach(password);
        return bits < FAIR_BITS ? WEAK : bits < GOOD_BITS ? FAIR : GOOD;
    }

    /// How many characters carry anything: a repeated one, one of a run and those of a worn word count little.
    private static double counted(String password) {
        String small = password.toLowerCase(Locale.ROOT);
        double counted = 1;
        for (int i = 1; i < small.length(); i++) {
            boolean predictable = small.charAt(i) == small.charAt(i - 1) || inRun(small.charAt(i - 1), small.charAt(i));
            counted += predictable ? 0.2 : 1;
        }
        for (String worn : WORN) {
            if (small.contains(worn)) {
                counted -= worn.length() - 1.5;
            }
        }
        return Math.max(1, counted);
    }

    private static boolean inRun(char before, char after) {
        for (String run : RUNS) {
            int at = run.indexOf(before);
            if (at >= 0 && at + 1 < run.length() && run.charAt(at + 1) == after) {
                return true;
            }
        }
        return false;
    }

    private static double bitsEach(String password) {
        int kinds = 0;
        kinds += password.chars().anyMatch(Character::isLowerCase) ? 26 : 0;
        kinds += password.chars().anyMatch(Character::isUpperCase) ? 26 : 0;
        kinds += password.chars().anyMatch(Character::isDigit) ? 10 : 0;
        kinds += password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 20 : 0;
        kinds += password.chars().anyMatch(c -> c > 0x7f) ? 60 : 0;
        return Math.log(Math.max(10, kinds)) / Math.log(2);
    }
}

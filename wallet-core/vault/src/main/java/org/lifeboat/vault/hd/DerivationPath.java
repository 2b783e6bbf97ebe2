package org.lifeboat.vault.hd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The way from a seed to a key, as `m/44'/60'/0'/0/0`. A hardened step is written with `'` (read also: `h`,
/// `H`). Spec: BIP-32 "Extended keys", BIP-44 "Path levels".
public record DerivationPath(List<Step> steps) {
    /// BIP-32 counts depth in one byte.
    public static final int MOST_STEPS = 255;

    /// One level.
    /// @param index 0 to 2^31-1
    public record Step(int index, boolean hardened) {
        public Step {
            if (index < 0) {
                throw new IllegalArgumentException("index out of range");
            }
        }

        /// BIP-32: hardened indices have the highest bit set.
        int serialized() {
            return hardened ? index | 0x8000_0000 : index;
        }

        @Override
        public String toString() {
            return hardened ? index + "'" : Integer.toString(index);
        }
    }

    public DerivationPath {
        steps = List.copyOf(steps);
        if (steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("path too deep");
        }
    }

    /// @return empty if `text` is no path
    public static Optional<DerivationPath> parse(String text) {
        if (!text.equals("m") && !text.matches("m(/[0-9]{1,10}['hH]?){1,255}")) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        for (String part : text.equals("m") ? new String[0] : text.substring(2).split("/", -1)) {
            boolean hardened = !Character.isDigit(part.charAt(part.length() - 1));
            long index = Long.parseLong(hardened ? part.substring(0, part.length() - 1) : part);
            if (index > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            steps.add(new Step((int) index, hardened));
        }
        return Optional.of(new DerivationPath(steps));
    }

    @Override
    public String toString() {
        return steps.stream().map(step -> "/" + step).collect(Collectors.joining("", "m", ""));
    }
}

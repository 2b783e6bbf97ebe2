package org.lifeboat.evm.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How people call the instructions: `ADD`, `PUSH1`, `DUP16`. Source: Yellow Paper, appendix H, and the EIPs of
/// later ones.
public final class InstructionNames {
    private static final Map<Integer, String> NAMES = read();

    private InstructionNames() {}

    /// @return empty for a number that no fork defines
    public static Optional<String> of(int instruction) {
        return Optional.ofNullable(NAMES.get(instruction));
    }

    private static Map<Integer, String> read() {
        Map<Integer, String> names = new HashMap<>();
        names.put(0xfe, "INVALID"); // EIP-141: undefined for good.
        InstructionTable.TEXT.lines().skip(1).forEach(line -> {
            String[] cells = line.trim().split(" +");
            int number = Integer.parseInt(cells[0], 16);
            int dots = cells[1].indexOf("..");
            if (dots < 0) {
                names.put(number, cells[1]);
                return;
            }
            int digits = dots;
            while (Character.isDigit(cells[1].charAt(digits - 1))) {
                digits--;
            }
            int first = Integer.parseInt(cells[1].substring(digits, dots));
            int last = Integer.parseInt(cells[1].substring(dots + 2));
            for (int i = first; i <= last; i++) {
                names.put(number + i - first, cells[1].substring(0, digits) + i);
            }
        });
        return Map.copyOf(names);
    }
}

package org.lifeboat.evm.rules;

import java.util.HashMap;
import java.util.Map;

/// One fork's column of [LimitTable], by row name.
final class Column {
    private final Map<String, Long> values = new HashMap<>();

    Column(Fork fork) {
        LimitTable.TEXT.lines().skip(1).filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] cells = line.trim().split(" +");
            String cell = cells[fork.column() + 1];
            values.put(cells[0], cell.equals("max") ? Long.MAX_VALUE : Long.parseLong(cell));
        });
    }

    long number(String row) {
        Long value = values.get(row);
        if (value == null) {
            throw new IllegalStateException("no such row: " + row);
        }
        return value;
    }

    boolean flag(String row) {
        return number(row) == 1;
    }
}

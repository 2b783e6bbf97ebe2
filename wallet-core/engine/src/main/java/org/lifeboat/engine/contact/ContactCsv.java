package org.lifeboat.engine.contact;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lifeboat.engine.csv.CsvReader;
import org.lifeboat.engine.csv.CsvWriter;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// The address book as a file: `name,address,chains,note,first_used`. Chains are chain ids with blanks between,
/// empty for any; the time is ISO 8601 in UTC, empty for never.
public final class ContactCsv {
    private static final List<String> HEADER = List.of("name", "address", "chains", "note", "first_used");

    /// Years have four digits in RFC 3339, and later ones do not fit into every record of a time.
    private static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");

    private ContactCsv() {}

    public sealed interface Outcome {
        record Read(List<Contact> contacts) implements Outcome {
            public Read {
                contacts = List.copyOf(contacts);
            }
        }

        /// Every line that is wrong. Nothing of the file is to be used.
        record Refused(List<Flaw> flaws) implements Outcome {
            public Refused {
                flaws = List.copyOf(flaws);
            }
        }
    }

    /// @param line in the file, from 1
    /// @param reason in English, for logs; names the cell
    public record Flaw(int line, What what, String reason) {}

    /// What is wrong with a line.
    public enum What {
        NOT_WELL_FORMED,
        FIRST_LINE,
        CELLS,
        ADDRESS,
        ADDRESS_TWICE,
        CHAINS,
        TIME,
        /// Name or note: empty, too long, or with hidden characters.
        TEXT
    }

    public static String write(List<Contact> contacts) {
        CsvWriter csv = new CsvWriter().row(HEADER);
        for (Contact contact : contacts) {
            csv.row(
                    contact.name(),
                    contact.address().toChecksum(),
                    contact.chains().stream().sorted().map(ChainId::toString).collect(Collectors.joining(" ")),
                    contact.note(),
                    contact.firstUsed().map(Instant::toString).orElse(""));
        }
        return csv.toString();
    }

    /// Pure. An address must carry its checksum or be of one case; it may stand in the file once.
    public static Outcome read(String text) {
        return switch (CsvReader.read(text)) {
            case CsvReader.Outcome.Malformed(int line, CsvReader.Flaw flaw) ->
                new Outcome.Refused(List.of(new Flaw(line, What.NOT_WELL_FORMED, "not well-formed: " + flaw)));
            case CsvReader.Outcome.Rows(List<CsvReader.Row> rows) -> contacts(rows);
        };
    }

    private static Outcome contacts(List<CsvReader.Row> rows) {
        if (rows.isEmpty() || !rows.getFirst().cells().equals(HEADER)) {
            return new Outcome.Refused(
                    List.of(new Flaw(1, What.FIRST_LINE, "the first line must be " + String.join(",", HEADER))));
        }
        List<Flaw> flaws = new ArrayList<>();
        List<Contact> contacts = new ArrayList<>();
        Map<Address, Integer> seen = new HashMap<>();
        for (CsvReader.Row row : rows.subList(1, rows.size())) {
            try {
                Contact contact = contact(row.cells());
                Optional<Integer> before = Optional.ofNullable(seen.putIfAbsent(contact.address(), row.line()));
                before.ifPresent(line -> flaws.add(
                        new Flaw(row.line(), What.ADDRESS_TWICE, "the address stands in line " + line + " already")));
                contacts.add(contact);
            } catch (IllegalArgumentException e) {
                flaws.add(new Flaw(row.line(), wrong(row.cells()), String.valueOf(e.getMessage())));
            }
        }
        return flaws.isEmpty() ? new Outcome.Read(contacts) : new Outcome.Refused(flaws);
    }

    /// Which cell of a line that makes no contact.
    private static What wrong(List<String> cells) {
        if (cells.size() != HEADER.size()) {
            return What.CELLS;
        }
        if (fails(() -> Address.fromUser(cells.get(1).strip()))) {
            return What.ADDRESS;
        }
        if (fails(() -> chains(cells.get(2)))) {
            return What.CHAINS;
        }
        return fails(() -> time(cells.get(4))) ? What.TIME : What.TEXT;
    }

    private static boolean fails(Supplier<?> reading) {
        try {
            var _ = reading.get();
            return false;
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    private static Contact contact(List<String> cells) {
        if (cells.size() != HEADER.size()) {
            throw new IllegalArgumentException("a line has " + HEADER.size() + " cells, this one has " + cells.size());
        }
        return new Contact(
                cells.get(0),
                Address.fromUser(cells.get(1).strip()),
                chains(cells.get(2)),
                cells.get(3),
                time(cells.get(4)));
    }

    private static Set<ChainId> chains(String cell) {
        Set<ChainId> chains = new HashSet<>();
        if (cell.isBlank()) {
            return chains;
        }
        for (String part : cell.strip().split(" +")) {
            if (!part.matches("[0-9]{1,18}")) {
                throw new IllegalArgumentException("chains are chain ids with blanks between, not " + part);
            }
            chains.add(new ChainId(Long.parseLong(part)));
        }
        return chains;
    }

    private static Optional<Instant> time(String cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        try {
            Instant time = Instant.parse(cell.strip());
            if (time.isBefore(Instant.EPOCH) || !time.isBefore(END_OF_TIME)) {
                throw new DateTimeException("not of this age");
            }
            return Optional.of(time);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time is written like 2026-11-21T12:00:00Z", e);
        }
    }
}

package org.lifeboat.engine.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.ForeignText;

/// Somebody the user sends to.
/// @param chains where the address is theirs; empty: anywhere. A contract's address is often theirs on one
/// chain only
/// @param note may be empty
/// @param firstUsed when the user first sent to it from here; empty: never
public record Contact(String name, Address address, Set<ChainId> chains, String note, Optional<Instant> firstUsed) {
    public static final int NAME_LIMIT = 100;
    public static final int NOTE_LIMIT = 1_000;

    public Contact {
        if (name.isBlank() || name.length() > NAME_LIMIT) {
            throw new IllegalArgumentException("a contact's name has 1 to " + NAME_LIMIT + " characters");
        }
        if (note.length() > NOTE_LIMIT) {
            throw new IllegalArgumentException("a note has at most " + NOTE_LIMIT + " characters");
        }
        if (!name.codePoints().allMatch(Contact::mayStandInAName)) {
            throw new IllegalArgumentException("a contact's name has no hidden or control characters");
        }
        // A carriage return alone would let the rest of a note cover its beginning on a terminal.
        if (!note.replace("\r\n", "\n").codePoints().allMatch(Contact::mayStandInANote)) {
            throw new IllegalArgumentException("a note has no hidden or control characters");
        }
        chains = Set.copyOf(chains);
    }

    /// Persian and the languages of India are not written without the two joiners, nor are many emoji.
    private static boolean mayStandInAName(int codePoint) {
        return ForeignText.isPlain(codePoint) || codePoint == 0x200c || codePoint == 0x200d;
    }

    private static boolean mayStandInANote(int codePoint) {
        return codePoint == '\n' || codePoint == '\t' || mayStandInAName(codePoint);
    }

    /// Whether the address is theirs on `chain`, as far as the user has said.
    public boolean holdsOn(ChainId chain) {
        return chains.isEmpty() || chains.contains(chain);
    }

    public Contact usedAt(Instant when) {
        return firstUsed.isPresent() ? this : new Contact(name, address, chains, note, Optional.of(when));
    }
}

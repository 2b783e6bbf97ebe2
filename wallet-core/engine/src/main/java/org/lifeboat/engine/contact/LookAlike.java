package org.lifeboat.engine.contact;

import java.util.Collection;
import java.util.List;
import org.lifeboat.primitives.Address;

/// An address that can be taken for a known one, because people compare the ends only. Whoever wants to be paid
/// by mistake makes such an address and puts it into somebody's history ("address poisoning").
///
/// @param known the address it looks like
/// @param sameAtStart how many hexadecimal digits are the same at the start
/// @param sameAtEnd how many at the end
public record LookAlike(Address known, int sameAtStart, int sameAtEnd) {
    private static final int DIGITS = 2 * Address.SIZE;
    /// The digits that short forms of addresses commonly show at each end.
    private static final int SHOWN = 4;
    /// So many the same at one end alone take work to make: with chance alone, one address in 16 million.
    private static final int LABOURED = 6;
    /// So few digits different are a slip or a trick, wherever they are.
    private static final int SLIPS = 3;

    /// The known addresses that `address` is not and looks like, the most alike first. Pure. An address that is
    /// known itself can still look like another.
    public static List<LookAlike> of(Address address, Collection<Address> known) {
        return known.stream()
                .distinct()
                .filter(other -> !other.equals(address))
                .filter(other ->
                        alike(address.toHex().substring(2), other.toHex().substring(2)))
                .map(other -> compare(address, other))
                .sorted((one, two) ->
                        Integer.compare(two.sameAtStart() + two.sameAtEnd(), one.sameAtStart() + one.sameAtEnd()))
                .toList();
    }

    private static boolean alike(String one, String other) {
        int start = sameAtStart(one, other);
        int end = sameAtEnd(one, other);
        return (start >= SHOWN && end >= SHOWN)
                || start >= LABOURED
                || end >= LABOURED
                || differing(one, other) <= SLIPS;
    }

    private static LookAlike compare(Address address, Address other) {
        String one = address.toHex().substring(2);
        String two = other.toHex().substring(2);
        return new LookAlike(other, sameAtStart(one, two), sameAtEnd(one, two));
    }

    private static int sameAtStart(String one, String other) {
        int same = 0;
        while (same < DIGITS && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static int sameAtEnd(String one, String other) {
        int same = 0;
        while (same < DIGITS && one.charAt(DIGITS - 1 - same) == other.charAt(DIGITS - 1 - same)) {
            same++;
        }
        return same;
    }

    private static int differing(String one, String other) {
        int differing = 0;
        for (int i = 0; i < DIGITS; i++) {
            differing += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differing;
    }
}

package org.lifeboat.engine.balances;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.TokenAmount;

/// The sum of one asset over accounts and networks.
/// @param sum of all known figures; see `atLeast`
/// @param parts the sum by how far its parts were checked, weakest first
/// @param atLeast a figure is missing, or the sum is too large to be held: the true sum may be more
/// @param missing the positions without a figure
public record Total(
        AssetGroup group,
        String symbol,
        TokenAmount sum,
        SortedMap<Assurance, TokenAmount> parts,
        boolean atLeast,
        List<Position> missing) {
    public Total {
        parts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        missing = List.copyOf(missing);
    }
}

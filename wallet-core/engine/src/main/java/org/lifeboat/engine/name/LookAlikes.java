package org.lifeboat.engine.name;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Whether the whole of a label could be read as one in another script (ENSIP-15, "Wholes"). Groups are
/// numbered as in the table.
final class LookAlikes {
    private final List<NameTable.Group> groups;

    /// For each confusing character the groups that have another one which looks like it.
    private final Map<Integer, BitSet> others = new HashMap<>();

    /// Characters of one group only, which nothing looks like.
    private final BitSet unique = new BitSet();

    LookAlikes(NameTable table) {
        this.groups = table.groups();
        table.alike().forEach(this::add);
        BitSet several = new BitSet();
        for (NameTable.Group group : groups) {
            BitSet characters = new BitSet();
            characters.or(group.primary());
            characters.or(group.secondary());
            BitSet again = (BitSet) characters.clone();
            again.and(unique);
            several.or(again);
            unique.or(characters);
        }
        unique.andNot(several);
        others.keySet().forEach(unique::clear);
    }

    /// Characters which share a group, at first hand or through others, are one extent; what lies outside it
    /// looks like them and is something else.
    private void add(NameTable.Alike alike) {
        BitSet together = (BitSet) alike.valid().clone();
        together.or(alike.confused());
        List<Extent> extents = new ArrayList<>();
        together.stream().forEach(codePoint -> place(codePoint, extents));
        BitSet everywhere = new BitSet();
        extents.forEach(extent -> everywhere.or(extent.groups()));
        for (Extent extent : extents) {
            BitSet elsewhere = (BitSet) everywhere.clone();
            elsewhere.andNot(extent.groups());
            extent.characters().stream().filter(alike.confused()::get).forEach(one -> others.put(one, elsewhere));
        }
    }

    private record Extent(BitSet characters, BitSet groups) {}

    private void place(int codePoint, List<Extent> extents) {
        BitSet mine = new BitSet();
        for (int i = 0; i < groups.size(); i++) {
            mine.set(i, groups.get(i).has(codePoint));
        }
        Extent extent = extents.stream()
                .filter(known -> known.groups().intersects(mine))
                .findFirst()
                .orElseGet(() -> {
                    Extent fresh = new Extent(new BitSet(), new BitSet());
                    extents.add(fresh);
                    return fresh;
                });
        extent.characters().set(codePoint);
        extent.groups().or(mine);
    }

    boolean confuses(List<Integer> text) {
        Set<Integer> characters = new TreeSet<>(text);
        if (characters.stream().anyMatch(unique::get)) {
            return false;
        }
        List<Integer> confusing =
                characters.stream().filter(others::containsKey).toList();
        if (confusing.isEmpty()) {
            return false;
        }
        BitSet left = new BitSet();
        left.set(0, groups.size());
        confusing.forEach(codePoint -> left.and(others.getOrDefault(codePoint, new BitSet())));
        List<Integer> rest =
                characters.stream().filter(one -> !others.containsKey(one)).toList();
        return left.stream().anyMatch(group -> rest.stream().allMatch(groups.get(group)::has));
    }
}

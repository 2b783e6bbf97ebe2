package org.lifeboat.engine.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.lightclient.BeaconHeader;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Hash32;

/// A checkpoint on which several operators agree.
///
/// All are asked about the same slot, which the clock picks and no server can: the checkpoint of an epoch
/// that is final since long. (Taking the newest epoch that anybody claims would let one liar choose.) Each
/// operator counts once, however many addresses it has; roots are computed here from the headers.
public sealed interface Agreement {
    /// How far back the epoch lies: finality takes two epochs when all is well; the rest is for the servers.
    int EPOCHS_BACK = 8;

    /// How many empty slots before the epoch's first one are looked through for its checkpoint's block.
    int EMPTY_SLOTS = 4;

    /// @param slot of the block
    /// @param agreeing the hosts that named it
    /// @param others what other hosts named instead, by host
    record Agreed(Hash32 root, long slot, List<String> agreeing, Map<String, Hash32> others) implements Agreement {
        public Agreed {
            agreeing = List.copyOf(agreeing);
            others = Map.copyOf(others);
        }
    }

    /// @param needed how many would have had to agree
    /// @param named which root each host named
    /// @param silent hosts that named none
    record NotAgreed(int needed, Map<String, Hash32> named, List<String> silent) implements Agreement {
        public NotAgreed {
            named = Map.copyOf(named);
            silent = List.copyOf(silent);
        }
    }

    /// @param needed how many operators have to name the same root; more than half of all, and two at least
    static Agreement ask(
            List<BeaconSource> sources, BeaconNetwork network, Instant now, int needed, Duration patience) {
        long epoch = network.preset().epochAt(network.slotAt(now.getEpochSecond())) - EPOCHS_BACK;
        long first = Math.max(1, epoch) * network.preset().slotsPerEpoch();
        Map<String, BeaconHeader> named = new LinkedHashMap<>();
        List<String> silent = new ArrayList<>();
        for (BeaconSource source : sources) {
            String operator = operator(source);
            if (named.containsKey(operator)) {
                continue;
            }
            headerAt(source, network, first, patience)
                    .ifPresentOrElse(header -> named.put(operator, header), () -> silent.add(operator));
        }
        int operators = named.size() + (int) silent.stream().distinct().count();
        return judge(named, silent, Math.max(Math.max(2, needed), operators / 2 + 1));
    }

    /// More than half of `operators`, two at least.
    static int majority(int operators) {
        return Math.max(2, operators / 2 + 1);
    }

    private static Agreement judge(Map<String, BeaconHeader> named, List<String> silent, int needed) {
        Map<String, Hash32> roots = new TreeMap<>();
        named.forEach((host, header) -> roots.put(host, header.root()));
        for (BeaconHeader header : new HashSet<>(named.values())) {
            List<String> agreeing = roots.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(header.root()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (agreeing.size() >= needed) {
                Map<String, Hash32> others = new TreeMap<>(roots);
                others.keySet().removeAll(Set.copyOf(agreeing));
                return new Agreed(header.root(), header.slot(), agreeing, others);
            }
        }
        return new NotAgreed(needed, roots, silent);
    }

    /// The block of an epoch's checkpoint: at its first slot, or the newest before it.
    private static Optional<BeaconHeader> headerAt(
            BeaconSource source, BeaconNetwork network, long first, Duration patience) {
        for (long slot = first; slot > Math.max(0, first - EMPTY_SLOTS); slot--) {
            switch (source.ask(new BeaconQuery.HeaderAt(slot), network, patience)) {
                case Reply.Got<BeaconHeader>(BeaconHeader header) -> {
                    return header.slot() == slot ? Optional.of(header) : Optional.empty();
                }
                case Reply.Refused<BeaconHeader> _ -> {}
                case Reply.Failed<BeaconHeader> _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /// Who stands behind an address, as far as it shows: the last two parts of a host's name. Addresses that
    /// are numbers, and this computer's ports, count one by one.
    private static String operator(BeaconSource source) {
        String shown = source.id().shown();
        if (shown.matches("[0-9.:\\[\\]a-f]+|localhost.*")) {
            return shown;
        }
        String[] parts = shown.replaceFirst(":\\d+$", "").split("\\.");
        return parts.length < 2 ? shown : parts[parts.length - 2] + "." + parts[parts.length - 1];
    }
}

package org.lifeboat.engine.verified;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// The proofs that came for one block, so that a run on them can be shown to others. One thread.
public final class WitnessBook {
    private final KnownCodes codes;
    private final Map<Address, List<ProofClaim>> claims = new LinkedHashMap<>();

    public WitnessBook(KnownCodes codes) {
        this.codes = codes;
    }

    WitnessBook copy() {
        WitnessBook copy = new WitnessBook(codes);
        claims.forEach((account, known) -> copy.claims.put(account, new ArrayList<>(known)));
        return copy;
    }

    /// Everything that came, with the codes of every account in it.
    StateWitness whole() {
        return witness(claims.values().stream().flatMap(List::stream).toList());
    }

    /// @param fetch after [StateFetch#take]
    public void note(StateFetch fetch) {
        fetch.fitting()
                .forEach(claim -> claims.computeIfAbsent(claim.account(), _ -> new ArrayList<>())
                        .add(claim));
    }

    /// The least that shows all of `read`, with the codes of every account in it.
    /// @return empty if something of it was known from before and came without a proof this time, or is a
    /// block hash
    public Optional<StateWitness> of(Set<StateKey> read) {
        Map<Address, Set<Hash32>> slots = new LinkedHashMap<>();
        for (StateKey key : read) {
            switch (key) {
                case StateKey.Account(Address address) -> slots.computeIfAbsent(address, _ -> new LinkedHashSet<>());
                case StateKey.Storage(Address address, Hash32 slot) ->
                    slots.computeIfAbsent(address, _ -> new LinkedHashSet<>()).add(slot);
                case StateKey.Code _ -> {} // Comes with its account.
                case StateKey.BlockHash _ -> {
                    return Optional.empty();
                }
            }
        }
        List<ProofClaim> kept = new ArrayList<>();
        for (Map.Entry<Address, Set<Hash32>> wanted : slots.entrySet()) {
            List<ProofClaim> mine = least(wanted.getKey(), wanted.getValue());
            if (mine.isEmpty()) {
                return Optional.empty();
            }
            kept.addAll(mine);
        }
        return Optional.of(witness(kept));
    }

    private StateWitness witness(List<ProofClaim> kept) {
        List<Bytes> run = kept.stream()
                .map(ProofClaim::codeHash)
                .distinct()
                .flatMap(hash -> codes.find(hash).stream())
                .filter(code -> !code.isEmpty())
                .toList();
        return new StateWitness(kept, run);
    }

    /// The claims of one account with no slots but those wanted; empty if one is missing.
    private List<ProofClaim> least(Address address, Set<Hash32> wanted) {
        Set<Hash32> open = new HashSet<>(wanted);
        List<ProofClaim> least = new ArrayList<>();
        for (ProofClaim claim : claims.getOrDefault(address, List.of())) {
            List<ProofClaim.Slot> slots = claim.slots().stream()
                    .filter(slot -> open.remove(slot.key()))
                    .toList();
            if (!slots.isEmpty() || (wanted.isEmpty() && least.isEmpty())) {
                least.add(claim.withSlots(slots));
            }
        }
        return open.isEmpty() ? least : List.of();
    }
}

package org.lifeboat.engine.anchor;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;

/// The ties of one rollup's blocks that lie on the disk. One thread; used for one round.
final class Ties {
    static final String KIND = "op-anchor/1";

    private final Storage storage;
    private final ChainId chain;
    private final Map<BlockRef, Entry> entries = new LinkedHashMap<>();

    private record Entry(EvidenceStore.Id id, Tie tie) {}

    Ties(Storage storage, ChainId chain) {
        this.storage = storage;
        this.chain = chain;
        for (EvidenceStore.Id id : storage.evidence().of(chain, Address.ZERO, Optional.of(KIND))) {
            storage.evidence()
                    .find(id)
                    .ifPresent(piece ->
                            Tie.read(piece.content()).ifPresent(tie -> entries.put(piece.block(), new Entry(id, tie))));
        }
    }

    /// Rollups of which anything is tied to `l1`.
    static Set<ChainId> above(Storage storage, ChainId l1) {
        return storage.evidence().all().stream()
                .flatMap(id -> storage.evidence().find(id).stream())
                .filter(piece -> piece.kind().equals(KIND))
                .filter(piece -> Tie.read(piece.content())
                        .filter(tie -> tie.l1().equals(l1))
                        .isPresent())
                .map(StoredEvidence::chain)
                .collect(Collectors.toSet());
    }

    Optional<Tie> of(BlockRef block) {
        return Optional.ofNullable(entries.get(block)).map(Entry::tie);
    }

    /// When what is tied is final at the earliest, where that was read.
    Map<BlockRef, Instant> finalFrom() {
        Map<BlockRef, Instant> times = new HashMap<>();
        entries.forEach(
                (block, entry) -> entry.tie().finalFrom().ifPresent(time -> times.put(block, time.toInstant())));
        return times;
    }

    void put(BlockRef block, Tie tie) {
        remove(block);
        EvidenceStore.Id id = storage.evidence().add(new StoredEvidence(KIND, chain, Address.ZERO, block, tie.write()));
        entries.put(block, new Entry(id, tie));
    }

    void remove(BlockRef block) {
        Optional.ofNullable(entries.remove(block))
                .ifPresent(entry -> storage.evidence().remove(entry.id()));
    }

    /// Forgets the ties of all other blocks: nothing hangs on them any more.
    void keepOnly(Set<BlockRef> blocks) {
        Set.copyOf(entries.keySet()).stream()
                .filter(block -> !blocks.contains(block))
                .forEach(this::remove);
    }
}

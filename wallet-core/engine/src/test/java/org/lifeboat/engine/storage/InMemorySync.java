package org.lifeboat.engine.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;

/// [SyncStore] without a disk.
public final class InMemorySync implements SyncStore {
    private final Map<SourceId, Endpoint> endpoints = new LinkedHashMap<>();
    private final Map<ChainId, String> configs = new HashMap<>();
    private final Map<ChainId, StoredCheckpoint> checkpoints = new HashMap<>();
    private final Map<ChainId, List<StoredMessage>> messages = new HashMap<>();

    @Override
    public synchronized Set<ChainId> chains() {
        Set<ChainId> chains = new HashSet<>(configs.keySet());
        chains.addAll(checkpoints.keySet());
        endpoints.keySet().forEach(id -> chains.add(id.chain()));
        return chains;
    }

    @Override
    public synchronized List<Endpoint> endpoints(ChainId chain) {
        return endpoints.values().stream()
                .filter(endpoint -> endpoint.id().chain().equals(chain))
                .sorted(Comparator.comparingInt(Endpoint::position))
                .toList();
    }

    @Override
    public synchronized void putEndpoint(Endpoint endpoint) {
        endpoints.put(endpoint.id(), endpoint);
    }

    @Override
    public synchronized boolean removeEndpoint(SourceId id) {
        return endpoints.remove(id) != null;
    }

    @Override
    public Health healthOf(SourceId id) {
        return Health.UNKNOWN;
    }

    @Override
    public void keepHealth(SourceId id, Health health) {}

    @Override
    public synchronized Optional<String> config(ChainId chain) {
        return Optional.ofNullable(configs.get(chain));
    }

    @Override
    public synchronized void putConfig(ChainId chain, String json) {
        configs.put(chain, json);
    }

    @Override
    public synchronized Optional<StoredCheckpoint> checkpoint(ChainId chain) {
        return Optional.ofNullable(checkpoints.get(chain));
    }

    @Override
    public synchronized void begin(ChainId chain, StoredCheckpoint checkpoint) {
        checkpoints.put(chain, checkpoint);
        messages.put(chain, new ArrayList<>());
    }

    @Override
    public synchronized void removeAll(ChainId chain) {
        endpoints.keySet().removeIf(id -> id.chain().equals(chain));
        configs.remove(chain);
        checkpoints.remove(chain);
        messages.remove(chain);
    }

    @Override
    public synchronized List<StoredMessage> messages(ChainId chain) {
        return messages.getOrDefault(chain, List.of()).stream()
                .sorted(Comparator.comparing(StoredMessage::kind).thenComparingLong(StoredMessage::period))
                .toList();
    }

    @Override
    public synchronized void keep(ChainId chain, StoredMessage message) {
        List<StoredMessage> kept = messages.computeIfAbsent(chain, _ -> new ArrayList<>());
        kept.removeIf(old -> old.kind() == message.kind() && old.period() == message.period());
        kept.add(message);
    }
}

package org.lifeboat.app.sync;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.storage.SyncStore;
import org.lifeboat.primitives.ChainId;

/// Lets a number of messages through to the disk, and then ends the program.
@SuppressWarnings("ArrayRecordComponent") // a counter; never compared
record DyingStore(SyncStore disk, int[] left) implements SyncStore {
    DyingStore(SyncStore disk, int writes) {
        this(disk, new int[] {writes});
    }

    static final class Died extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }

    @Override
    public void keep(ChainId chain, StoredMessage message) {
        if (left[0] == 0) {
            throw new Died();
        }
        left[0]--;
        disk.keep(chain, message);
    }

    @Override
    public Set<ChainId> chains() {
        return disk.chains();
    }

    @Override
    public List<Endpoint> endpoints(ChainId chain) {
        return disk.endpoints(chain);
    }

    @Override
    public void putEndpoint(Endpoint endpoint) {
        disk.putEndpoint(endpoint);
    }

    @Override
    public boolean removeEndpoint(SourceId id) {
        return disk.removeEndpoint(id);
    }

    @Override
    public Health healthOf(SourceId id) {
        return disk.healthOf(id);
    }

    @Override
    public void keepHealth(SourceId id, Health health) {
        disk.keepHealth(id, health);
    }

    @Override
    public Optional<String> config(ChainId chain) {
        return disk.config(chain);
    }

    @Override
    public void putConfig(ChainId chain, String json) {
        disk.putConfig(chain, json);
    }

    @Override
    public Optional<StoredCheckpoint> checkpoint(ChainId chain) {
        return disk.checkpoint(chain);
    }

    @Override
    public void begin(ChainId chain, StoredCheckpoint checkpoint) {
        disk.begin(chain, checkpoint);
    }

    @Override
    public void removeAll(ChainId chain) {
        disk.removeAll(chain);
    }

    @Override
    public List<StoredMessage> messages(ChainId chain) {
        return disk.messages(chain);
    }
}

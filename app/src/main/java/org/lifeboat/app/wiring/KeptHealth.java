package org.lifeboat.app.wiring;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StorageFailure;

/// Keeps how sources behave in the profile. A full disk must not keep the user from asking: what could not be
/// kept holds for this run, and the log of the program says so.
final class KeptHealth implements HealthBook {
    private static final Logger LOG = Logger.getLogger(KeptHealth.class.getName());

    private final Storage storage;

    KeptHealth(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Health healthOf(SourceId id) {
        return storage.sources().healthOf(id);
    }

    @Override
    public void keepHealth(SourceId id, Health health) {
        try {
            storage.sources().keepHealth(id, health);
        } catch (StorageFailure full) {
            LOG.log(Level.WARNING, "the behaviour of {0} could not be kept", id.shown());
        }
    }
}

package org.lifeboat.app.wiring;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lifeboat.engine.capability.Measurements;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.StorageFailure;

/// While a window is open: looks every minute which of the sources that were asked in this run have not been
/// measured for a day, and measures them one after the other.
final class DailyMeasuring implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(DailyMeasuring.class.getName());

    private final Networks networks;
    private final Online online;
    private final Measurements measurements;
    private final Thread thread;

    DailyMeasuring(Networks networks, Online online, Measurements measurements) {
        this.networks = networks;
        this.online = online;
        this.measurements = measurements;
        this.thread = Thread.ofVirtual().name("daily-measuring").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                tryToLook();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToLook() {
        try {
            look();
        } catch (StorageFailure full) {
            LOG.log(Level.WARNING, "what sources can do could not be kept", full);
        }
    }

    private void look() {
        for (Network network : networks.watched()) {
            for (Source source : measurements.due(online.sources(network.chain()))) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                measurements.measure(source);
            }
        }
    }

    /// Ends the asking, and waits until it is over: the records are closed next.
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

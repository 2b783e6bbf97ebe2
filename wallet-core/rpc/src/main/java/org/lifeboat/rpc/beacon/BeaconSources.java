package org.lifeboat.rpc.beacon;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.BeaconOpener;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.transport.Transports;

/// Opens endpoints as beacon nodes. One an endpoint for the whole run, so that its health record is kept.
/// Close it at the end of the program.
public final class BeaconSources implements BeaconOpener, AutoCloseable {
    private final Transports transports;
    private final RequestLog log;
    private final HealthBook book;
    private final Patience patience;
    private final InstantSource clock;
    private final ConcurrentMap<SourceId, BeaconSource> open = new ConcurrentHashMap<>();

    public BeaconSources(Route route, RequestLog log, HealthBook book, Patience patience, InstantSource clock) {
        this.transports = new Transports(route, clock);
        this.log = log;
        this.book = book;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Opened open(Endpoint endpoint) {
        return endpoint.objection()
                .<Opened>map(Opened.NotAllowed::new)
                .orElseGet(() -> new Opened.Ready(open.computeIfAbsent(
                        endpoint.id(), id -> new BeaconNode(id, transports, log, book, patience, clock))));
    }

    @Override
    public void close() {
        transports.close();
    }
}

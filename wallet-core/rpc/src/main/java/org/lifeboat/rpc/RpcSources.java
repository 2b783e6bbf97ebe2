package org.lifeboat.rpc;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.rpc.transport.Transports;

/// Opens endpoints as sources. One an endpoint for the whole run, so that its health record is kept. Close it at the
/// end of the program.
public final class RpcSources implements SourceOpener, AutoCloseable {
    private final Transports transports;
    private final RequestLog log;
    private final Patience patience;
    private final InstantSource clock;
    private final ConcurrentMap<SourceId, Source> open = new ConcurrentHashMap<>();

    public RpcSources(Route route, RequestLog log, Patience patience, InstantSource clock) {
        this.transports = new Transports(route, clock);
        this.log = log;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Opened open(Endpoint endpoint) {
        return endpoint.objection()
                .<Opened>map(Opened.NotAllowed::new)
                .orElseGet(() -> new Opened.Ready(open.computeIfAbsent(endpoint.id(), this::source)));
    }

    private Source source(SourceId id) {
        return new RpcSource(id, transports.to(URI.create(id.url())), log, patience, clock);
    }

    @Override
    public void close() {
        transports.close();
    }
}

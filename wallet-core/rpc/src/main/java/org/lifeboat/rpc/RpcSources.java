package org.lifeboat.rpc;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.rpc.transport.Transports;

/// Opens endpoints as sources. One an endpoint for the whole run, so that its health record is kept. Close it
/// at the end of the program.
public final class RpcSources implements SourceOpener, AutoCloseable {
    private final Transports transports;
    private final RequestLog log;
    private final Patience patience;
    private final InstantSource clock;
    private final HealthBook book;
    private final ConcurrentMap<SourceId, RpcSource> open = new ConcurrentHashMap<>();

    /// Remembers nothing from run to run.
    public RpcSources(Route route, RequestLog log, Patience patience, InstantSource clock) {
        this(route, log, HealthBook.NONE, patience, clock);
    }

    /// @param book where a source's behaviour is remembered; read when a source is opened
    public RpcSources(Route route, RequestLog log, HealthBook book, Patience patience, InstantSource clock) {
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
                .orElseGet(() -> new Opened.Ready(open.computeIfAbsent(endpoint.id(), this::source)));
    }

    private RpcSource source(SourceId id) {
        return new RpcSource(id, transports.to(URI.create(id.url())), log, book, patience, clock);
    }

    /// Ends a source's being set aside, here and in later runs. Only on the user's word.
    public void trustAgain(SourceId id) {
        open.computeIfAbsent(id, this::source).trustAgain();
    }

    @Override
    public void close() {
        transports.close();
        open.values().forEach(RpcSource::keepHealth);
    }
}

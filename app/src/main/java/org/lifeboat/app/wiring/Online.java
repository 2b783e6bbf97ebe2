package org.lifeboat.app.wiring;

import java.util.List;
import org.lifeboat.app.log.KeptRequests;
import org.lifeboat.engine.capability.CapabilitiesJson;
import org.lifeboat.engine.network.Endpoint.Consent;
import org.lifeboat.engine.source.BestFirst;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener.Opened;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.RpcSources;

/// The way to the networks. Made only by commands that ask; nothing else in the program can open a connection.
public final class Online implements AutoCloseable {
    private final Profile profile;
    private final RpcSources sources;
    private final KeptRequests kept;

    /// @param beside hears of every request too; the profile keeps them in any case
    public Online(Profile profile, Route route, RequestLog beside) {
        this.profile = profile;
        this.kept = new KeptRequests(profile.storage().requests());
        RequestLog log = entry -> {
            kept.add(entry);
            beside.add(entry);
        };
        this.sources =
                new RpcSources(route, log, new KeptHealth(profile.storage()), Patience.standard(), profile.clock());
    }

    /// The confirmed sources of a network: in the user's order, whoever failed lately behind, whoever was caught last.
    /// Opens no connection.
    public List<Source> sources(ChainId chain) {
        return BestFirst.order(profile.networks().confirmedEndpoints(chain).stream()
                .map(this::source)
                .toList());
    }

    /// Ends a source's being set aside, on the user's word.
    public void trustAgain(SourceId id) {
        sources.trustAgain(id);
    }

    /// One source whose address the user has just confirmed.
    /// @param insecureToo the user has agreed to plain http to another machine
    public Source confirmed(SourceId id, boolean insecureToo) {
        return switch (sources.open(new Endpoint(id, insecureToo))) {
            case Opened.Ready(Source source) -> source;
            // The engine lets no such address be confirmed.
            case Opened.NotAllowed(Endpoint.Objection objection) ->
                throw new IllegalStateException("a confirmed address is not allowed: " + objection);
        };
    }

    private Source source(SourceId id) {
        boolean insecureToo = profile.storage()
                .sources()
                .find(id)
                .map(endpoint -> endpoint.consent() instanceof Consent.Given(var _, boolean insecure) && insecure)
                .orElse(false);
        Source source = confirmed(id, insecureToo);
        profile.storage()
                .sources()
                .capabilities(id)
                .flatMap(measured -> CapabilitiesJson.read(measured.json()))
                .ifPresent(found -> source.limits(found.within(source.limits())));
        return source;
    }

    @Override
    public void close() {
        sources.close();
        kept.close();
    }
}

package org.lifeboat.rpc.beacon;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.BeaconQuery;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.rpc.HealthRecord;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.transport.SourceFault;
import org.lifeboat.rpc.transport.Transports;
import org.lifeboat.rpc.transport.WebTransport.Fetched;

/// One beacon node over HTTP: one GET a question (two for its configuration), repeated where that may help.
final class BeaconNode implements BeaconSource {
    private static final Duration ONE_REQUEST = Duration.ofSeconds(20);

    private final SourceId id;
    private final Transports transports;
    private final RequestLog log;
    private final Patience patience;
    private final InstantSource clock;
    private final HealthRecord health;

    BeaconNode(
            SourceId id,
            Transports transports,
            RequestLog log,
            HealthBook book,
            Patience patience,
            InstantSource clock) {
        this.id = id;
        this.transports = transports;
        this.log = log;
        this.patience = patience;
        this.clock = clock;
        this.health = new HealthRecord(id, book, clock);
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public void refuted(Refutation what) {
        health.refuted(what);
    }

    @Override
    public Health health() {
        return health.now();
    }

    @Override
    public <R> Reply<R> ask(BeaconQuery<R> query, BeaconNetwork network, Duration deadline) {
        Deadline end = Deadline.in(deadline);
        try {
            return new Reply.Got<>(read(query, network, end));
        } catch (SourceFault fault) {
            // 404 is an answer: the node has no such thing.
            return fault.status() == 404
                    ? new Reply.Refused<>(404, "the node has no such thing", Optional.empty())
                    : new Reply.Failed<>(fault.failure(), fault.detail());
        } catch (SszException e) {
            return new Reply.Failed<>(Failure.MALFORMED, "the answer is not of its kind: " + e.reason());
        }
    }

    @SuppressWarnings("unchecked") // each query's record names the type of its answer
    private <R> R read(BeaconQuery<R> query, BeaconNetwork network, Deadline end) throws SourceFault, SszException {
        BeaconPath path = BeaconPath.of(query);
        Fetched first = fetch(path, end);
        if (query instanceof BeaconQuery.ConfigOf) {
            return (R)
                    ConfigJson.read(first.body(), fetch(BeaconPath.GENESIS, end).body());
        }
        if (query instanceof BeaconQuery.TimesOf) {
            return (R) ConfigJson.times(
                    first.body(), fetch(BeaconPath.GENESIS, end).body());
        }
        return new MessageReader(network).read(query, first);
    }

    private Fetched fetch(BeaconPath path, Deadline end) throws SourceFault {
        for (int attempt = 1; ; attempt++) {
            try {
                return fetchOnce(path, end);
            } catch (SourceFault fault) {
                Duration wait = patience.before(attempt, fault.retryAfter());
                if (!fault.worthRepeating() || attempt >= patience.attempts() || wait.compareTo(end.remaining()) >= 0) {
                    throw fault;
                }
                try {
                    patience.pause().pause(wait);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new SourceFault(Failure.CANCELLED, "the request was cancelled");
                }
            }
        }
    }

    private Fetched fetchOnce(BeaconPath path, Deadline end) throws SourceFault {
        Duration timeout = end.remaining(ONE_REQUEST);
        if (timeout.isZero()) {
            throw new SourceFault(Failure.TIMED_OUT, "there was no time left to ask");
        }
        URI address = URI.create(id.url().replaceAll("/+$", "") + path.path());
        long start = System.nanoTime();
        try {
            Fetched answer = transports.to(address).get(path.accept(), timeout, path.maximumBytes());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            health.answered(took, clock.instant());
            note(path, answer.body().length, took, "ok");
            return answer;
        } catch (SourceFault fault) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (fault.status() == 404) {
                health.answered(took, clock.instant());
            } else {
                health.failed(fault.detail(), fault.failure() == Failure.RATE_LIMITED);
            }
            note(path, 0, took, fault.status() == 404 ? "404" : fault.failure().name());
            throw fault;
        }
    }

    private void note(BeaconPath path, long received, Duration took, String outcome) {
        log.add(new RequestLog.Entry(
                clock.instant(),
                id.chain(),
                id.shown(),
                Purpose.FOLLOW_L1,
                new TreeMap<>(Map.of(path.name(), 1)),
                0,
                received,
                took,
                outcome));
    }
}

package org.lifeboat.rpc.beacon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lifeboat.engine.source.Reply.Failure;
import org.lifeboat.engine.sync.BeaconQuery;
import org.lifeboat.engine.sync.Versioned;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszReader;
import org.lifeboat.rpc.transport.SourceFault;
import org.lifeboat.rpc.transport.WebTransport.Fetched;
import org.lifeboat.rpc.wire.Json;
import tools.jackson.databind.JsonNode;

/// Reads an answer as SSZ or as JSON, as its content type says.
final class MessageReader {
    private static final int LONGEST_NAME = 40;

    private final BeaconNetwork network;

    MessageReader(BeaconNetwork network) {
        this.network = network;
    }

    private interface SszReading<T> {
        T read(Bytes ssz, Fork fork, Preset preset) throws SszException;
    }

    private interface JsonReading<T> {
        T read(JsonNode data) throws SszException;
    }

    @SuppressWarnings("unchecked") // each query's record names the type of its answer
    <R> R read(BeaconQuery<R> query, Fetched answer) throws SourceFault, SszException {
        return (R)
                switch (query) {
                    case BeaconQuery.BootstrapOf _ -> one(answer, Bootstrap::read, LightClientJson::bootstrap);
                    case BeaconQuery.FinalityUpdate _ -> one(answer, Update::readFinality, LightClientJson::update);
                    case BeaconQuery.OptimisticUpdate _ -> one(answer, Update::readOptimistic, LightClientJson::update);
                    case BeaconQuery.UpdatesFrom(long _, int count) ->
                        isSsz(answer) ? updatesOfSsz(Bytes.of(answer.body()), count) : updatesOfJson(answer, count);
                    case BeaconQuery.HeaderAt(long _) ->
                        LightClientJson.beacon(Json.read(answer.body())
                                .path("data")
                                .path("header")
                                .path("message"));
                    case BeaconQuery.StateBranch(long _, long index) -> CompactProof.read(answer.body(), index);
                    case BeaconQuery.BlockBranch(long _, long index) -> CompactProof.read(answer.body(), index);
                    case BeaconQuery.BlobsAt _ -> BlobJson.blobs(answer.body());
                    case BeaconQuery.SidecarsAt _ -> BlobJson.sidecars(answer.body());
                    case BeaconQuery.ConfigOf _, BeaconQuery.TimesOf _ ->
                        throw new IllegalArgumentException("not a single message");
                };
    }

    private <T> Versioned<T> one(Fetched answer, SszReading<T> ssz, JsonReading<T> json)
            throws SourceFault, SszException {
        if (isSsz(answer)) {
            String name = answer.consensusVersion()
                    .orElseThrow(() -> malformed("the answer does not say which fork it is of"));
            Optional<Fork> fork = fork(name);
            return fork.isEmpty()
                    ? unknown(name)
                    : new Versioned.Known<>(
                            fork.get(), ssz.read(Bytes.of(answer.body()), fork.get(), network.preset()));
        }
        return versioned(Json.read(answer.body()), json);
    }

    private static <T> Versioned<T> versioned(JsonNode node, JsonReading<T> json) throws SourceFault, SszException {
        JsonNode version = node.path("version");
        if (!version.isString()) {
            throw malformed("the answer does not say which fork it is of");
        }
        Optional<Fork> fork = fork(version.asString());
        return fork.isEmpty()
                ? unknown(version.asString())
                : new Versioned.Known<>(fork.get(), json.read(node.path("data")));
    }

    private static List<Versioned<Update>> updatesOfJson(Fetched answer, int count) throws SourceFault, SszException {
        JsonNode list = Json.read(answer.body());
        if (!list.isArray() || list.size() > count) {
            throw malformed("the answer is no list, or longer than was asked for");
        }
        List<Versioned<Update>> updates = new ArrayList<>();
        for (JsonNode node : list) {
            updates.add(versioned(node, LightClientJson::update));
        }
        return updates;
    }

    /// Source: beacon-APIs, `getLightClientUpdatesByRange`: chunks of a length, a fork digest and an update.
    /// The digest is not needed: the slot inside names the fork.
    private List<Versioned<Update>> updatesOfSsz(Bytes body, int count) throws SourceFault, SszException {
        List<Versioned<Update>> updates = new ArrayList<>();
        SszReader in = SszReader.of(body);
        for (int left = body.size(); left > 0; ) {
            long length = in.uint64();
            if (length < 4 || length > left - 8 || updates.size() == count) {
                throw malformed("the list of updates is cut off, or longer than was asked for");
            }
            in.take(4);
            updates.add(update(in.take((int) length - 4)));
            left -= 8 + (int) length;
        }
        return updates;
    }

    private Versioned<Update> update(Bytes ssz) throws SszException {
        SszException last = new SszException("of no fork that this network has had");
        for (Fork fork : List.of(Fork.values()).reversed()) {
            try {
                Update update = Update.read(ssz, fork, network.preset());
                long epoch = network.preset().epochAt(update.attested().beacon().slot());
                if (network.forks().at(epoch).equals(Optional.of(fork))) {
                    return new Versioned.Known<>(fork, update);
                }
            } catch (SszException e) {
                last = e;
            }
        }
        throw last;
    }

    private static Optional<Fork> fork(String name) {
        return List.of(Fork.values()).stream()
                .filter(fork -> fork.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static <T> Versioned<T> unknown(String name) {
        return new Versioned.UnknownFork<>(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    }

    private static boolean isSsz(Fetched answer) {
        return answer.contentType().orElse("").toLowerCase(Locale.ROOT).startsWith("application/octet-stream");
    }

    private static SourceFault malformed(String why) {
        return new SourceFault(Failure.MALFORMED, why);
    }
}

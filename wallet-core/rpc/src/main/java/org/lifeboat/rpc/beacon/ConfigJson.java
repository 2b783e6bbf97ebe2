package org.lifeboat.rpc.beacon;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.sync.BeaconQuery;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.ForkSchedule;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.rpc.transport.SourceFault;
import org.lifeboat.rpc.wire.Json;
import tools.jackson.databind.JsonNode;

/// Reads `config/spec` and `genesis` as a network. Forks that are not scheduled (epoch 2^64-1) are left out.
final class ConfigJson {
    private ConfigJson() {}

    static BeaconNetwork read(byte[] spec, byte[] genesis) throws SourceFault, SszException {
        JsonNode config = Json.read(spec).path("data");
        JsonNode origin = Json.read(genesis).path("data");
        try {
            return new BeaconNetwork(
                    config.path("CONFIG_NAME").asString("unnamed"),
                    Hash32.fromHex(text(origin, "genesis_validators_root")),
                    number(origin, "genesis_time"),
                    small(config, "SECONDS_PER_SLOT"),
                    new Preset(
                            small(config, "SLOTS_PER_EPOCH"),
                            small(config, "EPOCHS_PER_SYNC_COMMITTEE_PERIOD"),
                            small(config, "SYNC_COMMITTEE_SIZE")),
                    forks(config));
        } catch (IllegalArgumentException e) {
            throw new SszException("a configuration that does not hold together: " + e.getMessage());
        }
    }

    static BeaconQuery.SlotTimes times(byte[] spec, byte[] genesis) throws SourceFault, SszException {
        return new BeaconQuery.SlotTimes(
                number(Json.read(genesis).path("data"), "genesis_time"),
                small(Json.read(spec).path("data"), "SECONDS_PER_SLOT"));
    }

    private static ForkSchedule forks(JsonNode config) throws SszException {
        List<ForkSchedule.Entry> entries = new ArrayList<>();
        for (Fork fork : Fork.values()) {
            String epoch = config.path(fork + "_FORK_EPOCH").asString("");
            // At most 15 digits: nobody schedules a fork further away; the value for "never" has 20.
            if (epoch.matches("[0-9]{1,15}")) {
                Bytes version = Bytes.fromHex(text(config, fork + "_FORK_VERSION"));
                entries.add(new ForkSchedule.Entry(fork, Long.parseLong(epoch), version));
            }
        }
        return new ForkSchedule(Bytes.fromHex(text(config, "GENESIS_FORK_VERSION")), entries);
    }

    private static String text(JsonNode node, String member) throws SszException {
        if (!node.path(member).isString()) {
            throw new SszException(member + " is missing");
        }
        return node.path(member).asString();
    }

    /// Sizes of living networks have at most four digits.
    private static int small(JsonNode node, String member) throws SszException {
        long number = number(node, member);
        if (number < 1 || number > 9_999) {
            throw new SszException(member + " is out of range");
        }
        return (int) number;
    }

    private static long number(JsonNode node, String member) throws SszException {
        String digits = text(node, member);
        if (!digits.matches("[0-9]{1,15}")) {
            throw new SszException(member + " is no number");
        }
        return Long.parseLong(digits);
    }
}

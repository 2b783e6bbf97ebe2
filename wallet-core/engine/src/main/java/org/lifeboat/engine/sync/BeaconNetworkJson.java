package org.lifeboat.engine.sync;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.ForkSchedule;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A consensus network as JSON: for networks that the program does not know, kept in the profile and put into
/// evidence files.
public final class BeaconNetworkJson {
    private BeaconNetworkJson() {}

    public static ObjectNode write(BeaconNetwork network) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", network.name());
        json.put("genesisValidatorsRoot", network.genesisValidatorsRoot().toHex());
        json.put("genesisTime", network.genesisTime());
        json.put("secondsPerSlot", network.secondsPerSlot());
        json.put("slotsPerEpoch", network.preset().slotsPerEpoch());
        json.put("epochsPerPeriod", network.preset().epochsPerPeriod());
        json.put("committeeSize", network.preset().committeeSize());
        json.put("genesisVersion", network.forks().genesisVersion().toHex());
        ArrayNode forks = json.putArray("forks");
        for (ForkSchedule.Entry entry : network.forks().entries()) {
            ObjectNode fork = forks.addObject();
            fork.put("name", entry.fork().name());
            fork.put("epoch", entry.epoch());
            fork.put("version", entry.version().toHex());
        }
        return json;
    }

    /// @throws IllegalArgumentException if it is no such text
    public static BeaconNetwork read(String json) {
        try {
            return read(JsonMapper.shared().readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no description of a network", e);
        }
    }

    /// @throws IllegalArgumentException if it is no such object
    public static BeaconNetwork read(JsonNode json) {
        List<ForkSchedule.Entry> forks = new ArrayList<>();
        for (JsonNode fork : json.path("forks")) {
            forks.add(new ForkSchedule.Entry(
                    Fork.valueOf(fork.path("name").asString("")),
                    number(fork, "epoch", Long.MAX_VALUE),
                    Bytes.fromHex(fork.path("version").asString(""))));
        }
        return new BeaconNetwork(
                json.path("name").asString(""),
                Hash32.fromHex(json.path("genesisValidatorsRoot").asString("")),
                number(json, "genesisTime", Long.MAX_VALUE),
                (int) number(json, "secondsPerSlot", 9_999),
                new Preset(
                        (int) number(json, "slotsPerEpoch", 9_999), (int) number(json, "epochsPerPeriod", 9_999), (int)
                                number(json, "committeeSize", 9_999)),
                new ForkSchedule(Bytes.fromHex(json.path("genesisVersion").asString("")), forks));
    }

    private static long number(JsonNode json, String member, long most) {
        JsonNode number = json.path(member);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0 || number.asLong() > most) {
            throw new IllegalArgumentException(member + " is out of range");
        }
        return number.asLong();
    }
}

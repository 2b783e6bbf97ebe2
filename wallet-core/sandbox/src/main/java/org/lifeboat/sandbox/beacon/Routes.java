package org.lifeboat.sandbox.beacon;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.ForkSchedule;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;
import org.lifeboat.primitives.ssz.SszWriter;

/// Which answer belongs to which path of the beacon node API.
final class Routes {
    private static final Pattern BOOTSTRAP =
            Pattern.compile("/eth/v1/beacon/light_client/bootstrap/(0x[0-9a-fA-F]{64})");
    private static final Pattern HEADER = Pattern.compile("/eth/v1/beacon/headers/([0-9a-zA-Z]{1,66})");
    /// Lodestar's own.
    private static final Pattern PROOF = Pattern.compile("/eth/v0/beacon/proof/(state|block)/(\\d{1,15})");

    private static final Pattern FORMAT = Pattern.compile("format=(0x(?:[0-9a-f]{2}){1,200})");
    private static final Pattern RANGE = Pattern.compile("start_period=(\\d{1,9})&count=(\\d{1,9})");
    /// `MAX_REQUEST_LIGHT_CLIENT_UPDATES`, altair/light-client/p2p-interface.md.
    private static final int MOST_UPDATES = 128;

    private final BeaconChain chain;
    private final BeaconNetwork network;
    private final Trick trick;
    private final Messages messages;

    Routes(BeaconChain chain, Trick trick) {
        this.chain = chain;
        this.network = chain.network();
        this.trick = trick;
        this.messages = new Messages(chain, trick);
    }

    Answer answer(URI uri, boolean ssz) {
        String path = uri.getPath();
        Matcher bootstrap = BOOTSTRAP.matcher(path);
        if (bootstrap.matches()) {
            return bootstrap(Hash32.fromHex(bootstrap.group(1)), ssz);
        }
        Matcher header = HEADER.matcher(path);
        if (header.matches()) {
            return header(header.group(1));
        }
        Optional<Answer> blobs = new BlobRoutes(chain, trick).answer(path, String.valueOf(uri.getQuery()));
        if (blobs.isPresent()) {
            return blobs.get();
        }
        Matcher proof = PROOF.matcher(path);
        if (proof.matches()) {
            return proof(
                    proof.group(1).equals("state"), Long.parseLong(proof.group(2)), String.valueOf(uri.getQuery()));
        }
        return switch (path) {
            case "/eth/v1/beacon/light_client/updates" -> updates(String.valueOf(uri.getQuery()), ssz);
            case "/eth/v1/beacon/light_client/finality_update" -> newest(true, ssz);
            case "/eth/v1/beacon/light_client/optimistic_update" -> newest(false, ssz);
            case "/eth/v1/beacon/genesis" -> genesis();
            case "/eth/v1/config/spec" -> spec();
            default -> Answer.error(404, "no such path");
        };
    }

    private Answer bootstrap(Hash32 root, boolean ssz) {
        return messages.bootstrap(root)
                .map(sent -> answer(
                        sent.fork(), ssz, BeaconJson.bootstrap(sent.message()), () -> written(sent.message(), sent)))
                .orElseGet(() -> Answer.error(404, "no such block"));
    }

    private Answer newest(boolean finality, boolean ssz) {
        Optional<Messages.Sent<Update>> newest = messages.newest()
                .filter(sent -> !finality || sent.message().finality().isPresent());
        return newest.map(sent -> answer(
                        sent.fork(),
                        ssz,
                        BeaconJson.update(sent.message(), false, finality),
                        () -> finality
                                ? sent.message().writeFinality(sent.fork(), preset())
                                : sent.message().writeOptimistic(sent.fork(), preset())))
                .orElseGet(() -> Answer.error(404, "nothing is final yet"));
    }

    private Answer updates(String query, boolean ssz) {
        Matcher range = RANGE.matcher(query);
        if (!range.matches()) {
            return Answer.error(400, "start_period and count are needed");
        }
        int count = Math.min(MOST_UPDATES, Integer.parseInt(range.group(2)));
        List<Messages.Sent<Update>> updates = messages.updates(Long.parseLong(range.group(1)), count);
        return ssz ? updatesAsSsz(updates) : updatesAsJson(updates);
    }

    private Answer updatesAsJson(List<Messages.Sent<Update>> updates) {
        List<String> items = updates.stream()
                .map(sent -> versioned(sent.fork(), BeaconJson.update(sent.message(), true, true)))
                .toList();
        return Answer.json("[" + String.join(",", items) + "]");
    }

    /// Source: beacon-APIs, `getLightClientUpdatesByRange`: chunks of a length, a fork digest and an update.
    private Answer updatesAsSsz(List<Messages.Sent<Update>> updates) {
        try {
            SszWriter out = new SszWriter();
            for (Messages.Sent<Update> sent : updates) {
                Bytes update = sent.message().write(sent.fork(), preset());
                out.uint64(4L + update.size()).put(Bytes.of(new byte[4])).put(update);
            }
            return new Answer(200, true, Optional.empty(), out.toBytes());
        } catch (SszException e) {
            throw new IllegalStateException("the chain makes no such update", e);
        }
    }

    private Answer header(String id) {
        Optional<PlayBlock> block = switch (id) {
            case "head" -> chain.newest();
            case "finalized" -> chain.finalizedRoot().flatMap(chain::withRoot);
            default ->
                id.startsWith("0x")
                        ? chain.withRoot(Hash32.fromHex(id))
                        : id.matches("\\d{1,15}") ? chain.at(Long.parseLong(id)) : Optional.empty();
        };
        return block.map(found -> {
                    PlayBlock shown = trick == Trick.WRONG_COMMITTEE
                            ? chain.sibling(
                                    found.slot(),
                                    Payloads.made(found.slot(), network.timeOf(found.slot()), 668),
                                    Optional.empty())
                            : found;
                    String header = new BeaconJson()
                            .raw("message", BeaconJson.beacon(shown.header().beacon()))
                            .toString();
                    String data = new BeaconJson()
                            .hash("root", shown.root())
                            .raw("canonical", "true")
                            .raw("header", header)
                            .toString();
                    return Answer.json(new BeaconJson().raw("data", data).toString());
                })
                .orElseGet(() -> Answer.error(404, "no such block"));
    }

    private Answer proof(boolean ofState, long slot, String query) {
        Matcher format = FORMAT.matcher(query);
        Optional<PlayBlock> block = ofState ? chain.before(slot) : chain.at(slot);
        if (!format.matches() || block.isEmpty() || block.get().history().isEmpty()) {
            return Answer.error(404, "no such proof");
        }
        return Proofs.leaves(
                        Bytes.fromHex(format.group(1)),
                        index -> ofState ? Proofs.ofState(block.get(), index) : Proofs.ofBlock(block.get(), index))
                .map(leaves -> {
                    String data = new BeaconJson()
                            .text("type", "compactMulti")
                            .raw("leaves", BeaconJson.hashes(leaves))
                            .text("descriptor", format.group(1))
                            .toString();
                    return Answer.json(versioned(block.get().fork(), data));
                })
                .orElseGet(() -> Answer.error(400, "no descriptor"));
    }

    private Answer genesis() {
        String data = new BeaconJson()
                .number("genesis_time", network.genesisTime())
                .hash("genesis_validators_root", network.genesisValidatorsRoot())
                .text("genesis_fork_version", network.forks().genesisVersion().toHex())
                .toString();
        return Answer.json(new BeaconJson().raw("data", data).toString());
    }

    private Answer spec() {
        BeaconJson data = new BeaconJson()
                .text("CONFIG_NAME", network.name())
                .number("SECONDS_PER_SLOT", network.secondsPerSlot())
                .number("SLOTS_PER_EPOCH", preset().slotsPerEpoch())
                .number("EPOCHS_PER_SYNC_COMMITTEE_PERIOD", preset().epochsPerPeriod())
                .number("SYNC_COMMITTEE_SIZE", preset().committeeSize())
                .text("GENESIS_FORK_VERSION", network.forks().genesisVersion().toHex());
        List<ForkSchedule.Entry> entries = new ArrayList<>(network.forks().entries());
        for (ForkSchedule.Entry entry : entries) {
            data.text(entry.fork() + "_FORK_VERSION", entry.version().toHex())
                    .number(entry.fork() + "_FORK_EPOCH", entry.epoch());
        }
        return Answer.json(new BeaconJson().raw("data", data.toString()).toString());
    }

    @FunctionalInterface
    private interface Writing {
        Bytes write() throws SszException;
    }

    private Answer answer(Fork fork, boolean ssz, String json, Writing writing) {
        try {
            return ssz ? Answer.ssz(fork, writing.write()) : Answer.json(fork, versioned(fork, json));
        } catch (SszException e) {
            throw new IllegalStateException("the chain makes no such message", e);
        }
    }

    private Bytes written(Bootstrap bootstrap, Messages.Sent<Bootstrap> sent) throws SszException {
        return bootstrap.write(sent.fork(), preset());
    }

    private String versioned(Fork fork, String data) {
        return new BeaconJson()
                .text("version", BeaconFace.name(fork, trick).toLowerCase(Locale.ROOT))
                .raw("data", data)
                .toString();
    }

    private Preset preset() {
        return network.preset();
    }
}

package org.lifeboat.engine.anchor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.sync.BeaconNetworkJson;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.ssz.SszException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The chain of evidence for one figure as one file. Its form is in `resources/docs/formats.md`.
public final class EvidenceFile {
    static final String FORMAT = "lifeboat-evidence/1";

    private EvidenceFile() {}

    /// Everything from the checkpoint to the newest final figure of one position.
    /// @param token empty for the native coin
    /// @return empty where nothing of the position is final yet
    public static Optional<Bytes> write(Storage storage, ChainId chain, Address account, Optional<Address> token) {
        Optional<StoredCheckpoint> checkpoint = storage.sync().checkpoint(chain);
        Optional<BeaconNetwork> network = new Beacons(storage.sync()).network(chain);
        if (checkpoint.isEmpty() || network.isEmpty()) {
            return Optional.empty();
        }
        List<EvidenceStore.Id> proofs = storage.evidence()
                .of(chain, account, Optional.of(Anchors.PROOF))
                .reversed();
        for (EvidenceStore.Id id : proofs) {
            Optional<StoredEvidence> piece = storage.evidence().find(id);
            Optional<BalanceProof> proof = piece.flatMap(found -> ProofJson.read(found.content()))
                    .filter(found -> found.token().equals(token));
            Optional<Anchor> anchor = piece.flatMap(found -> anchor(storage, chain, found));
            if (proof.isPresent() && anchor.isPresent()) {
                return Optional.of(write(
                        chain,
                        network.get(),
                        checkpoint.get(),
                        storage.sync().messages(chain),
                        anchor.get(),
                        proof.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Anchor> anchor(Storage storage, ChainId chain, StoredEvidence proof) {
        return storage.evidence().of(chain, Address.ZERO, Optional.of(Anchors.ANCHOR)).stream()
                .flatMap(id -> storage.evidence().find(id).stream())
                .filter(piece -> piece.block().equals(proof.block()))
                .findFirst()
                .flatMap(piece -> Anchor.read(piece.content()));
    }

    private static Bytes write(
            ChainId chain,
            BeaconNetwork network,
            StoredCheckpoint checkpoint,
            List<StoredMessage> kept,
            Anchor anchor,
            BalanceProof proof) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT);
        json.put("chainId", chain.toString());
        json.set("network", BeaconNetworkJson.write(network));
        json.put("checkpoint", checkpoint.root().toHex());
        ArrayNode list = json.putArray("messages");
        needed(kept, anchor.message(), network).forEach(message -> list.add(Anchor.toJson(message)));
        json.set("path", Anchor.toJson(anchor.path()));
        json.set("proof", ProofJson.toJson(proof));
        json.put("digest", digest(json));
        return bytes(json);
    }

    /// The bootstrap, the hand-overs up to the committee that signed `last`, and `last` itself. Later
    /// hand-overs would make it old news.
    private static List<StoredMessage> needed(List<StoredMessage> kept, StoredMessage last, BeaconNetwork network) {
        List<StoredMessage> messages = new ArrayList<>();
        if (last.kind() == StoredMessage.Kind.BOOTSTRAP) {
            return List.of(last);
        }
        long period = last.kind() == StoredMessage.Kind.UPDATE ? last.period() : signedIn(last, network);
        for (StoredMessage message : kept) {
            if (message.kind() == StoredMessage.Kind.BOOTSTRAP
                    || (message.kind() == StoredMessage.Kind.UPDATE && message.period() < period)) {
                messages.add(message);
            }
        }
        messages.add(last);
        return messages;
    }

    private static long signedIn(StoredMessage finality, BeaconNetwork network) {
        try {
            Fork fork = Fork.valueOf(finality.fork());
            Update update = Update.readFinality(finality.ssz(), fork, network.preset());
            return network.preset().periodAt(update.signatureSlot());
        } catch (SszException e) {
            throw new IllegalArgumentException("a message that was kept cannot be read", e);
        }
    }

    /// Keccak-256 of the file without its member `digest`, as it is written.
    static String digest(ObjectNode json) {
        ObjectNode without = json.deepCopy();
        without.remove("digest");
        return Keccak256.hash(bytes(without)).toHex();
    }

    /// The one way to write a file: what differs from it in any byte was altered.
    static Bytes bytes(JsonNode json) {
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
        return Bytes.of((text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

package org.lifeboat.engine.anchor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lifeboat.engine.activity.ReceiptProof;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.sync.BeaconNetworkJson;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.ssz.SszException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The chain of evidence for one figure as one file. Its form is in `resources/docs/formats.md`.
public final class EvidenceFile {
    /// Without a `case` in its proof: the balance of the native coin, or of a token whose slot is pinned.
    static final String FIRST_FORMAT = "lifeboat-evidence/1";

    static final String FORMAT = "lifeboat-evidence/2";

    private EvidenceFile() {}

    /// Everything from the checkpoint to the newest final figure of one position.
    /// @param token empty for the native coin
    /// @return empty where nothing of the position is final yet
    public static Optional<Bytes> write(Storage storage, ChainId chain, Address account, Optional<Address> token) {
        return write(storage, chain, account, proof -> proof.isOf(token));
    }

    /// Everything from the checkpoint to the receipt of one own transaction.
    /// @return empty where its block is not final yet, or its receipt was never proven here
    public static Optional<Bytes> writePayment(Storage storage, ChainId chain, Address account, Hash32 transaction) {
        return write(
                storage,
                chain,
                account,
                proof -> proof instanceof KeptProof.Payment(Address _, ReceiptProof receipt)
                        && receipt.transaction().equals(transaction));
    }

    private static Optional<Bytes> write(Storage storage, ChainId chain, Address account, Predicate<KeptProof> chosen) {
        Optional<StoredCheckpoint> checkpoint = storage.sync().checkpoint(chain);
        Optional<BeaconNetwork> network = new Beacons(storage.sync()).network(chain);
        if (checkpoint.isEmpty() || network.isEmpty()) {
            return Optional.empty();
        }
        KeptProofs kept = new KeptProofs(storage, chain);
        return kept.of(account).stream()
                .filter(piece -> chosen.test(piece.proof()))
                .filter(piece -> kept.anchor(piece.stored().block()).isPresent())
                .max(Comparator.comparingLong(piece -> piece.stored().block().number()))
                .map(piece -> write(
                        chain,
                        network.get(),
                        checkpoint.get(),
                        storage.sync().messages(chain),
                        kept.anchor(piece.stored().block()).orElseThrow(),
                        piece.proof()));
    }

    private static Bytes write(
            ChainId chain,
            BeaconNetwork network,
            StoredCheckpoint checkpoint,
            List<StoredMessage> messages,
            Anchor anchor,
            KeptProof proof) {
        ObjectNode below = switch (proof) {
            case KeptProof.Balance(BalanceProof balance) -> ProofJson.toJson(balance, true);
            case KeptProof.Payment(Address _, ReceiptProof receipt) -> PaymentJson.toJson(receipt);
        };
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", below.has("case") ? FORMAT : FIRST_FORMAT);
        json.put("chainId", chain.toString());
        json.set("network", BeaconNetworkJson.write(network));
        json.put("checkpoint", checkpoint.root().toHex());
        ArrayNode list = json.putArray("messages");
        needed(messages, anchor.message(), network).forEach(message -> list.add(Anchor.toJson(message)));
        json.set("path", Anchor.toJson(anchor.path()));
        json.set("proof", below);
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

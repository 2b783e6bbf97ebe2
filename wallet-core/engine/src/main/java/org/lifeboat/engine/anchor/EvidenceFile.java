package org.lifeboat.engine.anchor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lifeboat.engine.activity.ReceiptProof;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.name.NameProof;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.sync.BeaconNetworkJson;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.verified.TrialProof;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
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

    /// With a `case` in its proof.
    static final String SECOND_FORMAT = "lifeboat-evidence/2";

    /// As the second, with a `level`: final, or posted, from a header that its committee signed and that is not
    /// final; and for what a transaction would have done.
    static final String FORMAT = "lifeboat-evidence/3";

    /// As the third, for where a name led.
    static final String NAME_FORMAT = "lifeboat-evidence/4";

    static final Set<String> FORMATS = Set.of(FIRST_FORMAT, SECOND_FORMAT, FORMAT, NAME_FORMAT);

    private EvidenceFile() {}

    /// Everything from the checkpoint to the newest final figure of one position; while none is final, to the
    /// newest that hangs below a signed header.
    /// @param token empty for the native coin
    /// @return empty where L1 vouches for nothing of the position yet
    public static Optional<Bytes> write(Storage storage, ChainId chain, Address account, Optional<Address> token) {
        return write(storage, chain, account, proof -> proof.isOf(token));
    }

    /// Everything from the checkpoint to the receipt of one own transaction.
    /// @return empty where L1 does not vouch for its block yet, or its receipt was never proven here
    public static Optional<Bytes> writePayment(Storage storage, ChainId chain, Address account, Hash32 transaction) {
        return write(
                storage,
                chain,
                account,
                proof -> proof instanceof KeptProof.Payment(Address _, ReceiptProof receipt)
                        && receipt.transaction().equals(transaction));
    }

    /// Everything from the checkpoint to what trying out one own transaction had shown before it was signed.
    /// @param signed its bytes
    /// @return empty where L1 does not vouch for the block of the trial yet, or nothing of it was kept
    public static Optional<Bytes> writeTrial(Storage storage, ChainId chain, Address account, Bytes signed) {
        return write(
                storage,
                chain,
                account,
                proof -> proof instanceof KeptProof.Trial(Address _, TrialProof trial)
                        && trial.signed().equals(signed));
    }

    /// Everything from the checkpoint to where a name led, or how an address was called.
    /// @param l1 whose registry was asked
    /// @param subject a normalised name, or an address with its checksum
    /// @param chain that the address is for
    /// @return empty where nothing of it was kept, or L1 does not vouch for its block any more
    public static Optional<Bytes> writeName(Storage storage, ChainId l1, String subject, ChainId chain) {
        return write(
                storage,
                l1,
                Names.OWNER,
                proof -> proof instanceof KeptProof.Name(NameProof name)
                        && name.subject().equals(subject)
                        && name.chain().equals(chain));
    }

    private static Optional<Bytes> write(Storage storage, ChainId chain, Address account, Predicate<KeptProof> chosen) {
        Optional<StoredCheckpoint> checkpoint = storage.sync().checkpoint(chain);
        Optional<BeaconNetwork> network = new Beacons(storage.sync()).network(chain);
        if (checkpoint.isEmpty() || network.isEmpty()) {
            return Optional.empty();
        }
        KeptProofs kept = new KeptProofs(storage, chain);
        List<KeptProof.Piece> pieces = kept.of(account).stream()
                .filter(piece -> chosen.test(piece.proof()))
                .toList();
        Chain below =
                new Chain(chain, network.get(), checkpoint.get(), storage.sync().messages(chain));
        return newest(pieces, kept::anchor)
                .map(found -> below.write(found, true))
                .or(() -> newest(pieces, kept::signed).map(found -> below.write(found, false)));
    }

    private record Anchored(Anchor anchor, KeptProof.Piece piece) {}

    private static Optional<Anchored> newest(
            List<KeptProof.Piece> pieces, Function<BlockRef, Optional<Anchor>> anchors) {
        return pieces.stream()
                .flatMap(piece ->
                        anchors.apply(piece.stored().block()).stream().map(anchor -> new Anchored(anchor, piece)))
                .max(Comparator.comparingLong(
                        found -> found.piece().stored().block().number()));
    }

    /// What a chain of evidence begins with.
    private record Chain(
            ChainId chain, BeaconNetwork network, StoredCheckpoint checkpoint, List<StoredMessage> messages) {
        Bytes write(Anchored found, boolean isFinal) {
            ObjectNode below = switch (found.piece().proof()) {
                case KeptProof.Balance(BalanceProof balance) -> ProofJson.toJson(balance, true);
                case KeptProof.Payment(Address _, ReceiptProof receipt) -> PaymentJson.toJson(receipt);
                case KeptProof.Trial(Address _, TrialProof trial) -> TrialJson.toJson(trial, true);
                case KeptProof.Name(NameProof name) -> NameJson.toJson(name, true);
            };
            boolean name = found.piece().proof() instanceof KeptProof.Name;
            boolean levelled = name || !isFinal || found.piece().proof() instanceof KeptProof.Trial;
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put(
                    "format",
                    name ? NAME_FORMAT : levelled ? FORMAT : below.has("case") ? SECOND_FORMAT : FIRST_FORMAT);
            json.put("chainId", chain.toString());
            json.set("network", BeaconNetworkJson.write(network));
            json.put("checkpoint", checkpoint.root().toHex());
            ArrayNode list = json.putArray("messages");
            needed(messages, found.anchor().message(), network).forEach(message -> list.add(Anchor.toJson(message)));
            if (levelled) {
                json.put("level", (isFinal ? Assurance.Level.FINAL : Assurance.Level.POSTED).name());
            }
            json.set("path", Anchor.toJson(found.anchor().path()));
            json.set("proof", below);
            json.put("digest", digest(json));
            return bytes(json);
        }
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

    private static long signedIn(StoredMessage last, BeaconNetwork network) {
        try {
            Fork fork = Fork.valueOf(last.fork());
            Update update = last.kind() == StoredMessage.Kind.OPTIMISTIC
                    ? Update.readOptimistic(last.ssz(), fork, network.preset())
                    : Update.readFinality(last.ssz(), fork, network.preset());
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

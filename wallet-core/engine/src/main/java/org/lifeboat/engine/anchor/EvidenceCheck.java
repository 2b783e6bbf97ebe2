package org.lifeboat.engine.anchor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.anchor.EvidenceLink.Kind;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.sync.BeaconNetworkJson;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.ExecutionHeader;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.ssz.SszException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Checks an evidence file again, believing nothing but its checkpoint. Asks nobody.
public sealed interface EvidenceCheck {
    /// Every link holds.
    /// @param checkpoint the root that all of it stands on; to be compared by the user
    /// @param links from the checkpoint to the amount
    record Holds(
            ChainId chain,
            Hash32 checkpoint,
            Address account,
            Optional<Address> token,
            BigInteger units,
            BlockRef block,
            List<EvidenceLink> links)
            implements EvidenceCheck {
        public Holds {
            links = List.copyOf(links);
        }
    }

    /// The first link that does not hold.
    record Broken(Where where, String detail) implements EvidenceCheck {
        public String messageKey() {
            return "sync.broken." + where;
        }
    }

    /// The file speaks of something this program does not know: says nothing about the file.
    record UpdateNeeded(String detail) implements EvidenceCheck {}

    /// Where a file breaks. {0} detail
    enum Where {
        /// It is no such file, or its bytes are not those that were written.
        FORM,
        /// Its network is not the one the program knows under that chain id.
        NETWORK,
        CHECKPOINT,
        COMMITTEE,
        FINALITY,
        PATH,
        PROOF
    }

    JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// @param unixSeconds the clock: a header of the future is refused
    static EvidenceCheck of(Bytes file, long unixSeconds, TokenList tokens) {
        try {
            if (!(STRICT.readTree(file.toArray()) instanceof ObjectNode json)) {
                return new Broken(Where.FORM, "no JSON object");
            }
            String format = json.path("format").asString("");
            if (!format.equals(EvidenceFile.FORMAT)) {
                return format.startsWith("lifeboat-evidence/")
                        ? new UpdateNeeded(format)
                        : new Broken(Where.FORM, "not a file of evidence");
            }
            if (!EvidenceFile.bytes(json).equals(file)
                    || !EvidenceFile.digest(json).equals(ProofJson.text(json, "digest"))) {
                return new Broken(Where.FORM, "the bytes are not those that were written");
            }
            return new Checking(json, unixSeconds, tokens).check();
        } catch (JacksonException e) {
            return new Broken(Where.FORM, "no JSON");
        } catch (SszException | IllegalArgumentException | ArithmeticException e) {
            return new Broken(Where.FORM, String.valueOf(e.getMessage()));
        }
    }

    /// One check under way. Used once.
    final class Checking {
        private final JsonNode json;
        private final long unixSeconds;
        private final TokenList tokens;
        private final List<EvidenceLink> links = new ArrayList<>();

        private Checking(JsonNode json, long unixSeconds, TokenList tokens) {
            this.json = json;
            this.unixSeconds = unixSeconds;
            this.tokens = tokens;
        }

        private EvidenceCheck check() throws SszException {
            ChainId chain = new ChainId(ProofJson.number(json, "chainId").longValueExact());
            BeaconNetwork network = BeaconNetworkJson.read(json.path("network"));
            if (!Beacons.known(chain).orElse(network).equals(network)) {
                return new Broken(Where.NETWORK, network.name());
            }
            Hash32 checkpoint = Hash32.fromHex(ProofJson.text(json, "checkpoint"));
            links.add(EvidenceLink.of(Kind.CHECKPOINT, checkpoint, network.name()));
            Optional<Store> store = Optional.empty();
            for (JsonNode each : ProofJson.array(json, "messages")) {
                StoredMessage message = Anchor.message(each);
                Verdict verdict = verdict(network, checkpoint, store, message);
                if (verdict instanceof Verdict.Accepted(Store next)) {
                    store = Optional.of(next);
                } else {
                    Where where = switch (message.kind()) {
                        case BOOTSTRAP -> Where.CHECKPOINT;
                        case UPDATE -> Where.COMMITTEE;
                        case FINALITY, OPTIMISTIC, CONFLICT -> Where.FINALITY;
                    };
                    return new Broken(where, verdict.toString());
                }
            }
            return store.isEmpty()
                    ? new Broken(Where.CHECKPOINT, "the checkpoint's block is missing")
                    : below(chain, network, checkpoint, store.get());
        }

        private Verdict verdict(BeaconNetwork network, Hash32 checkpoint, Optional<Store> store, StoredMessage message)
                throws SszException {
            LightClient client = new LightClient(network);
            Fork fork = Fork.valueOf(message.fork());
            boolean begins = message.kind() == StoredMessage.Kind.BOOTSTRAP;
            if (begins != store.isEmpty()) {
                throw new IllegalArgumentException("the messages are out of order");
            }
            if (begins) {
                return client.begin(checkpoint, Bootstrap.read(message.ssz(), fork, network.preset()));
            }
            Update update = switch (message.kind()) {
                case UPDATE -> Update.read(message.ssz(), fork, network.preset());
                case FINALITY -> Update.readFinality(message.ssz(), fork, network.preset());
                case BOOTSTRAP, OPTIMISTIC, CONFLICT -> throw new IllegalArgumentException("a message of no use here");
            };
            note(network, update, message);
            return client.process(store.orElseThrow(), update, network.slotAt(unixSeconds));
        }

        private void note(BeaconNetwork network, Update update, StoredMessage message) {
            long period = network.preset().periodAt(update.attested().beacon().slot());
            Hash32 root = update.attested().beacon().root();
            if (message.kind() == StoredMessage.Kind.UPDATE) {
                links.add(EvidenceLink.of(
                        Kind.COMMITTEE,
                        root,
                        period + 1,
                        update.aggregate().participants(),
                        update.aggregate().members()));
            }
        }

        private EvidenceCheck below(ChainId chain, BeaconNetwork network, Hash32 checkpoint, Store store) {
            Optional<ExecutionHeader> payload = store.finalized().payload();
            if (payload.isEmpty()) {
                return new UpdateNeeded(network.name());
            }
            ExecutionHeader top = payload.get();
            links.add(EvidenceLink.of(
                    Kind.FINAL_BLOCK,
                    store.finalized().beacon().root(),
                    store.finalized().beacon().slot()));
            links.add(EvidenceLink.of(Kind.L1_HEADER, top.blockHash(), top.blockNumber()));
            BalanceProof proof = ProofJson.balance(json.path("proof"));
            if (!(BlockHeader.fromRlp(proof.header()) instanceof Answer.Proven<BlockHeader>(BlockHeader header))) {
                return new Broken(Where.PROOF, "no header");
            }
            HashPath path = Anchor.path(json.path("path"));
            if (header.number() > top.blockNumber()) {
                return new Broken(Where.PATH, "the block is above the final one");
            }
            return switch (path.hashOf(header.number(), top.blockNumber(), top.blockHash(), top.stateRoot())) {
                case Answer.Proven<Hash32>(Hash32 hash)
                when hash.equals(header.hash()) -> amount(chain, checkpoint, top, header, proof);
                case Answer.Proven<Hash32>(Hash32 hash) ->
                    new Broken(Where.PATH, "block " + header.number() + " is " + hash);
                case Answer.Refuted<Hash32>(String reason) -> new Broken(Where.PATH, reason);
                case Answer.Unknown<Hash32>(Answer.Cause _, String reason) -> new Broken(Where.PATH, reason);
            };
        }

        private EvidenceCheck amount(
                ChainId chain, Hash32 checkpoint, ExecutionHeader top, BlockHeader header, BalanceProof proof) {
            links.add(EvidenceLink.of(
                    Kind.ANCESTOR, header.hash(), header.number(), top.blockNumber() - header.number()));
            links.add(EvidenceLink.of(Kind.STATE_ROOT, header.stateRoot(), header.number()));
            return switch (proof.check(proof.token().flatMap(token -> tokens.find(chain, token)))) {
                case Answer.Proven<BigInteger>(BigInteger units) -> {
                    ProofClaim subject = proof.subject();
                    links.add(EvidenceLink.of(
                            Kind.ACCOUNT,
                            subject.account().toChecksum(),
                            subject.accountProof().size()));
                    subject.slots()
                            .forEach(slot -> links.add(EvidenceLink.of(
                                    Kind.SLOT, slot.key(), slot.proof().size())));
                    links.add(
                            EvidenceLink.of(Kind.AMOUNT, units, proof.account().toChecksum()));
                    yield new Holds(chain, checkpoint, proof.account(), proof.token(), units, header.ref(), links);
                }
                case Answer.Refuted<BigInteger>(String reason) -> new Broken(Where.PROOF, reason);
                case Answer.Unknown<BigInteger>(Answer.Cause cause, String reason) ->
                    cause == Answer.Cause.UPDATE_NEEDED ? new UpdateNeeded(reason) : new Broken(Where.PROOF, reason);
            };
        }
    }
}

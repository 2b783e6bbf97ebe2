package org.lifeboat.engine.anchor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.ReceiptProof;
import org.lifeboat.engine.anchor.EvidenceCheck.Broken;
import org.lifeboat.engine.anchor.EvidenceCheck.Fact;
import org.lifeboat.engine.anchor.EvidenceCheck.Holds;
import org.lifeboat.engine.anchor.EvidenceCheck.UpdateNeeded;
import org.lifeboat.engine.anchor.EvidenceCheck.Where;
import org.lifeboat.engine.anchor.EvidenceLink.Kind;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.name.NameProof;
import org.lifeboat.engine.name.Named;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.sync.BeaconNetworkJson;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.verified.StateWitness;
import org.lifeboat.engine.verified.TrialProof;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.ExecutionHeader;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.ssz.SszException;
import tools.jackson.databind.JsonNode;

/// One check of an evidence file under way, from the checkpoint down. Used once.
final class EvidenceWalk {
    private final JsonNode json;
    private final long unixSeconds;
    private final TokenList tokens;
    private final boolean isFinal;
    private final List<EvidenceLink> links = new ArrayList<>();
    private Optional<Update> last = Optional.empty();

    EvidenceWalk(JsonNode json, long unixSeconds, TokenList tokens) {
        this.json = json;
        this.unixSeconds = unixSeconds;
        this.tokens = tokens;
        this.isFinal = !json.path("level").asString("").equals(Assurance.Level.POSTED.name());
    }

    EvidenceCheck check() throws SszException {
        ChainId chain = new ChainId(ProofJson.number(json, "chainId").longValueExact());
        BeaconNetwork network = BeaconNetworkJson.read(json.path("network"));
        if (!Beacons.known(chain).orElse(network).equals(network)) {
            return new Broken(Where.NETWORK, network.name());
        }
        Hash32 checkpoint = Hash32.fromHex(ProofJson.text(json, "checkpoint"));
        links.add(EvidenceLink.of(Kind.CHECKPOINT, checkpoint, network.name()));
        boolean levelled = isLevelled();
        boolean known = !isFinal || json.path("level").asString("").equals(Assurance.Level.FINAL.name());
        if (levelled != json.has("level") || (levelled && !known)) {
            throw new IllegalArgumentException("a level of another version than its file");
        }
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
            case OPTIMISTIC -> Update.readOptimistic(message.ssz(), fork, network.preset());
            case BOOTSTRAP, CONFLICT -> throw new IllegalArgumentException("a message of no use here");
        };
        if (isFinal && message.kind() == StoredMessage.Kind.OPTIMISTIC) {
            throw new IllegalArgumentException("a message that makes nothing final");
        }
        last = Optional.of(update);
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
        LightClientHeader shown = isFinal ? store.finalized() : store.optimistic();
        Optional<ExecutionHeader> payload = shown.payload();
        if (payload.isEmpty()) {
            return new UpdateNeeded(network.name());
        }
        if (!isFinal && !isSigned(shown)) {
            return new Broken(Where.SIGNATURE, "slot " + shown.beacon().slot());
        }
        ExecutionHeader top = payload.get();
        head(shown);
        links.add(EvidenceLink.of(Kind.L1_HEADER, top.blockHash(), top.blockNumber()));
        KeptProof proof = proof();
        if (!(BlockHeader.fromRlp(proof.header()) instanceof Answer.Proven<BlockHeader>(BlockHeader header))) {
            return new Broken(Where.PROOF, "no header");
        }
        HashPath path = Anchor.path(json.path("path"));
        if (header.number() > top.blockNumber()) {
            return new Broken(Where.PATH, "the block is above the final one");
        }
        VerifiedHead head =
                new VerifiedHead(shown.beacon().slot(), shown.beacon().root(), top.block(), top.stateRoot());
        return switch (path.hashOf(header.number(), head, network)) {
            case Answer.Proven<Hash32>(Hash32 hash)
            when hash.equals(header.hash()) -> {
                links.add(EvidenceLink.of(
                        Kind.ANCESTOR, header.hash(), header.number(), top.blockNumber() - header.number()));
                yield fact(chain, checkpoint, header, proof);
            }
            case Answer.Proven<Hash32>(Hash32 hash) ->
                new Broken(Where.PATH, "block " + header.number() + " is " + hash);
            case Answer.Refuted<Hash32>(String reason) -> new Broken(Where.PATH, reason);
            case Answer.Unknown<Hash32>(Answer.Cause _, String reason) -> new Broken(Where.PATH, reason);
        };
    }

    /// A committee's few do not make a head.
    private boolean isSigned(LightClientHeader shown) {
        return last.filter(update -> update.attested().equals(shown))
                .filter(update -> update.aggregate().hasSupermajority())
                .isPresent();
    }

    private void head(LightClientHeader shown) {
        Hash32 root = shown.beacon().root();
        long slot = shown.beacon().slot();
        links.add(
                isFinal
                        ? EvidenceLink.of(Kind.FINAL_BLOCK, root, slot)
                        : EvidenceLink.of(
                                Kind.SIGNED_BLOCK,
                                root,
                                slot,
                                last.orElseThrow().aggregate().participants(),
                                last.orElseThrow().aggregate().members()));
    }

    private boolean isLevelled() {
        String format = json.path("format").asString("");
        return format.equals(EvidenceFile.FORMAT) || format.equals(EvidenceFile.NAME_FORMAT);
    }

    private KeptProof proof() {
        JsonNode below = json.path("proof");
        String format = json.path("format").asString("");
        boolean levelled = isLevelled();
        String named = below.path("case").asString("");
        if ((!levelled && format.equals(EvidenceFile.FIRST_FORMAT) == below.has("case"))
                || (!levelled && named.equals("trial"))
                || format.equals(EvidenceFile.NAME_FORMAT) != named.equals("name")) {
            throw new IllegalArgumentException("a proof of another version than its file");
        }
        return switch (named) {
            case "payment" -> new KeptProof.Payment(Address.ZERO, PaymentJson.payment(below));
            case "trial" -> new KeptProof.Trial(Address.ZERO, TrialJson.trial(below, _ -> Optional.empty()));
            case "name" -> new KeptProof.Name(NameJson.name(below, _ -> Optional.empty()));
            default -> new KeptProof.Balance(ProofJson.balance(below, _ -> Optional.empty()));
        };
    }

    private EvidenceCheck fact(ChainId chain, Hash32 checkpoint, BlockHeader header, KeptProof kept) {
        Answer<Fact> fact = switch (kept) {
            case KeptProof.Balance(BalanceProof proof) -> {
                links.add(EvidenceLink.of(Kind.STATE_ROOT, header.stateRoot(), header.number()));
                yield proof.check(chain, proof.token().flatMap(token -> tokens.find(chain, token)))
                        .map(units -> amount(proof, units));
            }
            case KeptProof.Payment(Address _, ReceiptProof proof) ->
                proof.check().then(receipt -> payment(header, proof, receipt));
            case KeptProof.Trial(Address _, TrialProof proof) -> {
                links.add(EvidenceLink.of(Kind.STATE_ROOT, header.stateRoot(), header.number()));
                yield proof.check(chain).map(tried -> trial(proof, tried));
            }
            case KeptProof.Name(NameProof proof) -> {
                links.add(EvidenceLink.of(Kind.STATE_ROOT, header.stateRoot(), header.number()));
                yield proof.check(chain).map(found -> name(proof, found));
            }
        };
        return switch (fact) {
            case Answer.Proven<Fact>(Fact proven) ->
                new Holds(
                        chain,
                        checkpoint,
                        proven,
                        header.ref(),
                        isFinal ? Assurance.Level.FINAL : Assurance.Level.POSTED,
                        links);
            case Answer.Refuted<Fact>(String reason) -> new Broken(Where.PROOF, reason);
            case Answer.Unknown<Fact>(Answer.Cause cause, String reason) ->
                cause == Answer.Cause.UPDATE_NEEDED ? new UpdateNeeded(reason) : new Broken(Where.PROOF, reason);
        };
    }

    private Fact amount(BalanceProof proof, BigInteger units) {
        switch (proof.basis()) {
            case BalanceProof.Basis.Slots(ProofClaim subject, var _) -> below(subject);
            case BalanceProof.Basis.Call(StateWitness witness) -> below(witness);
        }
        links.add(EvidenceLink.of(Kind.AMOUNT, units, proof.account().toChecksum()));
        return new Fact.Amount(proof.account(), proof.token(), units);
    }

    private Fact trial(TrialProof proof, TrialProof.Tried tried) {
        below(proof.ground().witness());
        Hash32 hash = tried.transaction().hash();
        links.add(
                tried.succeeds()
                        ? EvidenceLink.of(
                                Kind.TRIED_SUCCEEDS, hash, tried.effects().gasUsed())
                        : EvidenceLink.of(Kind.TRIED_FAILS, hash));
        return new Fact.Trial(
                hash, tried.from(), tried.succeeds(), tried.effects().gasUsed());
    }

    private Fact name(NameProof proof, Named.Found found) {
        below(proof.ground().witness());
        String address = found.address().toChecksum();
        links.add(EvidenceLink.of(Kind.NAMED, address, found.name(), found.chain()));
        if (proof.subject().equals(address)) {
            links.add(EvidenceLink.of(Kind.CALLED, address, found.name()));
        }
        return new Fact.Name(found.name(), found.chain(), found.address());
    }

    private void below(StateWitness witness) {
        witness.claims().forEach(this::below);
        witness.codes().forEach(code -> links.add(EvidenceLink.of(Kind.CODE, Keccak256.hash(code), code.size())));
    }

    private void below(ProofClaim claim) {
        links.add(EvidenceLink.of(
                Kind.ACCOUNT, claim.account().toChecksum(), claim.accountProof().size()));
        claim.slots()
                .forEach(slot -> links.add(
                        EvidenceLink.of(Kind.SLOT, slot.key(), slot.proof().size())));
    }

    private Answer<Fact> payment(BlockHeader header, ReceiptProof proof, Receipt receipt) {
        if (!(receipt.outcome() instanceof Receipt.Outcome.Status(boolean succeeded))) {
            return new Answer.Unknown<>(Answer.Cause.NOT_OFFERED, "a receipt of before Byzantium");
        }
        links.add(EvidenceLink.of(
                Kind.TRANSACTION,
                proof.transaction(),
                proof.place() + 1,
                proof.transactionNodes().size()));
        links.add(EvidenceLink.of(
                Kind.RECEIPT, header.receiptsRoot(), proof.receiptNodes().size()));
        links.add(EvidenceLink.of(succeeded ? Kind.SUCCEEDED : Kind.FAILED, proof.transaction()));
        return new Answer.Proven<>(new Fact.Payment(proof.transaction(), succeeded));
    }
}

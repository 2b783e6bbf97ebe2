package org.lifeboat.engine.anchor;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.balances.Vouching;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.block.BlockHeader;

/// Keeps proofs and raises their figures when L1 has been verified so far: late anchoring. Thread-safe, as
/// its parts are.
public final class Anchors implements Vouching {
    static final String PROOF = "balance-proof/1";
    static final String ANCHOR = "l1-anchor/1";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Storage storage;
    private final Function<ChainId, Optional<SyncStatus>> heads;
    private final Function<ChainId, List<Source>> sources;
    private final TokenList tokens;

    /// @param heads what is verified of a chain's L1 now; may ask its beacon nodes first
    /// @param sources whom to ask for headers
    public Anchors(
            Storage storage,
            Function<ChainId, Optional<SyncStatus>> heads,
            Function<ChainId, List<Source>> sources,
            TokenList tokens) {
        this.storage = storage;
        this.heads = heads;
        this.sources = sources;
        this.tokens = tokens;
    }

    @Override
    public void take(Network network, Collection<BalanceProof> proofs) {
        if (!(network.layer() instanceof Network.Layer.L1)) {
            return;
        }
        ChainId chain = network.chain();
        Optional<SyncStatus> status = heads.apply(chain);
        if (status.isEmpty() || status.get().checkpoint().isEmpty()) {
            return;
        }
        proofs.forEach(proof -> keep(chain, proof));
        if (status.get().phase() == SyncStatus.Phase.CONFLICT) {
            forget(storage, chain);
        } else {
            rise(chain, status.get());
        }
    }

    /// Takes back every figure of a chain that L1 vouched for, because what vouched is not trusted any more.
    /// The proofs themselves stay and can rise again.
    public static void forget(Storage storage, ChainId chain) {
        storage.balances().all().stream()
                .filter(reading -> reading.chain().equals(chain))
                .filter(reading -> reading.assurance().level().compareTo(Assurance.Level.POSTED) >= 0)
                .forEach(reading -> storage.balances()
                        .remove(
                                chain,
                                reading.account(),
                                reading.token(),
                                reading.assurance().level()));
        for (EvidenceStore.Id id : storage.evidence().all()) {
            storage.evidence()
                    .find(id)
                    .filter(piece -> piece.chain().equals(chain) && piece.kind().equals(ANCHOR))
                    .ifPresent(_ -> storage.evidence().remove(id));
        }
    }

    /// Of one position at most two proofs wait: the oldest, which rises first, and the newest.
    private void keep(ChainId chain, BalanceProof proof) {
        if (!(BlockHeader.fromRlp(proof.header()) instanceof Answer.Proven<BlockHeader>(BlockHeader header))) {
            return;
        }
        List<Kept> waiting = kept(chain, proof.account()).stream()
                .filter(kept -> kept.proof().token().equals(proof.token()))
                .filter(kept -> anchor(chain, kept.piece().block()).isEmpty())
                .toList();
        storage.atomically(() -> {
            waiting.stream().skip(1).forEach(kept -> storage.evidence().remove(kept.id()));
            return storage.evidence()
                    .add(new StoredEvidence(PROOF, chain, proof.account(), header.ref(), ProofJson.write(proof)));
        });
    }

    /// A kept proof.
    record Kept(EvidenceStore.Id id, StoredEvidence piece, BalanceProof proof) {}

    private List<Kept> kept(ChainId chain, Address account) {
        List<Kept> kept = new ArrayList<>();
        for (EvidenceStore.Id id : storage.evidence().of(chain, account, Optional.of(PROOF))) {
            storage.evidence()
                    .find(id)
                    .ifPresent(piece ->
                            ProofJson.read(piece.content()).ifPresent(proof -> kept.add(new Kept(id, piece, proof))));
        }
        return kept;
    }

    private Optional<Anchor> anchor(ChainId chain, BlockRef block) {
        return storage.evidence().of(chain, Address.ZERO, Optional.of(ANCHOR)).stream()
                .flatMap(id -> storage.evidence().find(id).stream())
                .filter(piece -> piece.block().equals(block))
                .findFirst()
                .flatMap(piece -> Anchor.read(piece.content()));
    }

    private void rise(ChainId chain, SyncStatus status) {
        Map<BlockRef, List<Kept>> waiting = new TreeMap<>((one, other) -> one.number() != other.number()
                ? Long.compare(one.number(), other.number())
                : one.hash().compareTo(other.hash()));
        storage.accounts().all().stream()
                .flatMap(account -> kept(chain, account.address()).stream())
                .filter(kept -> anchor(chain, kept.piece().block()).isEmpty())
                .forEach(kept -> waiting.computeIfAbsent(kept.piece().block(), _ -> new ArrayList<>())
                        .add(kept));
        PathFinder paths = new PathFinder(sources.apply(chain), Deadline.in(PATIENCE));
        waiting.forEach((block, kept) -> {
            boolean isFinal = status.finalized()
                    .filter(head -> head.block().number() >= block.number())
                    .isPresent();
            Optional<VerifiedHead> top = isFinal
                    ? status.finalized()
                    : status.attested().filter(head -> head.block().number() >= block.number());
            top.ifPresent(head -> paths.find(block.number(), head)
                    .ifPresent(found -> settle(chain, status, block, kept, found, isFinal)));
        });
    }

    private void settle(
            ChainId chain,
            SyncStatus status,
            BlockRef block,
            List<Kept> kept,
            PathFinder.Found found,
            boolean isFinal) {
        if (!found.hash().equals(block.hash())) {
            // The chain went another way: these proofs prove a state that never was.
            storage.atomically(() -> {
                kept.forEach(each -> drop(chain, each));
                return true;
            });
            return;
        }
        storage.atomically(() -> {
            kept.forEach(each -> raise(chain, each, isFinal ? Assurance.Level.FINAL : Assurance.Level.POSTED));
            if (isFinal) {
                finality(chain, status.network(), status.finalized().orElseThrow())
                        .ifPresent(message -> storage.evidence()
                                .add(new StoredEvidence(
                                        ANCHOR,
                                        chain,
                                        Address.ZERO,
                                        block,
                                        new Anchor(message, found.path()).write())));
            }
            return true;
        });
    }

    /// The message on disk that shows `top` as final.
    private Optional<StoredMessage> finality(ChainId chain, BeaconNetwork network, VerifiedHead top) {
        return storage.sync().messages(chain).stream()
                .filter(message -> Anchor.shows(message, network, top.beaconRoot()))
                .findFirst();
    }

    private void raise(ChainId chain, Kept kept, Assurance.Level level) {
        BalanceProof proof = kept.proof();
        if (!(proof.check(proof.token().flatMap(token -> tokens.find(chain, token)))
                instanceof Answer.Proven<BigInteger>(BigInteger units))) {
            return;
        }
        BlockRef block = kept.piece().block();
        List<StoredReading> readings = storage.balances().of(chain, proof.account(), proof.token());
        boolean newerThere = readings.stream()
                .anyMatch(reading ->
                        reading.assurance().level() == level && reading.block().number() > block.number());
        if (!newerThere && !readings.isEmpty()) {
            storage.balances()
                    .put(new StoredReading(
                            chain,
                            proof.account(),
                            proof.token(),
                            new Assurance(level, Set.of()),
                            block,
                            units,
                            // What is proven is proven as of its block; a reading of later is the newer one.
                            Instant.ofEpochSecond(block.unixSeconds()),
                            readings.getFirst().source()));
        }
        if (level == Assurance.Level.FINAL) {
            removeIfOf(chain, proof, Assurance.Level.POSTED, block);
            thin(chain, proof, block);
        }
    }

    /// Of what is final only the newest proof of a position is kept.
    private void thin(ChainId chain, BalanceProof proof, BlockRef newest) {
        kept(chain, proof.account()).stream()
                .filter(other -> other.proof().token().equals(proof.token()))
                .filter(other -> other.piece().block().number() < newest.number())
                .forEach(other -> storage.evidence().remove(other.id()));
    }

    private void drop(ChainId chain, Kept kept) {
        storage.evidence().remove(kept.id());
        removeIfOf(chain, kept.proof(), Assurance.Level.POSTED, kept.piece().block());
    }

    private void removeIfOf(ChainId chain, BalanceProof proof, Assurance.Level level, BlockRef block) {
        boolean there = storage.balances().of(chain, proof.account(), proof.token()).stream()
                .anyMatch(reading ->
                        reading.assurance().level() == level && reading.block().equals(block));
        if (there) {
            storage.balances().remove(chain, proof.account(), proof.token(), level);
        }
    }
}

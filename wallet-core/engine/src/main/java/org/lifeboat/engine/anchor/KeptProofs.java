package org.lifeboat.engine.anchor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lifeboat.engine.activity.ReceiptProof;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.name.NameProof;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.verified.TrialProof;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;

/// The proofs of one chain that lie on the disk, and what ties their blocks to final headers. One thread;
/// used for one round.
final class KeptProofs {
    static final String BALANCE = "balance-proof/1";
    static final String CALL = "balance-call/1";
    static final String PAYMENT = "receipt-proof/1";
    static final String TRIAL = "trial-proof/1";
    static final String NAME = "name-proof/1";
    static final String ANCHOR = StoredEvidence.L1_ANCHOR;
    static final String SIGNED = StoredEvidence.L1_ANCHOR_SIGNED;

    /// A contract's code, kept once for all proofs that run it; its block is named by number 0 and the
    /// code's hash.
    static final String CODE = "code/1";

    private final Storage storage;
    private final ChainId chain;
    private final Map<Hash32, Bytes> codes = new HashMap<>();
    private final Map<BlockRef, Anchor> anchors = new LinkedHashMap<>();
    private final Map<BlockRef, Anchor> signed = new LinkedHashMap<>();
    private final Ties ties;

    KeptProofs(Storage storage, ChainId chain) {
        this.storage = storage;
        this.chain = chain;
        this.ties = new Ties(storage, chain);
        pieces(Address.ZERO, CODE).forEach(piece -> codes.put(Keccak256.hash(piece.content()), piece.content()));
        pieces(Address.ZERO, ANCHOR)
                .forEach(piece ->
                        Anchor.read(piece.content()).ifPresent(anchor -> anchors.putIfAbsent(piece.block(), anchor)));
        pieces(Address.ZERO, SIGNED)
                .forEach(piece ->
                        Anchor.read(piece.content()).ifPresent(anchor -> signed.putIfAbsent(piece.block(), anchor)));
    }

    private Stream<StoredEvidence> pieces(Address account, String kind) {
        return storage.evidence().of(chain, account, Optional.of(kind)).stream()
                .flatMap(id -> storage.evidence().find(id).stream());
    }

    /// What tied a block to a final header.
    Optional<Anchor> anchor(BlockRef block) {
        return Optional.ofNullable(anchors.get(block));
    }

    void anchor(BlockRef block, Anchor anchor) {
        storage.evidence().add(new StoredEvidence(ANCHOR, chain, Address.ZERO, block, anchor.write()));
        anchors.put(block, anchor);
        loosen(block);
    }

    /// What tied a block to a header that was signed by its committee, and is not final yet.
    Optional<Anchor> signed(BlockRef block) {
        return Optional.ofNullable(signed.get(block));
    }

    /// How far something rises that is proven under the header of `block`.
    Assurance assurance(BlockRef block) {
        if (anchors.containsKey(block)) {
            return new Assurance(Assurance.Level.FINAL, Set.of());
        }
        return signed.containsKey(block) ? new Assurance(Assurance.Level.POSTED, Set.of()) : Assurance.MATCHED;
    }

    /// Kept once for each block: any signed header above it will do.
    void signed(BlockRef block, Anchor anchor) {
        if (signed.putIfAbsent(block, anchor) == null) {
            storage.evidence().add(new StoredEvidence(SIGNED, chain, Address.ZERO, block, anchor.write()));
        }
    }

    /// The block is final, or no longer on the chain.
    void loosen(BlockRef block) {
        if (signed.remove(block) != null) {
            for (EvidenceStore.Id id : storage.evidence().of(chain, Address.ZERO, Optional.of(SIGNED))) {
                storage.evidence()
                        .find(id)
                        .filter(piece -> piece.block().equals(block))
                        .ifPresent(_ -> storage.evidence().remove(id));
            }
        }
    }

    /// Takes back what no kept proof needs any more.
    void loosenAllBut(Set<BlockRef> waiting) {
        List.copyOf(signed.keySet()).stream()
                .filter(block -> !waiting.contains(block))
                .forEach(this::loosen);
    }

    /// Everything kept for an account, oldest block first. What is of another version, or damaged, is left
    /// out.
    List<KeptProof.Piece> of(Address account) {
        return of(account, _ -> true);
    }

    /// As [#of], of those whose block no final header vouches for yet. The others are not even read: in time there
    /// are many.
    List<KeptProof.Piece> waiting(Address account) {
        return of(account, piece -> !anchors.containsKey(piece.block()));
    }

    private List<KeptProof.Piece> of(Address account, Predicate<StoredEvidence> wanted) {
        List<KeptProof.Piece> kept = new ArrayList<>();
        for (String kind : List.of(BALANCE, CALL, PAYMENT, TRIAL, NAME)) {
            for (EvidenceStore.Id id : storage.evidence().of(chain, account, Optional.of(kind))) {
                storage.evidence()
                        .find(id)
                        .filter(wanted)
                        .ifPresent(piece ->
                                read(piece).ifPresent(proof -> kept.add(new KeptProof.Piece(id, piece, proof))));
            }
        }
        return kept;
    }

    private Optional<KeptProof> read(StoredEvidence piece) {
        return switch (piece.kind()) {
            case PAYMENT ->
                PaymentJson.read(piece.content()).map(proof -> new KeptProof.Payment(piece.account(), proof));
            case TRIAL ->
                TrialJson.read(piece.content(), this::code).map(proof -> new KeptProof.Trial(piece.account(), proof));
            case NAME -> NameJson.read(piece.content(), this::code).map(KeptProof.Name::new);
            default -> ProofJson.read(piece.content(), this::code).map(KeptProof.Balance::new);
        };
    }

    private Optional<Bytes> code(Hash32 hash) {
        return Optional.ofNullable(codes.get(hash));
    }

    /// Of one position at most two proofs wait: the oldest, which rises first, and the newest.
    void keep(Collection<BalanceProof> proofs) {
        Map<Address, List<BalanceProof>> byAccount = new LinkedHashMap<>();
        proofs.forEach(proof -> byAccount
                .computeIfAbsent(proof.account(), _ -> new ArrayList<>())
                .add(proof));
        storage.atomically(() -> {
            byAccount.forEach((account, fresh) -> {
                List<KeptProof.Piece> waiting = of(account).stream()
                        .filter(kept -> anchor(kept.stored().block()).isEmpty()
                                && ties.of(kept.stored().block()).isEmpty())
                        .toList();
                fresh.forEach(proof -> keep(proof, waiting));
            });
            return true;
        });
    }

    private void keep(BalanceProof proof, List<KeptProof.Piece> waiting) {
        waiting.stream()
                .filter(kept -> kept.proof().isOf(proof.token()))
                .skip(1)
                .forEach(kept -> storage.evidence().remove(kept.id()));
        add(proof);
    }

    /// Keeps a proof that waits for nothing: its block is one that a root is of.
    void add(BalanceProof proof) {
        if (!(BlockHeader.fromRlp(proof.header()) instanceof Answer.Proven<BlockHeader>(BlockHeader header))) {
            return;
        }
        boolean call = proof.basis() instanceof BalanceProof.Basis.Call;
        if (proof.basis() instanceof BalanceProof.Basis.Call(var witness)) {
            witness.codes().forEach(this::keepCode);
        }
        storage.evidence()
                .add(new StoredEvidence(
                        call ? CALL : BALANCE, chain, proof.account(), header.ref(), ProofJson.write(proof)));
    }

    /// Of the coin, and of each token, at most `most` proofs of an account whose blocks are tied to roots
    /// stay: the oldest, the newest, and between them those that are furthest apart.
    void thin(Address account, int most) {
        Ties now = new Ties(storage, chain);
        Map<Optional<Address>, List<KeptProof.Piece>> tied = new LinkedHashMap<>();
        for (KeptProof.Piece piece : of(account)) {
            if (piece.proof() instanceof KeptProof.Balance(BalanceProof proof)
                    && now.of(piece.stored().block()).isPresent()) {
                tied.computeIfAbsent(proof.token(), _ -> new ArrayList<>()).add(piece);
            }
        }
        for (List<KeptProof.Piece> pieces : tied.values()) {
            pieces.sort(Comparator.comparingLong(piece -> piece.stored().block().number()));
            while (pieces.size() > most) {
                remove(pieces.remove(closest(pieces)));
            }
        }
    }

    private static int closest(List<KeptProof.Piece> pieces) {
        int found = 1;
        for (int i = 1; i < pieces.size() - 1; i++) {
            found = room(pieces, i) < room(pieces, found) ? i : found;
        }
        return found;
    }

    private static long room(List<KeptProof.Piece> pieces, int at) {
        return pieces.get(at + 1).stored().block().number()
                - pieces.get(at - 1).stored().block().number();
    }

    private void keepCode(Bytes code) {
        Hash32 hash = Keccak256.hash(code);
        if (codes.put(hash, code) == null) {
            storage.evidence().add(new StoredEvidence(CODE, chain, Address.ZERO, new BlockRef(0, hash, 0), code));
        }
    }

    /// Keeps how a payment ended; once for each block it was seen in.
    static void keep(Storage storage, ChainId chain, Address account, ReceiptProof proof) {
        if (BlockHeader.fromRlp(proof.header()) instanceof Answer.Proven<BlockHeader>(BlockHeader header)) {
            storage.evidence().add(new StoredEvidence(PAYMENT, chain, account, header.ref(), PaymentJson.write(proof)));
        }
    }

    /// Keeps what trying a transaction out stood on.
    void keep(Address account, TrialProof proof) {
        if (BlockHeader.fromRlp(proof.ground().header()) instanceof Answer.Proven<BlockHeader>(BlockHeader header)) {
            storage.atomically(() -> {
                proof.ground().witness().codes().forEach(this::keepCode);
                return storage.evidence()
                        .add(new StoredEvidence(TRIAL, chain, account, header.ref(), TrialJson.write(proof)));
            });
        }
    }

    /// Where names led, oldest block first.
    List<KeptProof.Piece> names() {
        return of(Names.OWNER);
    }

    void keep(NameProof proof) {
        if (BlockHeader.fromRlp(proof.ground().header()) instanceof Answer.Proven<BlockHeader>(BlockHeader header)) {
            proof.ground().witness().codes().forEach(this::keepCode);
            storage.evidence().add(new StoredEvidence(NAME, chain, Names.OWNER, header.ref(), NameJson.write(proof)));
        }
    }

    void remove(KeptProof.Piece piece) {
        storage.evidence().remove(piece.id());
    }
}

package org.lifeboat.engine.anchor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.balances.Vouching;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// Keeps proofs and raises their figures when L1 has been verified so far: late anchoring. Thread-safe, as
/// its parts are.
public final class Anchors implements Vouching {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Storage storage;
    private final Function<ChainId, Optional<SyncStatus>> heads;
    private final Function<ChainId, List<Source>> sources;
    private final Function<ChainId, List<BeaconSource>> beacons;
    private final TokenList tokens;

    /// @param heads what is verified of a chain's L1 now; may ask its beacon nodes first
    /// @param sources whom to ask for headers
    /// @param beacons whom to ask what ties a block to a verified one where headers reach no more
    public Anchors(
            Storage storage,
            Function<ChainId, Optional<SyncStatus>> heads,
            Function<ChainId, List<Source>> sources,
            Function<ChainId, List<BeaconSource>> beacons,
            TokenList tokens) {
        this.storage = storage;
        this.heads = heads;
        this.sources = sources;
        this.beacons = beacons;
        this.tokens = tokens;
    }

    @Override
    public void take(Network network, Collection<BalanceProof> proofs, Again again) {
        if (!(network.layer() instanceof Network.Layer.L1)) {
            return;
        }
        ChainId chain = network.chain();
        Optional<SyncStatus> status = heads.apply(chain);
        if (status.isEmpty() || status.get().checkpoint().isEmpty()) {
            return;
        }
        KeptProofs kept = new KeptProofs(storage, chain);
        kept.keep(proofs);
        if (status.get().phase() == SyncStatus.Phase.CONFLICT) {
            forget(storage, chain);
        } else {
            rise(network, status.get(), kept);
        }
    }

    /// Takes back every figure of a chain that L1 vouched for, and of the rollups that settle on it,
    /// because what vouched is not trusted any more. The proofs themselves stay and can rise again.
    public static void forget(Storage storage, ChainId chain) {
        Ties.above(storage, chain).forEach(rollup -> forgetOne(storage, rollup));
        forgetOne(storage, chain);
    }

    private static void forgetOne(Storage storage, ChainId chain) {
        storage.balances().all().stream()
                .filter(reading -> reading.chain().equals(chain))
                .filter(reading -> reading.assurance().level().compareTo(Assurance.Level.POSTED) >= 0)
                .forEach(reading -> storage.balances()
                        .remove(
                                chain,
                                reading.account(),
                                reading.token(),
                                reading.assurance().level()));
        for (String kind : List.of(KeptProofs.ANCHOR, KeptProofs.SIGNED, Ties.KIND)) {
            storage.evidence()
                    .of(chain, Address.ZERO, Optional.of(kind))
                    .forEach(id -> storage.evidence().remove(id));
        }
    }

    private void rise(Network network, SyncStatus status, KeptProofs kept) {
        Map<BlockRef, List<KeptProof.Piece>> waiting = new TreeMap<>((one, other) -> one.number() != other.number()
                ? Long.compare(one.number(), other.number())
                : one.hash().compareTo(other.hash()));
        Stream.concat(storage.accounts().all().stream().map(Account::address), Stream.of(Names.OWNER))
                .distinct()
                .flatMap(account -> kept.waiting(account).stream())
                .forEach(piece -> waiting.computeIfAbsent(piece.stored().block(), _ -> new ArrayList<>())
                        .add(piece));
        kept.loosenAllBut(waiting.keySet());
        Deadline deadline = Deadline.in(PATIENCE);
        PathFinder paths = new PathFinder(sources.apply(network.chain()), deadline);
        BeaconPathFinder older = new BeaconPathFinder(status.network(), beacons.apply(network.chain()), deadline);
        waiting.forEach((block, pieces) -> {
            boolean isFinal = status.finalized()
                    .filter(head -> head.block().number() >= block.number())
                    .isPresent();
            Optional<VerifiedHead> top = isFinal
                    ? status.finalized()
                    : status.attested().filter(head -> head.block().number() >= block.number());
            top.ifPresent(head -> paths.find(block.number(), head)
                    .or(() -> older.find(block, head))
                    .ifPresent(found -> settle(network, status, block, kept, pieces, found, isFinal)));
        });
    }

    private void settle(
            Network network,
            SyncStatus status,
            BlockRef block,
            KeptProofs kept,
            List<KeptProof.Piece> pieces,
            PathFinder.Found found,
            boolean isFinal) {
        Raising raising = new Raising(storage, kept, tokens, network);
        storage.atomically(() -> {
            if (!found.hash().equals(block.hash())) {
                // The chain went another way: these proofs prove a state that never was.
                pieces.forEach(raising::drop);
                kept.loosen(block);
                return true;
            }
            pieces.forEach(piece -> raising.raise(piece, isFinal ? Assurance.Level.FINAL : Assurance.Level.POSTED));
            ChainId chain = pieces.getFirst().stored().chain();
            message(storage, chain, status, isFinal).ifPresent(message -> {
                Anchor anchor = new Anchor(message, found.path());
                if (isFinal) {
                    kept.anchor(block, anchor);
                } else {
                    kept.signed(block, anchor);
                }
            });
            return true;
        });
    }

    /// The message on disk that shows the newest final block, or the newest signed one.
    static Optional<StoredMessage> message(Storage storage, ChainId chain, SyncStatus status, boolean isFinal) {
        Hash32 root =
                (isFinal ? status.finalized() : status.attested()).orElseThrow().beaconRoot();
        return storage.sync().messages(chain).stream()
                .filter(message -> isFinal
                        ? Anchor.shows(message, status.network(), root)
                        : Anchor.attests(message, status.network(), root))
                .findFirst();
    }
}

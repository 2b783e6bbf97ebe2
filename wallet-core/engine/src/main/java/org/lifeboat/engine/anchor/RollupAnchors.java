package org.lifeboat.engine.anchor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.balances.Vouching;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.PostedRoots;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OutputRoot;

/// Late anchoring on chains of the OP Stack: a proof that was taken at the L2's head rises when a root of a
/// later block stands on a verified L1, by parent hashes from that block down to its own. No server has to
/// prove an old state. A root that is lost takes back what it vouched for. Thread-safe, as its parts are.
public final class RollupAnchors implements Vouching {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Of one position: proofs that are tied to a root and wait for it to become final, spread over the
    /// days that this takes.
    private static final int MOST_TIED = 8;

    /// Between two looks at a bridge, five minutes of Ethereum: roots come by the hour, and each look reads
    /// some dozen contracts.
    private static final long L1_BLOCKS_BETWEEN = 25;

    /// Below the newest ones the blocks are too old for a server that keeps the newest states only.
    private static final int MOST_ROOTS = 3;

    private static final Comparator<BlockRef> BY_HEIGHT =
            Comparator.comparingLong(BlockRef::number).thenComparing(BlockRef::hash);

    private final Storage storage;
    private final Function<Network, Optional<ExitPlace>> places;
    private final PostedRoots roots;
    private final TokenList tokens;
    private final long blocksBetween;
    private final ConcurrentMap<ChainId, Long> looked = new ConcurrentHashMap<>();
    private final ConcurrentMap<ChainId, Set<Held>> met = new ConcurrentHashMap<>();

    /// What somebody can have: the native coin where no token is named.
    private record Held(Address account, Optional<Address> token) {
        static Held of(BalanceProof proof) {
            return new Held(proof.account(), proof.token());
        }
    }

    /// @param places where a chain's bridge is and how far its L1 is verified; empty for one that has none
    /// here
    public RollupAnchors(
            Storage storage, Function<Network, Optional<ExitPlace>> places, PostedRoots roots, TokenList tokens) {
        this(storage, places, roots, tokens, L1_BLOCKS_BETWEEN);
    }

    /// @param blocksBetween two looks at a bridge, of its L1
    public RollupAnchors(
            Storage storage,
            Function<Network, Optional<ExitPlace>> places,
            PostedRoots roots,
            TokenList tokens,
            long blocksBetween) {
        this.blocksBetween = blocksBetween;
        this.storage = storage;
        this.places = places;
        this.roots = roots;
        this.tokens = tokens;
    }

    @Override
    public void take(Network network, Collection<BalanceProof> proofs, Again again) {
        if (network.stack().filter(Network.Stack.OP_STACK::equals).isEmpty()) {
            return;
        }
        Optional<ExitPlace> place = places.apply(network);
        Optional<SyncStatus> status = place.flatMap(ExitPlace::verified);
        if (status.isEmpty() || status.get().checkpoint().isEmpty()) {
            return;
        }
        KeptProofs kept = new KeptProofs(storage, network.chain());
        kept.keep(proofs);
        if (status.get().phase() == SyncStatus.Phase.CONFLICT) {
            Anchors.forget(storage, network.chain());
        } else if (isDue(network.chain(), status.get(), proofs)) {
            new Round(place.get(), kept, proofs, again).run();
        }
    }

    @Override
    public Map<BlockRef, Instant> finalFrom(Network network) {
        return new Ties(storage, network.chain()).finalFrom();
    }

    /// From time to time, and at once where something is read for the first time.
    private boolean isDue(ChainId chain, SyncStatus status, Collection<BalanceProof> proofs) {
        Optional<Long> newest = status.attested().map(head -> head.block().number());
        if (newest.isEmpty()) {
            return false;
        }
        boolean isNew = met.computeIfAbsent(chain, _ -> ConcurrentHashMap.newKeySet())
                .addAll(proofs.stream().map(Held::of).toList());
        boolean lately = Optional.ofNullable(looked.get(chain))
                .filter(last -> newest.get() - last < blocksBetween && newest.get() >= last)
                .isPresent();
        if (lately && !isNew) {
            return false;
        }
        looked.put(chain, newest.get());
        return true;
    }

    /// One look at the roots. One thread.
    private final class Round {
        private final ExitPlace place;
        private final ChainId chain;
        private final KeptProofs kept;
        private final Ties ties;
        private final Raising raising;
        private final Collection<BalanceProof> fresh;
        private final Again again;
        private final Deadline deadline = Deadline.in(PATIENCE);

        /// @param fresh read just now, and kept
        Round(ExitPlace place, KeptProofs kept, Collection<BalanceProof> fresh, Again again) {
            this.fresh = fresh;
            this.again = again;
            this.place = place;
            this.chain = place.l2().chain();
            this.kept = kept;
            this.ties = new Ties(storage, chain);
            this.raising = new Raising(storage, kept, tokens, place.l2());
        }

        void run() {
            Map<BlockRef, List<KeptProof.Piece>> pieces = pieces();
            if (pieces.isEmpty()) {
                return;
            }
            roots.signed(place, games(pieces.keySet())).ifPresent(posted -> {
                pieces.forEach((block, here) -> ties.of(block).ifPresent(tie -> lower(block, here, tie, posted)));
                pieces.forEach((block, here) -> ties.of(block)
                        .filter(tie -> stands(tie, posted))
                        .ifPresent(tie -> {
                            date(block, tie, posted);
                            here.forEach(piece -> raising.raise(piece, Assurance.Level.POSTED));
                        }));
                pieces.forEach((block, here) -> {
                    if (ties.of(block).isEmpty() && !posted.bridge().paused()) {
                        covering(block, posted.newest()).ifPresent(game -> tie(block, here, game, posted));
                    }
                });
                if (!posted.bridge().paused() && lacks(pieces, posted)) {
                    readAtRoot(posted);
                }
                settle(pieces());
                thin();
            });
        }

        private Map<BlockRef, List<KeptProof.Piece>> pieces() {
            Map<BlockRef, List<KeptProof.Piece>> pieces = new TreeMap<>(BY_HEIGHT);
            storage.accounts().all().stream()
                    .flatMap(account -> kept.of(account.address()).stream())
                    .forEach(piece -> pieces.computeIfAbsent(piece.stored().block(), _ -> new ArrayList<>())
                            .add(piece));
            return pieces;
        }

        private Set<PostedRoots.Met> games(Collection<BlockRef> blocks) {
            return blocks.stream()
                    .flatMap(block -> ties.of(block).stream())
                    .map(Tie::met)
                    .collect(Collectors.toSet());
        }

        /// An end that was settled can be another than the one that was expected.
        private void date(BlockRef block, Tie tie, PostedRoots.Posted posted) {
            Optional<L1Time> read = Optional.ofNullable(posted.known().get(tie.met()))
                    .filter(tie::isOf)
                    .flatMap(game -> game.finalAtTheEarliest(posted.bridge().airGap()));
            if (read.isPresent() && !read.equals(tie.finalFrom())) {
                ties.put(block, tie.with(read));
            }
        }

        /// What a root vouches for falls with it, and with its game where a reorganisation of L1 took that away.
        /// While the bridge is paused no root counts, and nothing is learnt from that.
        private void lower(BlockRef block, List<KeptProof.Piece> pieces, Tie tie, PostedRoots.Posted posted) {
            Optional<Game> game = Optional.ofNullable(posted.known().get(tie.met()));
            if (posted.bridge().paused() || stands(tie, posted)) {
                return;
            }
            storage.atomically(() -> {
                pieces.forEach(raising::lower);
                if (game.filter(tie::isOf).filter(Game::usable).isEmpty()) {
                    ties.remove(block);
                }
                return true;
            });
        }

        private static boolean stands(Tie tie, PostedRoots.Posted posted) {
            return Optional.ofNullable(posted.known().get(tie.met()))
                    .filter(game -> tie.isOf(game) && stands(game))
                    .isPresent();
        }

        /// Nobody speaks against it, or who did has lost.
        private static boolean stands(Game game) {
            return game.usable() && (!game.contested() || game.status() == Game.Status.DEFENDER_WINS);
        }

        /// The nearest root above the block that nobody speaks against.
        private static Optional<Game> covering(BlockRef block, List<Game> games) {
            return games.stream()
                    .filter(game -> stands(game) && game.block().number() >= block.number())
                    .min(Comparator.comparing(Game::block));
        }

        /// Whether of what was read just now nothing is kept that a root vouches for.
        private boolean lacks(Map<BlockRef, List<KeptProof.Piece>> pieces, PostedRoots.Posted posted) {
            List<KeptProof.Piece> vouched = pieces.entrySet().stream()
                    .filter(entry -> ties.of(entry.getKey())
                            .filter(tie -> counts(tie, posted))
                            .isPresent())
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
            return fresh.stream()
                    .anyMatch(proof -> vouched.stream()
                            .noneMatch(piece -> piece.stored().account().equals(proof.account())
                                    && piece.proof().isOf(proof.token())));
        }

        /// What was tied in this round is not among the known.
        private static boolean counts(Tie tie, PostedRoots.Posted posted) {
            return !posted.known().containsKey(tie.met()) || stands(tie, posted);
        }

        /// The newest root is hours old on most chains: who looks for the first time would wait as long for one above
        /// the head. So it is read once more at the root's own block, as long as the source keeps that state.
        private void readAtRoot(PostedRoots.Posted posted) {
            List<Game> newest = posted.newest().stream()
                    .filter(Round::stands)
                    .sorted(Comparator.comparing(Game::block).reversed())
                    .limit(MOST_ROOTS)
                    .toList();
            for (Game game : newest) {
                Optional<BlockHeader> header = header(game);
                if (header.isPresent() && readAt(header.get(), game, posted)) {
                    return;
                }
            }
        }

        private boolean readAt(BlockHeader header, Game game, PostedRoots.Posted posted) {
            List<BalanceProof> proofs = again.at(header).stream()
                    .filter(proof -> proof.header().equals(header.encoded()))
                    .toList();
            return !proofs.isEmpty()
                    && storage.atomically(() -> {
                        proofs.forEach(kept::add);
                        ties.put(header.ref(), to(game, posted));
                        pieces().getOrDefault(header.ref(), List.of())
                                .forEach(piece -> raising.raise(piece, Assurance.Level.POSTED));
                        return true;
                    });
        }

        private Tie to(Game game, PostedRoots.Posted posted) {
            return new Tie(
                    place.l1().chain(),
                    game.contract(),
                    game.root(),
                    game.block(),
                    game.finalAtTheEarliest(posted.bridge().airGap()));
        }

        private void tie(BlockRef block, List<KeptProof.Piece> pieces, Game game, PostedRoots.Posted posted) {
            Optional<PathFinder.Found> found = header(game)
                    .flatMap(header -> new PathFinder(place.l2Sources(), deadline)
                            .find(block.number(), header.ref(), header.stateRoot()));
            found.ifPresent(path -> storage.atomically(() -> {
                if (!path.hash().equals(block.hash())) {
                    // The chain that L1 knows went another way: these proofs prove a state that never was.
                    pieces.forEach(raising::drop);
                    return true;
                }
                ties.put(block, to(game, posted));
                pieces.forEach(piece -> raising.raise(piece, Assurance.Level.POSTED));
                return true;
            }));
        }

        private Optional<BlockHeader> header(Game game) {
            return place.l2Sources().stream()
                    .flatMap(source -> header(source, game).stream())
                    .findFirst();
        }

        /// The header of the block that a root speaks of: the one that has this root.
        private Optional<BlockHeader> header(Source source, Game game) {
            return HeadQuestion.ask(
                                    source,
                                    chain,
                                    new BlockSelector.AtNumber(game.block().number()),
                                    Purpose.FOLLOW_L1,
                                    deadline.remaining())
                            instanceof Head.Usable head
                    ? head.header()
                            .filter(header -> OutputRoot.of(header)
                                    .filter(root -> root.hash().equals(game.root()))
                                    .isPresent())
                    : Optional.empty();
        }

        /// Raises what hangs on a root that is final by a final block of L1.
        private void settle(Map<BlockRef, List<KeptProof.Piece>> pieces) {
            Set<PostedRoots.Met> games = games(pieces.keySet());
            if (games.isEmpty()) {
                return;
            }
            roots.settled(place, games)
                    .ifPresent(posted -> pieces.forEach((block, here) -> ties.of(block)
                            .flatMap(tie -> Optional.ofNullable(posted.known().get(tie.met()))
                                    .filter(tie::isOf))
                            .filter(game -> isFinal(game, posted))
                            .ifPresent(_ -> storage.atomically(() -> {
                                here.forEach(piece -> raising.raise(piece, Assurance.Level.FINAL));
                                return true;
                            }))));
        }

        private static boolean isFinal(Game game, PostedRoots.Posted posted) {
            return game.usable()
                    && game.finalAfter(posted.bridge().airGap())
                            .filter(after -> after.isBefore(posted.now()))
                            .isPresent();
        }

        private void thin() {
            storage.atomically(() -> {
                storage.accounts().all().forEach(account -> kept.thin(account.address(), MOST_TIED));
                ties.keepOnly(pieces().keySet());
                return true;
            });
        }
    }
}

package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;

/// Proofs of withdrawals that lie on the disk, so that an exit can go on when all servers of the L2 are
/// gone. Kept while they still answer; checked again before each use.
public final class ExitEvidence {
    static final String KIND = "op-withdrawal-proof/1";

    /// Of each withdrawal: if one of two roots is lost, the other is left.
    static final int BLOCKS = 2;

    /// At one look the servers are asked for the best roots and for the newest, so many of each: old blocks
    /// are what many servers prove no more.
    private static final int EACH_END = 2;

    /// A file can bring any number of proofs; each place is a root more to read at every look.
    private static final int MOST_PLACES = 2 * BLOCKS;

    private final EvidenceStore store;

    public ExitEvidence(EvidenceStore store) {
        this.store = store;
    }

    /// What is at hand, should the L2 vanish; empty where nothing is asked of it any more, or not yet.
    public Optional<Worth> worth(Exits.Look look) {
        return look.next() instanceof ExitNext.OnL1(Standing standing, ExitFacts facts)
                        && !(standing instanceof Standing.PaidOut)
                ? look.plan()
                        .state()
                        .withdrawal()
                        .map(withdrawal ->
                                worth(look.plan().chain(), look.plan().account(), withdrawal, facts))
                : Optional.empty();
    }

    /// What this computer has recomputed of a chain.
    RecomputedRoots recomputed(ChainId chain) {
        return new RecomputedRoots(store, chain);
    }

    /// One proof that holds.
    record Piece(EvidenceStore.Id id, WithdrawalProof proof, WithdrawalProof.Holds holds) {
        L2Block block() {
            return new L2Block(holds.block().number());
        }
    }

    /// Those that hold, of the highest block first.
    List<Piece> of(ChainId chain, Address account, Withdrawal withdrawal) {
        return store.of(chain, account, Optional.of(KIND)).stream()
                .flatMap(id -> store.find(id).stream().flatMap(stored -> piece(id, stored, withdrawal)))
                .sorted(Comparator.comparing(Piece::block).reversed())
                .toList();
    }

    private static Stream<Piece> piece(EvidenceStore.Id id, StoredEvidence stored, Withdrawal withdrawal) {
        return WithdrawalProof.read(stored.content())
                .filter(proof -> proof.withdrawal().equals(withdrawal.hash()))
                .flatMap(proof -> proof.check(withdrawal)
                                instanceof Answer.Proven<WithdrawalProof.Holds>(WithdrawalProof.Holds holds)
                        ? Optional.of(new Piece(id, proof, holds))
                        : Optional.empty())
                .stream();
    }

    /// Where the roots stand that the user chose or that there are proofs against: they may be older than those that
    /// a look reads.
    List<RootPlace> places(Exits.Plan plan, Withdrawal withdrawal) {
        Stream<RootPlace> proven = of(plan.chain(), plan.account(), withdrawal).stream()
                .flatMap(piece -> piece.proof().place().stream()
                        .map(index -> new RootPlace(index, piece.holds().root().hash())))
                .limit(MOST_PLACES);
        return Stream.concat(plan.state().chosenRoot().stream(), proven).toList();
    }

    /// Keeps with each proof where its root stands in the bridge's list, as far as it is seen there.
    private void keepPlaces(ChainId chain, Address account, Withdrawal withdrawal, ExitFacts facts) {
        for (Piece piece : of(chain, account, withdrawal)) {
            List<Long> places = facts.games().stream()
                    .filter(Game::usable)
                    .filter(game -> game.root().equals(piece.holds().root().hash()))
                    .flatMap(game -> game.index().stream())
                    .toList();
            if (!places.isEmpty()
                    && piece.proof().place().filter(places::contains).isEmpty()) {
                add(
                        chain,
                        account,
                        piece.proof().at(Optional.of(places.getFirst())),
                        piece.holds().block());
                store.remove(piece.id());
            }
        }
    }

    /// How many proofs of it hold.
    public int count(ChainId chain, Address account, Withdrawal withdrawal) {
        return of(chain, account, withdrawal).size();
    }

    /// The proof against just this root, if there is one.
    Optional<Piece> against(ChainId chain, Address account, Withdrawal withdrawal, Hash32 root) {
        return of(chain, account, withdrawal).stream()
                .filter(piece -> piece.holds().root().hash().equals(root))
                .findFirst();
    }

    /// How many roots that count now the proofs at hand fit.
    int fitting(ChainId chain, Address account, Withdrawal withdrawal, ExitFacts facts) {
        List<Piece> pieces = of(chain, account, withdrawal);
        return (int) facts.games().stream()
                .filter(Game::usable)
                .filter(game -> pieces.stream()
                        .anyMatch(piece -> piece.holds().root().hash().equals(game.root())))
                .count();
    }

    /// What is at hand of a withdrawal that is not paid out.
    public Worth worth(ChainId chain, Address account, Withdrawal withdrawal, ExitFacts facts) {
        if (facts.proofs().stream().anyMatch(proof -> proof.game().usable())) {
            return Worth.ENOUGH_PROVEN;
        }
        if (fitting(chain, account, withdrawal, facts) > 0) {
            return Worth.ENOUGH_KEPT;
        }
        return postable(chain, account, withdrawal, facts).isPresent() ? Worth.ENOUGH_WITH_BOND : Worth.NEEDS_STATE;
    }

    /// A proof whose root the user could post himself, with a bond: of a block that the L2's data on L1 fixes,
    /// not another than this computer has recomputed, and not one that stands there already: none is taken twice.
    Optional<Piece> postable(ChainId chain, Address account, Withdrawal withdrawal, ExitFacts facts) {
        if (GameType.of(facts.bridge().respectedType()) != GameType.OPEN) {
            return Optional.empty();
        }
        RecomputedRoots recomputed = recomputed(chain);
        return of(chain, account, withdrawal).stream()
                .filter(piece -> piece.proof().fixed())
                .filter(piece -> facts.bridge().paused() // while which none counts, its own neither
                        || facts.games().stream()
                                .noneMatch(game ->
                                        game.root().equals(piece.holds().root().hash())))
                .filter(piece -> Optional.ofNullable(recomputed.byBlock().get(piece.block()))
                        .map(piece.holds().root().hash()::equals)
                        .orElse(true))
                .findFirst();
    }

    /// Takes what is missing from the servers of the L2 while they answer: proofs against two of the roots
    /// that count, and, until there is such a root, one for a block that the L2's data on L1 fixes.
    /// @param block that the withdrawal stands in
    void keep(
            ExitPlace place,
            Address account,
            Withdrawal withdrawal,
            L2Block block,
            ExitFacts facts,
            Duration patience) {
        fetch(place, account, withdrawal, block, facts, patience);
        keepPlaces(place.l2().chain(), account, withdrawal, facts);
    }

    private void fetch(
            ExitPlace place,
            Address account,
            Withdrawal withdrawal,
            L2Block block,
            ExitFacts facts,
            Duration patience) {
        ChainId chain = place.l2().chain();
        L2Look l2 = new L2Look(place.l2(), place.l2Sources(), Deadline.in(patience));
        List<Game> covering = OpStack.covering(facts, block);
        int fitting = fitting(chain, account, withdrawal, facts);
        List<Game> asked = Stream.concat(
                        covering.stream().limit(EACH_END),
                        covering.reversed().stream().limit(EACH_END))
                .distinct()
                .toList();
        for (Game game : asked) {
            if (fitting >= BLOCKS) {
                return;
            }
            if (against(chain, account, withdrawal, game.root()).isEmpty()
                    && l2.proof(withdrawal, game.block(), game.root()) instanceof L2Look.Evidence.Checked checked) {
                add(chain, account, withdrawal, checked, false);
                fitting++;
            }
        }
        boolean some = of(chain, account, withdrawal).stream()
                .anyMatch(piece -> piece.proof().fixed());
        if (fitting == 0 && !some && l2.fixedRoot() instanceof L2Look.Fixed.Root fixed) {
            if (fixed.block().compareTo(block) >= 0
                    && l2.proof(withdrawal, fixed.block(), fixed.root().hash())
                            instanceof L2Look.Evidence.Checked checked) {
                add(chain, account, withdrawal, checked, true);
            }
        }
    }

    private void add(
            ChainId chain, Address account, Withdrawal withdrawal, L2Look.Evidence.Checked checked, boolean fixed) {
        add(
                chain,
                account,
                WithdrawalProof.of(withdrawal, checked.header(), checked.nodes(), fixed),
                checked.header().ref());
    }

    /// Keeps the proof of an own withdrawal out of a state that this computer has made from L1 alone.
    /// @param header of the block that it is the state after
    /// @param fixed whether nothing that L1 can still lose went into it
    /// @return whether the withdrawal stands in it
    public boolean keep(Exits.Plan plan, BlockHeader header, StateTrie state, boolean fixed) {
        return plan.state()
                .withdrawal()
                .flatMap(withdrawal -> proof(withdrawal, header, state, fixed))
                .map(proof -> {
                    if (!knows(plan, proof, header)) {
                        add(plan.chain(), plan.account(), proof, header.ref());
                    }
                    return true;
                })
                .orElse(false);
    }

    /// Whether the same was kept before, with no less behind it.
    private boolean knows(Exits.Plan plan, WithdrawalProof proof, BlockHeader header) {
        return plan.state().withdrawal().stream()
                .flatMap(withdrawal -> of(plan.chain(), plan.account(), withdrawal).stream())
                .anyMatch(piece -> piece.holds().block().hash().equals(header.hash())
                        && (piece.proof().fixed() || !proof.fixed()));
    }

    private static Optional<WithdrawalProof> proof(
            Withdrawal withdrawal, BlockHeader header, StateTrie state, boolean fixed) {
        Optional<OutputRoot> root = OutputRoot.of(header);
        return root.isPresent()
                        && state.proveStorage(OpStack.MESSAGE_PASSER, withdrawal.slot())
                                instanceof TrieResult.Known<List<Bytes>>(List<Bytes> nodes)
                        && OpStack.storageProof(root.get(), withdrawal, nodes)
                                instanceof Answer.Proven<List<Bytes>>(List<Bytes> whole)
                ? Optional.of(WithdrawalProof.of(withdrawal, header, whole, fixed))
                : Optional.empty();
    }

    void add(ChainId chain, Address account, WithdrawalProof proof, BlockRef block) {
        store.add(new StoredEvidence(KIND, chain, account, block, proof.write()));
    }
}

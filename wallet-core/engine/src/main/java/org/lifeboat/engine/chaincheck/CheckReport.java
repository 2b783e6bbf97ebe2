package org.lifeboat.engine.chaincheck;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.exit.RecomputedRoots;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.SentWithdrawal;
import org.lifeboat.rollups.opstack.derivation.DroppedBatch;
import org.lifeboat.verifier.trie.StateTrie;

/// A check, whole.
/// @param aim what was compared; empty where it was not found out, or nothing is claimed
/// @param l1 the newest block of L1 that was read; empty where none was
/// @param l1Verified whether the light client vouches for that block, and so for all before it; if not, the
/// finding is worth what the L1 source's word is
/// @param roots output roots computed here, by block, that of the ground included
/// @param dropped what of the batcher's did not count, oldest first; the newest [#MOST_DROPPED] of it
/// @param troubles with sources on the way, in their words or ours, each once
/// @param newest the last block that was run with all of its state; empty where that came in parts from servers
public record CheckReport(
        Finding finding,
        Optional<Aim> aim,
        Optional<BlockRef> l1,
        boolean l1Verified,
        SortedMap<Long, Hash32> roots,
        List<DroppedBatch> dropped,
        List<String> troubles,
        List<Disagreement> disagreements,
        Optional<Recomputed> newest) {
    /// How many dropped batches are kept.
    public static final int MOST_DROPPED = 1_000;

    public CheckReport {
        roots = Collections.unmodifiableSortedMap(new TreeMap<>(roots));
        dropped = List.copyOf(dropped);
        troubles = List.copyOf(troubles);
        disagreements = List.copyOf(disagreements);
    }

    /// A block that this computer has made out of what stands on L1, with the whole state after it.
    /// @param sent withdrawals of the accounts that were looked for, up to that block, the oldest first
    public record Recomputed(BlockHeader header, StateTrie state, List<SentWithdrawal> sent) {
        public Recomputed {
            sent = List.copyOf(sent);
        }
    }

    /// What a user can do about a root that is false.
    public enum Remedy {
        /// Contest it, with a bond.
        DISPUTE,
        /// Only those whom the operator names contest roots of this kind.
        NAMED_ONLY,
        /// Contesting takes a proof that this program cannot make, as on Base: never prove against the
        /// root, tell others, leave through other roots.
        PROOF_ONLY,
        /// The kind of game is not known here: an update is needed.
        UNKNOWN_KIND
    }

    /// What can be done if the finding is that a game's root is false; empty where no game makes the claim.
    public Optional<Remedy> remedy() {
        return aim.flatMap(Aim::game).map(game -> switch (GameType.of(game.type())) {
            case OPEN -> Remedy.DISPUTE;
            case PERMISSIONED, ORACLE -> Remedy.NAMED_ONLY;
            case PROVEN -> Remedy.PROOF_ONLY;
            case SUPER, UNKNOWN -> Remedy.UNKNOWN_KIND;
        });
    }

    /// Keeps the newest root that was recomputed, for when one is posted with a bond behind it: only where the light
    /// client vouches for the L1 that was read, and nothing hangs on a server's word.
    public void keepNewest(EvidenceStore store, ChainId l2) {
        boolean grounded = newest.isPresent()
                || aim.filter(one -> !(one.ground() instanceof Ground.ServersWord))
                        .isPresent();
        if (grounded && l1Verified && l1.isPresent() && roots.size() > 1) {
            new RecomputedRoots(store, l2)
                    .keep(new L2Block(roots.lastKey()), roots.lastEntry().getValue(), l1.get());
        }
    }

    /// Where the game is whose claim was checked; empty where no game makes it.
    public Optional<Address> game() {
        return aim.flatMap(Aim::game).map(Game::contract);
    }

    /// What is compared with what.
    /// @param block the claimed one
    /// @param game that makes the claim; empty where a server makes it
    /// @param l1Head hash of the newest L1 block that the claim may use; empty: all that there are
    /// @param read how far what L1 says of the game was checked
    public record Aim(
            Ground ground,
            long block,
            Hash32 claimed,
            Optional<Game> game,
            Optional<Hash32> l1Head,
            Optional<Assurance> read) {}
}

package org.lifeboat.engine.anchor;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.name.NameProof;
import org.lifeboat.engine.name.Named;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;

/// Keeps where names led, so that it can be shown and rises with its block. Asks nobody but the disk.
public final class Names {
    /// So many names of one L1 are kept, some ten kilobytes each: the newest.
    private static final int MOST = 40;

    private Names() {}

    /// Keeps what a look-up found, if it was found on a verified block.
    public static void keep(Storage storage, NameLookup.Place place, NameLookup.Report report) {
        report.proof()
                .ifPresent(proof -> place.verified()
                        .ifPresent(verified -> keep(storage, place.l1().chain(), proof, verified)));
    }

    /// Nothing is kept of what could not be asked again from it.
    /// @param l1 whose registry was asked
    /// @param verified what was verified of it then
    private static void keep(Storage storage, ChainId l1, NameProof proof, SyncStatus verified) {
        if (!(proof.check(l1) instanceof Answer.Proven<Named.Found>(Named.Found found))) {
            return;
        }
        storage.atomically(() -> {
            KeptProofs kept = new KeptProofs(storage, l1);
            makeRoom(kept, proof);
            kept.keep(proof);
            anchor(storage, l1, kept, found.block(), verified);
            return true;
        });
    }

    /// Of one name only what was found last stays: what it led to before is not what is asked for. Of all, the newest.
    private static void makeRoom(KeptProofs kept, NameProof proof) {
        kept.names().stream().filter(piece -> isOf(piece, proof)).forEach(kept::remove);
        List<KeptProof.Piece> all = kept.names();
        all.stream().limit(Math.max(0, all.size() + 1 - MOST)).forEach(kept::remove);
    }

    private static boolean isOf(KeptProof.Piece piece, NameProof proof) {
        return piece.proof() instanceof KeptProof.Name(NameProof kept)
                && kept.subject().equals(proof.subject())
                && kept.chain().equals(proof.chain());
    }

    /// It was asked for in a verified block itself: no walk is needed.
    private static void anchor(Storage storage, ChainId l1, KeptProofs kept, BlockRef block, SyncStatus verified) {
        boolean isFinal = isAt(block, verified.finalized());
        if (!isFinal && !isAt(block, verified.attested())) {
            return;
        }
        Optional<StoredMessage> message = Anchors.message(storage, l1, verified, isFinal);
        message.map(shown -> new Anchor(shown, new HashPath.Headers(List.of()))).ifPresent(anchor -> {
            if (!isFinal) {
                kept.signed(block, anchor);
            } else if (kept.anchor(block).isEmpty()) {
                kept.anchor(block, anchor);
            }
        });
    }

    private static boolean isAt(BlockRef block, Optional<VerifiedHead> head) {
        return head.filter(found -> found.block().equals(block)).isPresent();
    }

    /// Under which account of the store names lie: nobody's.
    static final Address OWNER = Address.ZERO;
}

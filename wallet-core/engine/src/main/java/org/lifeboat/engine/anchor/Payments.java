package org.lifeboat.engine.anchor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.ReceiptProof;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// How far the outcomes of one's own transactions are vouched for. Asks nobody but the disk, and that once
/// for each account. One thread.
public final class Payments {
    private final Storage storage;
    private final Map<ChainId, KeptProofs> chains = new HashMap<>();
    private final Map<Owner, Set<Seen>> proven = new HashMap<>();

    private record Owner(ChainId chain, Address account) {}

    private record Seen(Hash32 transaction, BlockRef block) {}

    public Payments(Storage storage) {
        this.storage = storage;
    }

    /// Keeps how a transaction ended, so that it can rise with its block.
    public static void keep(Storage storage, OwnTransaction own, ReceiptProof proof) {
        if (proof.transaction().equals(own.hash())) {
            KeptProofs.keep(storage, own.chain(), own.account(), proof);
        }
    }

    /// How far the present status is vouched for: final once its block was found below a final header, posted
    /// below one that its committee signed, matched while its receipt is proven under a header that a source
    /// named.
    public Assurance of(OwnTransaction own) {
        Optional<BlockRef> block = switch (own.status()) {
            case Status.Mined(BlockRef at) -> Optional.of(at);
            case Status.Reverted(BlockRef at) -> Optional.of(at);
            case Status.Accepted _, Status.Saved _, Status.Sent _, Status.Replaced _, Status.Dropped _ ->
                Optional.empty();
        };
        if (block.isEmpty() || !seen(own).contains(new Seen(own.hash(), block.get()))) {
            return Assurance.CLAIMED;
        }
        return kept(own.chain()).assurance(block.get());
    }

    private Set<Seen> seen(OwnTransaction own) {
        return proven.computeIfAbsent(new Owner(own.chain(), own.account()), owner -> {
            Set<Seen> seen = new HashSet<>();
            for (KeptProof.Piece piece : kept(owner.chain()).of(owner.account())) {
                if (piece.proof() instanceof KeptProof.Payment(Address _, ReceiptProof proof)) {
                    seen.add(new Seen(proof.transaction(), piece.stored().block()));
                }
            }
            return seen;
        });
    }

    private KeptProofs kept(ChainId chain) {
        return chains.computeIfAbsent(chain, of -> new KeptProofs(storage, of));
    }
}

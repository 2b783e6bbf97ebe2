package org.lifeboat.engine.dispute;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rollups.opstack.OpStack;

/// Behind a root that an exit has posted lies a bond. It comes back by its owner's hand alone, and is lost where
/// somebody contests the root and nobody speaks for it: so such a game is followed without being asked for, from the
/// block on that it stands in. Asks L1 alone; signs nothing. Thread-safe.
public final class OwnRootContests {
    /// Name of a setting: the transaction is followed; the value is the block that it was met in. A plan that its user
    /// has forgotten is not begun again.
    private static final String FOLLOWED = "own-root.";

    private final Storage storage;
    private final Exits exits;
    private final Disputes disputes;
    private final Duration patience;

    /// @param patience for one source
    public OwnRootContests(Storage storage, InstantSource clock, Duration patience) {
        this.storage = storage;
        this.exits = new Exits(storage, clock, patience);
        this.disputes = new Disputes(storage, clock, patience);
        this.patience = patience;
    }

    /// L2s whose exits have posted roots that are not followed yet. Asks nobody.
    public List<ChainId> waiting() {
        return exits.all().stream()
                .filter(plan -> posted(plan).stream().anyMatch(own -> !isFollowed(own)))
                .map(Exits.Plan::chain)
                .distinct()
                .toList();
    }

    /// Follows what is not followed yet. What L1 does not show yet, or nobody tells of, is followed the next time.
    /// @param place of an L2
    public void follow(ExitPlace place) {
        for (Exits.Plan plan : exits.all()) {
            if (!plan.chain().equals(place.l2().chain())) {
                continue;
            }
            for (OwnTransaction own : posted(plan)) {
                if (own.chain().equals(place.l1().chain()) && !isFollowed(own)) {
                    follow(own, place);
                }
            }
        }
    }

    /// The game's address is a server's word until the bridge itself says that it is one of its own, and that the
    /// account has a bond in it.
    private void follow(OwnTransaction own, ExitPlace place) {
        Optional<BlockRef> block = block(own);
        for (Source source : place.l1Sources()) {
            Optional<ReceiptClaim> receipt = source.ask(
                            new Query.ReceiptOf(own.hash()), Purpose.FOLLOW_TRANSACTION, patience)
                    .got()
                    .flatMap(found -> found);
            List<Address> games = receipt.stream()
                    .flatMap(found -> found.logs().stream())
                    .flatMap(log -> OpStack.gameCreated(log.topics()).stream())
                    .toList();
            for (Address game : games) {
                if (disputes.find(place.l2().chain(), own.account(), game).isPresent()
                        || disputes.recover(place, own.account(), game) instanceof Disputes.Followed.Kept) {
                    block.ifPresent(
                            at -> storage.settings().put(setting(own), at.hash().toHex()));
                    return;
                }
            }
        }
    }

    private List<OwnTransaction> posted(Exits.Plan plan) {
        List<OwnTransaction> posted = new ArrayList<>();
        for (OwnTransaction own : new Activity(storage).everything(ActivityFilter.of(plan.account()))) {
            if (ExitStep.of(plan.id(), own).filter(ExitStep.OWN_ROOT::equals).isPresent()
                    && block(own).isPresent()) {
                posted.add(own);
            }
        }
        return posted;
    }

    private boolean isFollowed(OwnTransaction own) {
        return storage.settings()
                .find(setting(own))
                .equals(block(own).map(at -> at.hash().toHex()));
    }

    private static Optional<BlockRef> block(OwnTransaction own) {
        return own.status() instanceof Status.Mined(BlockRef at) ? Optional.of(at) : Optional.empty();
    }

    private static String setting(OwnTransaction own) {
        return FOLLOWED + own.hash().toHex();
    }
}

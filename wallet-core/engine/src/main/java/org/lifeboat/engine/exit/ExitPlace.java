package org.lifeboat.engine.exit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;

/// The two chains between which money moves, and who can be asked about them.
/// @param portal of the L2 on L1, from the registry or the user
/// @param verified what was verified of that L1 here when it was looked at last; empty where it is not
/// followed, and then nothing that it says is above a claim
public record ExitPlace(
        Network l2,
        List<Source> l2Sources,
        Network l1,
        List<Source> l1Sources,
        Address portal,
        Optional<SyncStatus> verified) {
    /// A signed head older than this is no present any more: the source's own newest block is read instead.
    private static final Duration PRESENT = Duration.ofMinutes(10);

    /// What was verified longer ago than this is left out: whoever has just acted wants to see it.
    private static final Duration SEEN = Duration.ofMinutes(1);

    public ExitPlace {
        l2Sources = List.copyOf(l2Sources);
        l1Sources = List.copyOf(l1Sources);
    }

    /// On an L1 that is not followed.
    public ExitPlace(Network l2, List<Source> l2Sources, Network l1, List<Source> l1Sources, Address portal) {
        this(l2, l2Sources, l1, l1Sources, portal, Optional.empty());
    }

    /// The same, without what was verified of L1 too long ago to be the present.
    public ExitPlace asOf(Instant now) {
        boolean present = verified.filter(
                        status -> Duration.between(status.at(), now).compareTo(SEEN) <= 0)
                .isPresent();
        return present || verified.isEmpty() ? this : new ExitPlace(l2, l2Sources, l1, l1Sources, portal);
    }

    /// The newest block of L1 that a committee signed, while it is young enough to act upon.
    public Optional<VerifiedHead> signed() {
        return followed()
                .flatMap(status ->
                        status.attested().filter(head -> status.age(head).compareTo(PRESENT) <= 0));
    }

    /// The newest final block of L1.
    Optional<VerifiedHead> settled() {
        return followed().flatMap(SyncStatus::finalized);
    }

    private Optional<SyncStatus> followed() {
        return verified.filter(status -> status.phase() == SyncStatus.Phase.FOLLOWING);
    }
}

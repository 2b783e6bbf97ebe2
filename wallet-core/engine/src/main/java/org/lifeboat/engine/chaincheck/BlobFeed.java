package org.lifeboat.engine.chaincheck;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.BeaconQuery;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.derivation.Given;

/// Brings blobs from whoever keeps them. What they commit to is computed by whoever takes them.
final class BlobFeed {
    /// Source: EIP-4844, `VERSIONED_HASH_VERSION_KZG`.
    private static final byte KZG_VERSION = 1;

    private final List<BeaconSource> archives;
    private final Duration patience;
    private final Troubles troubles;
    private final Map<SourceId, BeaconQuery.SlotTimes> times = new HashMap<>();

    BlobFeed(List<BeaconSource> archives, Duration patience, Troubles troubles) {
        this.archives = archives;
        this.patience = patience;
        this.troubles = troubles;
    }

    /// @param take says why an answer is not what was asked for
    /// @return whether one was taken
    boolean blobs(BlockRef block, List<Hash32> wanted, Function<Given, Optional<String>> take) {
        for (BeaconSource archive : archives) {
            Optional<Long> slot = times(archive).map(times -> times.slotOf(block.unixSeconds()));
            if (slot.isEmpty()) {
                continue;
            }
            if (take(archive, named(archive, slot.get(), wanted), take)
                    || take(archive, among(archive, slot.get(), wanted), take)) {
                return true;
            }
        }
        return false;
    }

    private boolean take(BeaconSource archive, Optional<List<Bytes>> blobs, Function<Given, Optional<String>> take) {
        Optional<String> refused = blobs.flatMap(all -> take.apply(new Given.Blobs(all)));
        refused.ifPresent(why -> troubles.add(archive.id(), why));
        return blobs.isPresent() && refused.isEmpty();
    }

    private Optional<BeaconQuery.SlotTimes> times(BeaconSource archive) {
        if (!times.containsKey(archive.id())) {
            ask(archive, new BeaconQuery.TimesOf()).ifPresent(found -> times.put(archive.id(), found));
        }
        return Optional.ofNullable(times.get(archive.id()));
    }

    private Optional<List<Bytes>> named(BeaconSource archive, long slot, List<Hash32> wanted) {
        return ask(archive, new BeaconQuery.BlobsAt(slot, wanted));
    }

    /// Those of the block's blobs that name the right commitment, in the order that is wanted.
    private Optional<List<Bytes>> among(BeaconSource archive, long slot, List<Hash32> wanted) {
        return ask(archive, new BeaconQuery.SidecarsAt(slot)).flatMap(sidecars -> {
            Map<Hash32, Bytes> named = new HashMap<>();
            sidecars.forEach(one -> named.put(versionedHash(one.commitment()), one.blob()));
            List<Bytes> found = new ArrayList<>();
            for (Hash32 hash : wanted) {
                Optional.ofNullable(named.get(hash)).ifPresent(found::add);
            }
            return found.size() == wanted.size() ? Optional.of(found) : Optional.empty();
        });
    }

    private <R> Optional<R> ask(BeaconSource archive, BeaconQuery<R> query) {
        // Blobs look the same on every network.
        Reply<R> reply = archive.ask(query, BeaconNetwork.MAINNET, patience);
        if (reply.got().isEmpty()) {
            troubles.add(archive.id(), reply.problem());
        }
        return reply.got();
    }

    private static Hash32 versionedHash(Bytes commitment) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(commitment.toArray());
            hash[0] = KZG_VERSION;
            return Hash32.of(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

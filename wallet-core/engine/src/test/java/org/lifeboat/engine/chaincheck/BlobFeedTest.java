package org.lifeboat.engine.chaincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.BeaconQuery;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.derivation.Given;

/// Archives of blobs that have them, have others, or have them in the older form.
class BlobFeedTest {
    private static final BlockRef BLOCK = new BlockRef(7, Hash32.ofNumber(7), 1_000 + 12 * 5);
    private static final Bytes FIRST = Bytes.fromHex("0xaa");
    private static final Bytes SECOND = Bytes.fromHex("0xbb");

    private final List<String> asked = new ArrayList<>();
    private final Troubles troubles = new Troubles();

    /// Genesis at 1000, a slot of 12 seconds: the block stands in slot 5.
    private BeaconSource archive(String host, Function<BeaconQuery<?>, Optional<Object>> answers) {
        return new BeaconSource() {
            @Override
            public SourceId id() {
                return new SourceId(new ChainId(1), "https://" + host);
            }

            @Override
            @SuppressWarnings("unchecked") // each query's record names the type of its answer
            public <R> Reply<R> ask(BeaconQuery<R> query, BeaconNetwork network, Duration deadline) {
                asked.add(host + " " + query.getClass().getSimpleName());
                Optional<Object> answer = query instanceof BeaconQuery.TimesOf
                        ? Optional.of(new BeaconQuery.SlotTimes(1_000, 12))
                        : answers.apply(query);
                return answer.<Reply<R>>map(found -> new Reply.Got<>((R) found))
                        .orElseGet(() -> new Reply.Refused<>(404, "no such thing", Optional.empty()));
            }

            @Override
            public void refuted(Refutation what) {
                throw new AssertionError("another fork's blob is no lie");
            }

            @Override
            public Health health() {
                return Health.UNKNOWN;
            }
        };
    }

    /// Takes both blobs in their order and nothing else.
    private static Optional<String> take(Given given) {
        return given.equals(new Given.Blobs(List.of(FIRST, SECOND)))
                ? Optional.empty()
                : Optional.of("not those blobs");
    }

    private boolean blobs(BeaconSource... archives) {
        return new BlobFeed(List.of(archives), Duration.ofSeconds(1), troubles)
                .blobs(BLOCK, List.of(versionedHash(1), versionedHash(2)), BlobFeedTest::take);
    }

    @Test
    void blobsOfTheBlocksSlot_areTaken() {
        BeaconSource honest = archive(
                "honest",
                query -> query instanceof BeaconQuery.BlobsAt(long slot, var hashes) && slot == 5 && hashes.size() == 2
                        ? Optional.of(List.of(FIRST, SECOND))
                        : Optional.empty());

        assertThat(blobs(honest)).isTrue();
        assertThat(troubles.all()).isEmpty();
    }

    @Test
    void whoGivesOthers_isPassedOver() {
        BeaconSource lying = archive(
                "lying",
                query -> query instanceof BeaconQuery.BlobsAt ? Optional.of(List.of(SECOND)) : Optional.empty());
        BeaconSource honest = archive(
                "honest",
                query -> query instanceof BeaconQuery.BlobsAt ? Optional.of(List.of(FIRST, SECOND)) : Optional.empty());

        assertThat(blobs(lying, honest)).isTrue();
        assertThat(troubles.all()).anyMatch(trouble -> trouble.contains("lying"));
    }

    /// As nodes of before Fulu have them: all of the block's, each with its commitment.
    @Test
    void sidecars_arePickedByTheirCommitment_inTheOrderThatIsWanted() {
        BeaconSource older = archive(
                "older",
                query -> query instanceof BeaconQuery.SidecarsAt(long slot) && slot == 5
                        ? Optional.of(List.of(
                                new BeaconQuery.Sidecar(commitment(2), SECOND),
                                new BeaconQuery.Sidecar(commitment(3), Bytes.fromHex("0xcc")),
                                new BeaconQuery.Sidecar(commitment(1), FIRST)))
                        : Optional.empty());

        assertThat(blobs(older)).isTrue();
        assertThat(asked).containsExactly("older TimesOf", "older BlobsAt", "older SidecarsAt");
    }

    @Test
    void nobodyHasThem() {
        assertThat(blobs(archive("pruned", _ -> Optional.empty()))).isFalse();
        assertThat(troubles.last()).contains("pruned");
        assertThat(blobs()).isFalse();
    }

    private static Bytes commitment(int number) {
        return Bytes.of(new byte[47]).plus(Bytes.of((byte) number));
    }

    /// Source: EIP-4844, `kzg_to_versioned_hash`.
    private static Hash32 versionedHash(int number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(commitment(number).toArray());
            hash[0] = 1;
            return Hash32.of(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

package org.lifeboat.engine.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.diagnosis.Climb.Step;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

/// A payment on an L2 climbs, and goes back where what it stood on is gone.
class ClimbTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");
    private static final ChainId CHAIN = new ChainId(10);
    private static final Hash32 HASH = Hash32.ofNumber(4_711);
    private static final BlockRef BLOCK = block(20, 20);

    private final Climbs climbs = new Climbs(new InMemoryStorage().settings());

    private static BlockRef block(long number, long hash) {
        return new BlockRef(number, Hash32.ofNumber(hash), NOW.getEpochSecond());
    }

    private static OwnTransaction payment(Status status) {
        return new OwnTransaction(
                CHAIN,
                HASH,
                Address.ZERO,
                new Nonce(3),
                OwnTransaction.Kind.SEND,
                Bytes.EMPTY,
                Optional.empty(),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.ONE,
                FeeParts.ofExecution(Wei.ZERO),
                Optional.empty(),
                status,
                "",
                NOW,
                NOW);
    }

    private static ChainTrack roots(long covered) {
        return roots(List.of(new ChainSigns.Posted(covered, rootOf(covered))));
    }

    private static ChainTrack roots(List<ChainSigns.Posted> posted) {
        return ChainTrack.begin(NOW)
                .with(new ChainSigns.OfBridge(false, Optional.empty(), Optional.empty(), posted, Assurance.MATCHED));
    }

    /// What a root says of an honest block.
    private static Hash32 rootOf(long block) {
        return Hash32.ofNumber(1_000_000 + block);
    }

    private static List<ChainSigns.OfL2> server(long safe, long hashOfTwenty) {
        return List.of(new ChainSigns.OfL2(
                "a",
                block(40, 40),
                Optional.of(block(safe, safe)),
                Map.of(20L, Hash32.ofNumber(hashOfTwenty)),
                LongStream.rangeClosed(1, 40).boxed().collect(Collectors.toMap(number -> number, ClimbTest::rootOf))));
    }

    private static Climb climb(Optional<Climb> before, long covered, List<ChainSigns.OfL2> servers) {
        return climb(before, roots(covered), servers);
    }

    private static Climb climb(Optional<Climb> before, ChainTrack track, List<ChainSigns.OfL2> servers) {
        return Climb.of(payment(new Status.Accepted(BLOCK)), before, track, servers);
    }

    @Test
    void itClimbs_asItsDataReachL1_andARootCoversIt() {
        assertThat(climb(Optional.empty(), 5, server(19, 20)).step()).isEqualTo(Step.ACCEPTED);
        assertThat(climb(Optional.empty(), 5, server(20, 20)).step()).isEqualTo(Step.ON_L1);
        assertThat(climb(Optional.empty(), 20, server(20, 20)).step()).isEqualTo(Step.COVERED);
    }

    @Test
    void aRootAlone_doesNotLiftIt() {
        assertThat(climb(Optional.empty(), 99, server(19, 20)).step())
                .as("the root may be of other blocks")
                .isEqualTo(Step.ACCEPTED);
    }

    /// Anybody can post a root, and name a block that there is not.
    @Test
    void aRootOfABlockThatNobodyHasReached_coversNothing_andTakesNothingBack() {
        assertThat(climb(Optional.empty(), 41, server(20, 20)).step()).isEqualTo(Step.ON_L1);
        assertThat(climb(Optional.empty(), 40, server(20, 20)).step()).isEqualTo(Step.COVERED);
        assertThat(climb(Optional.of(new Climb(Step.COVERED, Optional.of(BLOCK))), 1_000_000, server(20, 20))
                        .step())
                .isEqualTo(Step.COVERED);
    }

    /// Somebody posts a root of another chain at a height that there is.
    @Test
    void aRootThatIsNotOfTheServersChain_coversNothing() {
        ChainTrack foreign = roots(List.of(new ChainSigns.Posted(30, Hash32.ofNumber(666))));
        Climb covered = new Climb(Step.COVERED, Optional.of(BLOCK));

        assertThat(climb(Optional.empty(), foreign, server(20, 20)).step()).isEqualTo(Step.ON_L1);
        assertThat(climb(Optional.of(covered), foreign, server(20, 20)).step())
                .as("the root that covered it is gone")
                .isEqualTo(Step.ON_L1);
        assertThat(climb(
                                Optional.empty(),
                                roots(List.of(
                                        new ChainSigns.Posted(35, Hash32.ofNumber(666)),
                                        new ChainSigns.Posted(30, rootOf(30)))),
                                server(20, 20))
                        .step())
                .as("an honest one beside it")
                .isEqualTo(Step.COVERED);
    }

    /// One server has the payment's block, another the block of the root: they may be of two chains.
    @Test
    void twoServersTogether_coverNothing() {
        ChainSigns.OfL2 first =
                new ChainSigns.OfL2("a", block(40, 40), Optional.of(block(25, 25)), Map.of(20L, Hash32.ofNumber(20)));
        ChainSigns.OfL2 second =
                new ChainSigns.OfL2("b", block(40, 40), Optional.of(block(25, 25)), Map.of(), Map.of(30L, rootOf(30)));

        assertThat(climb(Optional.empty(), 30, List.of(first, second)).step()).isEqualTo(Step.ON_L1);
    }

    @Test
    void serversThatDiffer_liftNothing_whoeverIsAskedFirst() {
        List<ChainSigns.OfL2> both = new ArrayList<>(server(25, 20));
        both.addAll(server(25, 666));

        assertThat(climb(Optional.empty(), 30, both).step()).isEqualTo(Step.ACCEPTED);
        assertThat(climb(Optional.empty(), 30, both.reversed()).step()).isEqualTo(Step.ACCEPTED);
    }

    @Test
    void anotherBlockInItsPlace_takesItBackAtOnce_beforeItsServerNotices() {
        Climb gone = climb(Optional.of(new Climb(Step.ACCEPTED, Optional.of(BLOCK))), 5, server(25, 666));

        assertThat(gone).isEqualTo(new Climb(Step.WAITING, Optional.empty()));
    }

    @Test
    void aServerThatKnowsLess_takesNothingBack() {
        Optional<Climb> covered = Optional.of(new Climb(Step.COVERED, Optional.of(BLOCK)));

        assertThat(climb(covered, 30, server(3, 20))).isEqualTo(covered.get());
        assertThat(climb(covered, 30, List.of())).isEqualTo(covered.get());
        assertThat(Climb.of(payment(new Status.Accepted(BLOCK)), covered, ChainTrack.begin(NOW), server(25, 20)))
                .as("the bridge was not read")
                .isEqualTo(covered.get());
    }

    @Test
    void whatWasLost_isToldOnce_andStaysMarkedUntilItsDataAreOnL1() {
        Climb accepted = new Climb(Step.ACCEPTED, Optional.of(BLOCK));
        Climb waiting = new Climb(Step.WAITING, Optional.empty());
        Climb elsewhere = new Climb(Step.ACCEPTED, Optional.of(block(33, 33)));
        Climb safe = new Climb(Step.ON_L1, Optional.of(block(33, 33)));

        assertThat(climbs.change(CHAIN, HASH, waiting)).isEqualTo(new Climbs.Change.None());
        assertThat(change(accepted)).isEqualTo(new Climbs.Change.Rose(accepted));
        assertThat(climbs.change(CHAIN, HASH, elsewhere)).isEqualTo(new Climbs.Change.Fell(accepted, elsewhere));
        assertThat(change(waiting)).isEqualTo(new Climbs.Change.Fell(accepted, waiting));
        assertThat(climbs.change(CHAIN, HASH, waiting)).isEqualTo(new Climbs.Change.None());
        assertThat(change(elsewhere)).isEqualTo(new Climbs.Change.Rose(elsewhere));
        assertThat(climbs.find(CHAIN, HASH).flatMap(Climbs.Kept::fellFrom)).contains(accepted);
        assertThat(change(safe)).isEqualTo(new Climbs.Change.Rose(safe));
        assertThat(climbs.find(CHAIN, HASH).flatMap(Climbs.Kept::fellFrom)).isEmpty();
    }

    @Test
    void beforeItWasTold_itIsNew_alsoAfterARestart() {
        Climb accepted = new Climb(Step.ACCEPTED, Optional.of(BLOCK));

        assertThat(climbs.change(CHAIN, HASH, accepted)).isEqualTo(climbs.change(CHAIN, HASH, accepted));
        assertThat(climbs.change(CHAIN, HASH, accepted)).isInstanceOf(Climbs.Change.Rose.class);
    }

    private Climbs.Change change(Climb climb) {
        Climbs.Change change = climbs.change(CHAIN, HASH, climb);
        climbs.remember(CHAIN, HASH, climb, NOW);
        return change;
    }
}

package org.lifeboat.rollups.opstack.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;

/// Honest play against whoever moves as he likes: the truth wins, and costs nobody who is honest a bond.
class DisputeTest {
    private static final Hash32 LIE = Hash32.ofNumber(13);

    @Property(tries = 400)
    void aFalseRoot_loses_andHonestBondsComeBack(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int split = random.nextInt(2, 8);
        long claimed = GameTree.START + random.nextLong(1, (1L << split) + 1);
        GameTree game = new GameTree(split, claimed, LIE);

        contest(game, random);

        assertThat(game.winnerAgainst(0)).as("the root").isPresent();
        assertHonestBondsSafe(game);
    }

    @Property(tries = 400)
    void aTrueRoot_stands_howeverItIsAttacked(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int split = random.nextInt(2, 8);
        long claimed = GameTree.START + random.nextLong(1, (1L << split) + 1);
        GameTree game = new GameTree(split, claimed, GameTree.truth(claimed));

        contest(game, random);

        assertThat(game.winnerAgainst(0)).as("the root").isEmpty();
        assertHonestBondsSafe(game);
    }

    /// Somebody moves at random, true and false claims, and an honest player answers from time to time.
    private static void contest(GameTree game, SplittableRandom random) {
        HonestRoots honest = GameTree.honest(game.claimed);
        for (int i = 0; i < 25; i++) {
            int parent = random.nextInt(game.claims.size());
            boolean attack = random.nextBoolean();
            Position at = game.claims.get(parent).position();
            Position next = attack ? at.attack() : at.defend();
            boolean lies = random.nextBoolean() || next.depth() > game.split;
            Hash32 value = lies ? Hash32.ofNumber(random.nextLong(5)) : GameTree.truth(honest.block(next, game.split));
            game.move(GameTree.LIAR, parent, attack, value);
            if (random.nextInt(3) == 0) {
                game.playHonestly(honest);
            }
        }
        game.playHonestly(honest);
        assertThat(game.playHonestly(honest)).as("asked again").isEmpty();
    }

    private static void assertHonestBondsSafe(GameTree game) {
        game.claims.stream()
                .filter(claim -> claim.claimant().equals(GameTree.HONEST))
                .forEach(claim -> assertThat(game.winnerAgainst(claim.index()))
                        .as("against the honest claim %s", claim)
                        .isEmpty());
    }

    @Test
    void nobodyMoves_theFirstAttackIsAgainstTheRoot_withTheRootOfTheMiddle() {
        GameTree game = new GameTree(4, GameTree.START + 16, LIE);

        List<DisputeAction> actions = Dispute.next(game.seen(), GameTree.honest(game.claimed));

        assertThat(actions).singleElement().isInstanceOfSatisfying(DisputeAction.Move.class, move -> {
            assertThat(move.attack()).isTrue();
            assertThat(move.position()).isEqualTo(new Position(BigInteger.TWO));
            assertThat(move.value()).isEqualTo(GameTree.truth(GameTree.START + 8));
            assertThat(move.bond()).isEqualTo(GameTree.bond(1));
        });
    }

    /// With a tree far deeper than the range is long, the upper levels are all of the claimed block.
    @Test
    void deepTree_isClampedToTheClaimedBlock() {
        HonestRoots honest = GameTree.honest(GameTree.START + 3);

        assertThat(honest.block(Position.ROOT, 30)).isEqualTo(GameTree.START + 3);
        assertThat(honest.block(Position.ROOT.attack(), 30)).isEqualTo(GameTree.START + 3);
        Position lowest = new Position(BigInteger.ONE.shiftLeft(30));
        assertThat(honest.block(lowest, 30)).isEqualTo(GameTree.START + 1);
    }

    /// Source: op-challenger, `types/position_test.go`: trace indices in a tree of depth 4.
    @Test
    void positions_asTheContractCountsThem() {
        assertThat(Position.ROOT.traceIndex(4)).isEqualTo(15);
        assertThat(Position.ROOT.attack().traceIndex(4)).isEqualTo(7);
        assertThat(Position.ROOT.attack().defend()).isEqualTo(new Position(BigInteger.valueOf(6)));
        assertThat(new Position(BigInteger.valueOf(6)).traceIndex(4)).isEqualTo(11);
        assertThat(new Position(BigInteger.valueOf(31)).traceIndex(4)).isEqualTo(15);
        assertThat(new Position(BigInteger.valueOf(16)).traceIndex(4)).isEqualTo(0);
        assertThatThrownBy(() -> new Position(BigInteger.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClaimWhoseTimeIsOver_isNamed_notCountered() {
        GameTree game = new GameTree(4, GameTree.START + 16, LIE);
        game.clock = Duration.ofSeconds(100);
        HonestRoots honest = GameTree.honest(game.claimed);

        game.now += 99;
        assertThat(Dispute.next(game.seen(), honest))
                .singleElement()
                .isInstanceOfSatisfying(
                        DisputeAction.Move.class,
                        move -> assertThat(move.until()).isEqualTo(new L1Time(10_100)));
        game.now += 1;
        assertThat(Dispute.next(game.seen(), honest)).singleElement().isInstanceOf(DisputeAction.TooLate.class);
    }

    /// A side's clock goes on where its last move left it.
    @Test
    void clocks_addUpAlongALine() {
        GameTree game = new GameTree(4, GameTree.START + 16, LIE);
        game.clock = Duration.ofSeconds(100);
        game.now += 60;
        game.move(GameTree.HONEST, 0, true, GameTree.truth(GameTree.START + 8));
        game.now += 30;
        game.move(GameTree.LIAR, 1, true, LIE);

        DisputeGame seen = game.seen();

        assertThat(seen.countersUntil(seen.claims().get(0))).isEqualTo(new L1Time(10_100));
        assertThat(seen.countersUntil(seen.claims().get(1))).isEqualTo(new L1Time(10_160));
        assertThat(seen.countersUntil(seen.claims().get(2))).isEqualTo(new L1Time(10_090 + 40));
        assertThat(seen.settlesAt()).isEqualTo(new L1Time(10_160));
    }

    @Test
    void aRootThatWasNotComputed_isAskedFor() {
        GameTree game = new GameTree(4, GameTree.START + 16, LIE);
        TreeMap<Long, Hash32> few = new TreeMap<>(GameTree.honest(game.claimed).roots());
        few.remove(GameTree.START + 8);
        HonestRoots honest = new HonestRoots(GameTree.START, game.claimed, Optional.empty(), few);

        assertThat(Dispute.next(game.seen(), honest))
                .containsExactly(new DisputeAction.NeedsRoot(game.claims.getFirst(), GameTree.START + 8));
    }

    @Test
    void belowTheOutputRoots_othersMustGoOn() {
        GameTree game = new GameTree(2, GameTree.START + 4, LIE);
        HonestRoots honest = GameTree.honest(game.claimed);
        game.move(GameTree.HONEST, 0, true, GameTree.truth(GameTree.START + 2));
        game.move(GameTree.LIAR, 1, true, LIE);

        assertThat(Dispute.next(game.seen(), honest))
                .singleElement()
                .isInstanceOfSatisfying(
                        DisputeAction.NeedsTrace.class,
                        trace -> assertThat(trace.against().index()).isEqualTo(2));
    }

    /// L1 leads to block 110 and no further; claimed is 116 with the root of 110, or with another.
    @Test
    void aBlockThatL1DoesNotBringAbout_isShownByItsNumber_orAttacked() {
        TreeMap<Long, Hash32> roots = new TreeMap<>(GameTree.honest(110).roots());
        HonestRoots honest = new HonestRoots(GameTree.START, 116, Optional.of(110L), roots);

        GameTree sameRoot = new GameTree(4, 116, GameTree.truth(110));
        assertThat(Dispute.next(sameRoot.seen(), honest))
                .singleElement()
                .isInstanceOfSatisfying(
                        DisputeAction.ShowNumber.class,
                        show -> assertThat(show.last()).isEqualTo(110));
        GameTree another = new GameTree(4, 116, LIE);
        assertThat(Dispute.next(another.seen(), honest)).singleElement().isInstanceOf(DisputeAction.Move.class);
        assertThat(honest.block(Position.ROOT, 4)).isEqualTo(110);
    }

    @Test
    void oneLine_costsEverySecondLevel() {
        GameTree game = new GameTree(4, GameTree.START + 16, LIE);

        assertThat(Dispute.mostBonds(game.seen(), 1).value()).isEqualTo(1_001 + 1_003);
        assertThat(Dispute.mostBonds(game.seen(), 2).value()).isEqualTo(1_002 + 1_004);
        assertThat(Dispute.mostBonds(game.seen(), 5).value()).isZero();
    }
}

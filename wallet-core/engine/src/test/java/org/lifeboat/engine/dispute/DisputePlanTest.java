package org.lifeboat.engine.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.chaincheck.Ground;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameRange;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.rollups.opstack.dispute.Position;

/// What a plan about a root says comes next, and what is kept of it.
class DisputePlanTest {
    private static final Address GAME = Hash32.ofNumber(9).toAddress();
    private static final Hash32 LIE = Hash32.ofNumber(13);
    private static final Hash32 HEAD = Hash32.ofNumber(21);
    private static final BlockRef CLAIMED = new BlockRef(16, LIE, 32);
    private static final L1Call SETTLE = new L1Call(GAME, Wei.ZERO, Bytes.fromHex("0x2810e1d6"));

    @Test
    void onlyAVerdictAboutAGame_makesAPlan() {
        assertThat(DisputeState.of(report(new Finding.False(CLAIMED, LIE, truth(16)), Optional.of(game(0)))))
                .contains(new DisputeState(GAME, LIE, HEAD, DisputeState.Stance.ATTACK, 0, 16, Optional.empty()));
        assertThat(DisputeState.of(report(new Finding.True(CLAIMED, truth(16)), Optional.of(game(0))))
                        .orElseThrow()
                        .stance())
                .isEqualTo(DisputeState.Stance.DEFEND);
        assertThat(DisputeState.of(report(new Finding.NotThere(CLAIMED, truth(16), 20, LIE), Optional.of(game(0))))
                        .orElseThrow()
                        .last())
                .contains(CLAIMED);
        assertThat(DisputeState.of(report(new Finding.CouldNotCheck(Finding.Lack.BLOBS, "none"), Optional.of(game(0)))))
                .as("nobody is contested on hearsay")
                .isEmpty();
        assertThat(DisputeState.of(report(new Finding.Cancelled(), Optional.of(game(0)))))
                .isEmpty();
        assertThat(DisputeState.of(report(new Finding.False(CLAIMED, LIE, truth(16)), Optional.empty())))
                .as("a server's word is no game")
                .isEmpty();
    }

    @Test
    void aFalseRoot_isToBeAttacked_andWhatALineCostsAtMostIsSaid() {
        DisputeNext next = next(attack(), roots(), sight(game(0), Optional.empty()));

        assertThat(next).isInstanceOfSatisfying(DisputeNext.Act.class, act -> {
            assertThat(act.actions())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            DisputeAction.Move.class,
                            move -> assertThat(move.value()).isEqualTo(truth(8)));
            assertThat(act.atMost()).isEqualTo(Wei.of(101 + 103));
        });
    }

    @Test
    void rootsThatAreNotKept_areAskedFor_neverGuessed() {
        DisputeNext next = next(attack(), new TreeMap<>(), sight(game(0), Optional.empty()));

        assertThat(next)
                .isInstanceOfSatisfying(
                        DisputeNext.Act.class,
                        act -> assertThat(act.actions()).singleElement().isInstanceOf(DisputeAction.NeedsRoot.class));
    }

    @Test
    void aTrueRoot_thatNobodyContests_isLeftAlone_andSettledWhenItsTimeIsOver() {
        DisputeState state =
                new DisputeState(GAME, truth(16), HEAD, DisputeState.Stance.DEFEND, 0, 16, Optional.empty());
        Game game = withRoot(game(0), truth(16));

        assertThat(next(state, roots(), sight(game, Optional.empty()))).isInstanceOf(DisputeNext.Wait.class);
        assertThat(next(state, roots(), sight(game, Optional.of(SETTLE))))
                .isInstanceOfSatisfying(
                        DisputeNext.CanSettle.class,
                        can -> assertThat(can.call()).isEqualTo(SETTLE));
    }

    /// A move that can still be made comes before settling another claim.
    @Test
    void aMove_comesBeforeSettling() {
        assertThat(next(attack(), roots(), sight(game(0), Optional.of(SETTLE)))).isInstanceOf(DisputeNext.Act.class);
    }

    /// Else nobody could settle it once no server of the L2 is left to compute the root with.
    @Test
    void aRootThatIsWantedTooLate_doesNotHoldUpSettling() {
        assertThat(next(attack(), new TreeMap<>(), sight(game(0), 1_500, Optional.of(SETTLE))))
                .isInstanceOf(DisputeNext.CanSettle.class);
    }

    /// A reorganisation puts another game at the same address: with another root, or bound to another L1 block.
    @Test
    void anotherGameAtThatAddress_isCheckedAgain_beforeAnyMove() {
        DisputeState otherHead =
                new DisputeState(GAME, LIE, Hash32.ZERO, DisputeState.Stance.ATTACK, 0, 16, Optional.empty());

        assertThat(next(attack(), roots(), sight(withRoot(game(0), truth(3)), Optional.of(SETTLE))))
                .isInstanceOf(DisputeNext.OtherGame.class);
        assertThat(next(otherHead, roots(), sight(game(0), Optional.of(SETTLE))))
                .isInstanceOf(DisputeNext.OtherGame.class);
    }

    /// A move that was on its way when L1 reorganised goes into whatever game stands there by then.
    @Test
    void whatIsOursInAnotherGame_isSaid_andGotOutAgain_withoutAVerdict() {
        DisputeState otherHead =
                new DisputeState(GAME, LIE, Hash32.ZERO, DisputeState.Stance.ATTACK, 0, 16, Optional.empty());

        assertThat(next(otherHead, roots(), own(game(0), 500, Optional.of(SETTLE))))
                .as("while somebody can move, a check may call for one")
                .isEqualTo(new DisputeNext.OtherGame(game(0), Wei.of(101)));
        assertThat(next(otherHead, roots(), own(game(0), 1_500, Optional.of(SETTLE))))
                .isInstanceOfSatisfying(
                        DisputeNext.CanSettle.class,
                        can -> assertThat(can.call()).isEqualTo(SETTLE));
        Game ended = withStatus(game(0), Game.Status.CHALLENGER_WINS);
        assertThat(next(otherHead, roots(), own(ended, 2_500, Optional.empty())))
                .isInstanceOfSatisfying(
                        DisputeNext.Ended.class,
                        over -> assertThat(over.credit()).isPresent());
    }

    @Test
    void withoutAVerdict_noMoveIsMade_butWhatIsDueIsFollowed() {
        DisputeState unchecked =
                DisputeState.unchecked(own(game(0), 500, Optional.empty())).orElseThrow();
        assertThat(unchecked.stance()).isEqualTo(DisputeState.Stance.UNCHECKED);
        assertThat(DisputeJson.read(DisputeJson.write(unchecked))).contains(unchecked);

        assertThat(next(unchecked, roots(), own(game(0), 500, Optional.empty())))
                .as("though the roots that are kept call for one")
                .isInstanceOf(DisputeNext.Wait.class);
        assertThat(next(unchecked, roots(), own(game(0), 500, Optional.of(SETTLE))))
                .isInstanceOf(DisputeNext.CanSettle.class);
        assertThat(next(
                        unchecked,
                        roots(),
                        own(withStatus(game(0), Game.Status.DEFENDER_WINS), 2_500, Optional.empty())))
                .isInstanceOf(DisputeNext.Ended.class);
    }

    /// A root of one's own, for example: unchecked it would fall in silence.
    @Test
    void withoutAVerdict_whatSpeaksAgainstOnesOwnClaim_isSaid_untilItIsAnswered() {
        DisputeSight quiet = sight(game(0), Optional.empty());
        DisputeClaim root = quiet.dispute().orElseThrow().claims().getFirst();
        DisputeClaim counter = claim(1, 0, root.position().attack());
        DisputeClaim answer = claim(2, 1, counter.position().attack());
        DisputeState unchecked = DisputeState.unchecked(quiet).orElseThrow();

        assertThat(next(unchecked, roots(), with(root, quiet, 500, List.of(root))))
                .isInstanceOf(DisputeNext.Wait.class);
        assertThat(next(unchecked, roots(), with(root, quiet, 500, List.of(root, counter))))
                .isInstanceOfSatisfying(DisputeNext.Act.class, act -> {
                    assertThat(act.actions()).containsExactly(new DisputeAction.NeedsRoot(counter, 16));
                    assertThat(act.atMost()).isEqualTo(Wei.ZERO);
                    assertThat(Contests.opposed(act)).containsExactly(new ContestFact.Opposed(1, new L1Time(1_100)));
                });
        assertThat(next(unchecked, roots(), with(root, quiet, 500, List.of(root, counter, answer))))
                .as("somebody speaks for it")
                .isInstanceOf(DisputeNext.Wait.class);
        assertThat(next(unchecked, roots(), with(counter, quiet, 500, List.of(root, counter, answer))))
                .as("it is the other side's that falls")
                .isInstanceOfSatisfying(
                        DisputeNext.Act.class,
                        act -> assertThat(act.actions()).containsExactly(new DisputeAction.NeedsRoot(answer, 16)));
        assertThat(next(unchecked, roots(), with(root, quiet, 1_100, List.of(root, counter))))
                .as("too late")
                .isInstanceOf(DisputeNext.Wait.class);
    }

    private static DisputeClaim claim(int index, int parent, Position position) {
        return new DisputeClaim(
                index,
                OptionalInt.of(parent),
                Optional.empty(),
                Hash32.ofNumber(index).toAddress(),
                Wei.of(101),
                Hash32.ofNumber(1_000 + index),
                position,
                Duration.ZERO,
                new L1Time(100));
    }

    private static DisputeSight with(DisputeClaim own, DisputeSight seen, long now, List<DisputeClaim> claims) {
        DisputeGame quiet = seen.dispute().orElseThrow();
        DisputeGame dispute = new DisputeGame(
                seen.game(),
                quiet.range(),
                quiet.maxDepth(),
                quiet.splitDepth(),
                quiet.maxClock(),
                quiet.extension(),
                claims,
                quiet.bonds(),
                false,
                new L1Time(now));
        return new DisputeSight(seen.game(), Optional.of(dispute), Optional.empty(), seen.credit(), List.of(own));
    }

    @Test
    void kindsThatAPlainWalletDoesNotPlay_areSaid() {
        for (int type : new int[] {1, 621, 10, 4, 77}) {
            assertThat(next(attack(), roots(), sight(game(type), Optional.of(SETTLE))))
                    .as("type %s", type)
                    .isInstanceOfSatisfying(
                            DisputeNext.NotPlayed.class,
                            not -> assertThat(not.kind()).isEqualTo(GameType.of(type)));
        }
    }

    @Test
    void theEnd_isWonOrLost_byWhatWasFoundHere() {
        Game lost = withStatus(game(0), Game.Status.CHALLENGER_WINS);
        DisputeState defence = new DisputeState(GAME, LIE, HEAD, DisputeState.Stance.DEFEND, 0, 16, Optional.empty());

        assertThat(next(attack(), roots(), sight(lost, Optional.empty())))
                .isInstanceOfSatisfying(DisputeNext.Over.class, over -> {
                    assertThat(over.won()).isTrue();
                    assertThat(over.credit()).isPresent();
                });
        assertThat(next(defence, roots(), sight(lost, Optional.empty())))
                .isInstanceOfSatisfying(
                        DisputeNext.Over.class, over -> assertThat(over.won()).isFalse());
    }

    @Test
    void aKeptPlan_isReadBack_andDamageIsNone() {
        DisputeState short16 =
                new DisputeState(GAME, LIE, HEAD, DisputeState.Stance.ATTACK, 0, 16, Optional.of(CLAIMED));

        assertThat(DisputeJson.read(DisputeJson.write(attack()))).contains(attack());
        assertThat(DisputeJson.read(DisputeJson.write(short16))).contains(short16);
        Bytes written = DisputeJson.write(short16);
        for (int size = 0; size < written.size(); size++) {
            assertThat(DisputeJson.read(written.slice(0, size))).isEmpty();
        }
    }

    /// As version 1 writes it; must be read for ever.
    @Test
    void aPlanOfTheFirstForm_isRead() {
        String text = "{\"game\":\"" + GAME.toHex()
                + "\",\"root\":\"" + LIE + "\",\"l1Head\":\"" + HEAD
                + "\",\"stance\":\"ATTACK\",\"start\":\"0\",\"claimed\":\"16\",\"last\":null}";

        assertThat(DisputeJson.read(Bytes.of(text.getBytes(StandardCharsets.UTF_8))))
                .contains(attack());
    }

    @Test
    void roots_areKept_andReplaced_andDamageIsNone() {
        EvidenceStore pieces = new InMemoryStorage().evidence();
        RootBook book = new RootBook(pieces, new ChainId(901));

        book.keep(GAME, roots());
        book.keep(GAME, roots());

        assertThat(book.of(GAME)).isEqualTo(roots());
        assertThat(pieces.all()).hasSize(1);
        assertThat(book.of(Hash32.ofNumber(8).toAddress())).isEmpty();
        StoredEvidence whole = pieces.find(pieces.all().getFirst()).orElseThrow();
        pieces.remove(pieces.all().getFirst());
        pieces.add(new StoredEvidence(
                whole.kind(),
                whole.chain(),
                whole.account(),
                whole.block(),
                whole.content().slice(0, 50)));
        assertThat(book.of(GAME)).isEmpty();
    }

    private static DisputeNext next(DisputeState state, SortedMap<Long, Hash32> roots, DisputeSight sight) {
        return DisputePlan.next(state, roots, sight, Optional.empty());
    }

    private static DisputeState attack() {
        return new DisputeState(GAME, LIE, HEAD, DisputeState.Stance.ATTACK, 0, 16, Optional.empty());
    }

    private static Hash32 truth(long block) {
        return Hash32.ofNumber(1_000 + block);
    }

    private static SortedMap<Long, Hash32> roots() {
        SortedMap<Long, Hash32> roots = new TreeMap<>();
        for (long block = 0; block <= 16; block++) {
            roots.put(block, truth(block));
        }
        return roots;
    }

    private static CheckReport report(Finding finding, Optional<Game> game) {
        return new CheckReport(
                finding,
                Optional.of(new CheckReport.Aim(
                        new Ground.Genesis(new L2Block(0)), 16, LIE, game, Optional.of(HEAD), Optional.empty())),
                Optional.empty(),
                false,
                roots(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Game game(long type) {
        return new Game(
                Optional.of(1L),
                type,
                GAME,
                new L1Time(100),
                LIE,
                new L2Block(16),
                Game.Status.IN_PROGRESS,
                Optional.empty(),
                true,
                true,
                1,
                Optional.of(Duration.ofSeconds(1_000)));
    }

    private static Game withRoot(Game game, Hash32 root) {
        return new Game(
                game.index(),
                game.type(),
                game.contract(),
                game.createdAt(),
                root,
                game.block(),
                game.status(),
                game.resolvedAt(),
                true,
                true,
                game.claims(),
                game.clock());
    }

    private static Game withStatus(Game game, Game.Status status) {
        return new Game(
                game.index(),
                game.type(),
                game.contract(),
                game.createdAt(),
                game.root(),
                game.block(),
                status,
                Optional.of(new L1Time(2_000)),
                true,
                true,
                game.claims(),
                game.clock());
    }

    private static DisputeSight sight(Game game, Optional<L1Call> settling) {
        return sight(game, 500, settling);
    }

    /// With a claim of the account's own, and one that is settled.
    private static DisputeSight own(Game game, long now, Optional<L1Call> settling) {
        DisputeSight seen = sight(game, now, settling);
        DisputeClaim root = seen.dispute().orElseThrow().claims().getFirst();
        DisputeClaim settled = new DisputeClaim(
                2,
                root.parent(),
                root.counteredBy(),
                root.claimant(),
                new Wei(BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE)),
                root.value(),
                root.position(),
                root.used(),
                root.madeAt());
        DisputeClaim open = new DisputeClaim(
                1,
                root.parent(),
                root.counteredBy(),
                root.claimant(),
                Wei.of(101),
                root.value(),
                root.position(),
                root.used(),
                root.madeAt());
        return new DisputeSight(game, seen.dispute(), settling, seen.credit(), List.of(open, settled));
    }

    private static DisputeSight sight(Game game, long now, Optional<L1Call> settling) {
        DisputeClaim root = new DisputeClaim(
                0,
                OptionalInt.empty(),
                Optional.empty(),
                Hash32.ofNumber(66).toAddress(),
                Wei.of(100),
                game.root(),
                Position.ROOT,
                Duration.ZERO,
                new L1Time(100));
        List<Wei> bonds = IntStream.rangeClosed(0, 5)
                .mapToObj(depth -> Wei.of(100 + depth))
                .toList();
        DisputeGame dispute = new DisputeGame(
                game,
                new GameRange(Optional.empty(), HEAD),
                8,
                4,
                Duration.ofSeconds(1_000),
                Duration.ofSeconds(10),
                new ArrayList<>(List.of(root)),
                bonds,
                false,
                new L1Time(now));
        Optional<DisputeCredit> credit = game.status() == Game.Status.IN_PROGRESS
                ? Optional.empty()
                : Optional.of(new DisputeCredit(Wei.of(5), false, Optional.empty(), Optional.empty()));
        return new DisputeSight(game, Optional.of(dispute), settling, credit, List.of());
    }
}

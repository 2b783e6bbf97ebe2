package org.lifeboat.engine.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.engine.dispute.DisputePlanCases.CLAIMED;
import static org.lifeboat.engine.dispute.DisputePlanCases.GAME;
import static org.lifeboat.engine.dispute.DisputePlanCases.HEAD;
import static org.lifeboat.engine.dispute.DisputePlanCases.LIE;
import static org.lifeboat.engine.dispute.DisputePlanCases.SETTLE;
import static org.lifeboat.engine.dispute.DisputePlanCases.attack;
import static org.lifeboat.engine.dispute.DisputePlanCases.game;
import static org.lifeboat.engine.dispute.DisputePlanCases.next;
import static org.lifeboat.engine.dispute.DisputePlanCases.own;
import static org.lifeboat.engine.dispute.DisputePlanCases.report;
import static org.lifeboat.engine.dispute.DisputePlanCases.roots;
import static org.lifeboat.engine.dispute.DisputePlanCases.sight;
import static org.lifeboat.engine.dispute.DisputePlanCases.truth;
import static org.lifeboat.engine.dispute.DisputePlanCases.withRoot;
import static org.lifeboat.engine.dispute.DisputePlanCases.withStatus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameType;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;

/// What a plan about a root says comes next, and what is kept of it.
class DisputePlanTest {

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
}

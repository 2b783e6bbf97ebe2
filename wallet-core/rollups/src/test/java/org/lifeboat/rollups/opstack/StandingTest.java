package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;

/// Where a withdrawal stands, by what L1 says: one rung after the other, and back.
class StandingTest {
    private static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    private static final Address PORTAL = Address.fromHex("0x5fc8d32690cc91d4c39d9d3abcbd16989f875707");
    private static final L2Block SENT_IN = new L2Block(100);
    private static final L1Time NOW = new L1Time(10_000);

    @Test
    void aRootBelowTheWithdrawal_isNone_andTheBondIsNamedWhereAnybodyMayPost() {
        ExitFacts facts = facts(0, List.of(), List.of(game(1, 0, 99, 9_000)));

        assertThat(standing(facts))
                .isEqualTo(new Standing.NoRoot(Optional.of(new L2Block(99)), Optional.of(Wei.of(80))));
        assertThat(standing(facts(1, List.of(), List.of())))
                .isEqualTo(new Standing.NoRoot(Optional.empty(), Optional.empty()));
        assertThat(standing(facts(621, List.of(), List.of())))
                .isEqualTo(new Standing.NoRoot(Optional.empty(), Optional.empty()));
    }

    /// Another bond would be for nothing: the root counts from the next block on.
    @Test
    void aRootOfThisVeryBlock_isAwaited_andNoOtherIsToBePosted() {
        Game before = game(1, 0, 99, 9_000);
        Game now = game(2, 0, 100, NOW.unixSeconds());
        Proof lost = proof(with(game(3, 0, 130, 8_000), Game.Status.CHALLENGER_WINS, true, true), 9_200, false);

        assertThat(standing(facts(0, List.of(), List.of(before, now)))).isEqualTo(new Standing.RootTooNew(now));
        assertThat(standing(facts(0, List.of(lost), List.of(before, now)))).isEqualTo(new Standing.RootTooNew(now));
        assertThat(standing(facts(0, List.of(), List.of(game(4, 0, 110, 9_999), now))))
                .as("one second older")
                .isInstanceOf(Standing.CanProve.class);
        assertThat(standing(facts(0, List.of(), List.of(before, game(5, 0, 99, NOW.unixSeconds())))))
                .as("too young, and it covers nothing")
                .isInstanceOf(Standing.NoRoot.class);
    }

    @Test
    void theOldestRootThatCoversIt_isProvenAgainst_andNeverALostOrUnknownOne() {
        Game older = game(1, 0, 100, 9_000);
        Game newer = game(2, 0, 120, 9_500);
        Game lost = with(game(3, 0, 130, 8_000), Game.Status.CHALLENGER_WINS, true, true);
        Game retired = with(game(4, 0, 130, 8_100), Game.Status.IN_PROGRESS, false, true);
        Game other = with(game(5, 0, 130, 8_200), Game.Status.IN_PROGRESS, true, false);
        Game unknown = game(6, 77, 130, 8_300);
        Game seconds = game(7, 5, 130, 8_400);
        Game thisSecond = game(8, 0, 130, 10_000);
        ExitFacts facts =
                facts(0, List.of(), List.of(thisSecond, seconds, unknown, other, retired, lost, newer, older));

        assertThat(standing(facts)).isEqualTo(new Standing.CanProve(older, List.of(newer)));
    }

    @Test
    void aRootThatL1HasSettled_comesFirst_andAContestedOneLast() {
        Game contested = claims(game(1, 0, 100, 9_000), 2);
        Game open = game(2, 0, 120, 9_500);
        Game settled = resolved(game(3, 0, 130, 9_600), 9_900);

        assertThat(standing(facts(0, List.of(), List.of(settled, open, contested))))
                .isEqualTo(new Standing.CanProve(settled, List.of(open, contested)));
    }

    /// maturity 600, air gap 300, game's clock 1,000.
    @Test
    void theWait_isTheLongerOfTheTwo_andEndsASecondLater() {
        Game open = game(1, 0, 100, 9_500);
        Game settled = resolved(game(2, 0, 100, 9_000), 9_800);

        assertThat(standing(facts(0, List.of(proof(open, 9_900, false)), List.of(open))))
                .isEqualTo(new Standing.Waiting(proof(open, 9_900, false), Optional.of(new L1Time(10_801))));
        assertThat(standing(facts(0, List.of(proof(settled, 9_900, false)), List.of())))
                .isEqualTo(new Standing.Waiting(proof(settled, 9_900, false), Optional.of(new L1Time(10_501))));
        Game contested = claims(open, 3);
        assertThat(standing(facts(0, List.of(proof(contested, 9_900, false)), List.of())))
                .isEqualTo(new Standing.Waiting(proof(contested, 9_900, false), Optional.empty()));
    }

    @Test
    void aGameWhoseTimeIsOver_isToBeEnded_thenPaidOut_thenDone() {
        Proof proof = proof(game(1, 0, 100, 8_000), 9_000, false);
        L1Call end = new L1Call(proof.game().contract(), Wei.ZERO, Bytes.fromHex("0x2810e1d6"));
        ExitFacts facts = facts(0, List.of(proof), List.of());

        assertThat(Exit.standing(facts, SENT_IN, Optional.of(end))).isEqualTo(new Standing.CanResolve(proof, end));
        Proof payable = proof(resolved(game(1, 0, 100, 8_000), 9_100), 9_000, true);
        assertThat(standing(facts(0, List.of(payable), List.of()))).isEqualTo(new Standing.CanFinish(payable));
        ExitFacts paid = new ExitFacts(NOW, bridge(0, false), true, List.of(payable), List.of());
        assertThat(standing(paid)).isEqualTo(new Standing.PaidOut());
    }

    @Test
    void aLostGame_meansProvingAgain_andAPauseStopsAll() {
        Game lost = with(game(1, 0, 100, 9_000), Game.Status.CHALLENGER_WINS, true, true);
        Game better = game(2, 0, 110, 9_500);
        Proof proof = proof(lost, 9_200, false);

        assertThat(standing(facts(0, List.of(proof), List.of(better))))
                .isEqualTo(new Standing.MustProveAgain(proof, Optional.of(better)));
        ExitFacts paused = new ExitFacts(NOW, bridge(0, true), false, List.of(proof), List.of(better));
        assertThat(standing(paused)).isEqualTo(new Standing.Paused(List.of(proof)));
    }

    /// Blacklisted or retired, it is proper no more, whatever its contest says.
    @Test
    void aGameThatIsBlacklistedOrRetired_meansProvingAgain() {
        for (Game.Status status : List.of(Game.Status.IN_PROGRESS, Game.Status.DEFENDER_WINS)) {
            Proof proof = proof(with(game(1, 0, 100, 9_000), status, false, true), 9_200, false);
            Game better = game(2, 0, 110, 9_500);

            assertThat(standing(facts(0, List.of(proof), List.of(better))))
                    .isEqualTo(new Standing.MustProveAgain(proof, Optional.of(better)));
        }
    }

    /// What counts is what kind was respected when the game was made. Source: AnchorStateRegistry,
    /// `isGameRespected`.
    @Test
    void anotherKindIsRespectedSince_aProofStandsAllTheSame() {
        Game before = game(1, 0, 100, 9_500);
        Proof proof = proof(before, 9_900, false);

        assertThat(standing(facts(8, List.of(proof), List.of(game(2, 8, 120, 9_800)))))
                .isEqualTo(new Standing.Waiting(proof, Optional.of(new L1Time(10_801))));
    }

    /// One prover's root is lost, another's stands: nothing has to be proven again.
    @Test
    void asLongAsOneProofStands_noneIsAskedFor() {
        Proof lost = proof(with(game(1, 0, 100, 9_000), Game.Status.CHALLENGER_WINS, true, true), 9_200, false);
        Proof stands = proof(game(2, 0, 110, 9_500), 9_900, false);

        assertThat(standing(facts(0, List.of(lost, stands), List.of(game(3, 0, 120, 9_600)))))
                .isEqualTo(new Standing.Waiting(stands, Optional.of(new L1Time(10_801))));
    }

    /// Roots of several chains at once, or of a kind from later: nobody has to post another, this program has to learn.
    @Test
    void aKindThatIsNotRead_isSaidToBe_andAProofFromBeforeStands() {
        Game several = game(1, 5, 200, 9_000);
        Proof before = proof(game(2, 0, 100, 9_500), 9_900, false);
        Proof lost = proof(with(game(3, 0, 100, 9_000), Game.Status.CHALLENGER_WINS, true, true), 9_200, false);

        assertThat(standing(facts(5, List.of(), List.of(several)))).isEqualTo(new Standing.NotRead(5));
        assertThat(standing(facts(4_242, List.of(lost), List.of()))).isEqualTo(new Standing.NotRead(4_242));
        assertThat(standing(facts(5, List.of(before), List.of(several)))).isInstanceOf(Standing.Waiting.class);
        assertThat(standing(facts(5, List.of(), List.of(several, game(4, 0, 120, 9_600)))))
                .as("a root of a kind that counted when it was made")
                .isInstanceOf(Standing.CanProve.class);
    }

    /// A root that is about to fall does not hide another proof that stands, and its end is not asked of the user.
    @Test
    void aRootAboutToFall_asksForNothing_namesABetterOne_andComesAfterAProofThatStands() {
        Game falling = claims(game(1, 0, 100, 9_000), 2);
        Game contested = claims(game(2, 0, 105, 9_300), 2);
        Game below = game(3, 0, 99, 9_400);
        Game better = game(4, 0, 120, 9_500);
        Proof proof = proof(falling, 9_200, false);
        Proof other = proof(better, 9_900, false);
        L1Call end = new L1Call(falling.contract(), Wei.ZERO, Bytes.fromHex("0x2810e1d6"));

        assertThat(Exit.standing(doubted(List.of(proof), contested, below, better), SENT_IN, Optional.of(end)))
                .isEqualTo(new Standing.Doubted(proof, new L1Time(10_500), Optional.of(better)));
        assertThat(standing(doubted(List.of(proof), contested, below)))
                .as("a contested root is no way out of another contest")
                .isEqualTo(new Standing.Doubted(proof, new L1Time(10_500), Optional.empty()));
        assertThat(standing(doubted(List.of(proof, other), better)))
                .isEqualTo(new Standing.Waiting(other, Optional.of(new L1Time(10_801))));
        assertThat(standing(doubted(List.of(proof(falling, 9_200, true)), better)))
                .as("what the portal pays now is paid")
                .isInstanceOf(Standing.CanFinish.class);
    }

    /// The first game's root falls.
    private static ExitFacts doubted(List<Proof> proofs, Game... games) {
        return new ExitFacts(
                NOW,
                bridge(0, false),
                false,
                proofs,
                List.of(games),
                Map.of(Hash32.ofNumber(1).toAddress(), new L1Time(10_500)));
    }

    private static Standing standing(ExitFacts facts) {
        return Exit.standing(facts, SENT_IN, Optional.empty());
    }

    private static ExitFacts facts(long type, List<Proof> proofs, List<Game> games) {
        return new ExitFacts(NOW, bridge(type, false), false, proofs, games);
    }

    private static Bridge bridge(long type, boolean paused) {
        return new Bridge(
                new Bridge.Contracts(PORTAL, PORTAL, Optional.of(PORTAL), Optional.empty(), Optional.empty()),
                type,
                Duration.ofSeconds(600),
                Duration.ofSeconds(300),
                paused,
                9,
                Wei.of(80),
                Optional.empty());
    }

    private static Proof proof(Game game, long at, boolean payable) {
        return new Proof(USER, new L1Time(at), game, payable);
    }

    private static Game game(long index, long type, long block, long createdAt) {
        return new Game(
                Optional.of(index),
                type,
                Hash32.ofNumber(index).toAddress(),
                new L1Time(createdAt),
                Hash32.ofNumber(block),
                new L2Block(block),
                Game.Status.IN_PROGRESS,
                Optional.empty(),
                true,
                true,
                1,
                Optional.of(Duration.ofSeconds(1_000)));
    }

    private static Game with(Game game, Game.Status status, boolean proper, boolean respected) {
        return new Game(
                game.index(),
                game.type(),
                game.contract(),
                game.createdAt(),
                game.root(),
                game.block(),
                status,
                game.resolvedAt(),
                proper,
                respected,
                game.claims(),
                game.clock());
    }

    private static Game resolved(Game game, long at) {
        Game won = with(game, Game.Status.DEFENDER_WINS, true, true);
        return new Game(
                won.index(),
                won.type(),
                won.contract(),
                won.createdAt(),
                won.root(),
                won.block(),
                won.status(),
                Optional.of(new L1Time(at)),
                true,
                true,
                won.claims(),
                won.clock());
    }

    private static Game claims(Game game, long claims) {
        return new Game(
                game.index(),
                game.type(),
                game.contract(),
                game.createdAt(),
                game.root(),
                game.block(),
                game.status(),
                game.resolvedAt(),
                true,
                true,
                claims,
                game.clock());
    }
}

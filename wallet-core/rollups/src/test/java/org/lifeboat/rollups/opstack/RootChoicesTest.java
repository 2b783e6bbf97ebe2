package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;

/// The roots that a user can choose from, those that are refused, and what becomes of a choice.
class RootChoicesTest {
    private static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    private static final Address PORTAL = Address.fromHex("0x5fc8d32690cc91d4c39d9d3abcbd16989f875707");
    private static final Address REGISTRY = Hash32.ofNumber(300).toAddress();
    private static final L2Block SENT_IN = new L2Block(100);
    private static final L1Time NOW = new L1Time(10_000);
    private static final Map<L2Block, Hash32> NOTHING = Map.of();

    @Test
    void theWalletsOwn_isRecommended_andEveryOneThatFitsCanBeChosen() {
        Game contested = claims(game(3, 0, 120, 9_100), 2);
        Game open = game(2, 0, 110, 9_200);
        Game won = resolved(game(1, 0, 105, 8_000), 9_500);
        List<RootChoice> all = all(facts(contested, open, won), Map.of(), NOTHING);

        assertThat(all).extracting(RootChoice::game).containsExactly(contested, open, won);
        assertThat(all).extracting(RootChoice::refusal).containsOnly(Optional.empty());
        assertThat(all).extracting(RootChoice::recommended).containsExactly(false, false, true);
        assertThat(all)
                .extracting(RootChoice::risk)
                .containsExactly(RootChoice.Risk.CONTESTED, RootChoice.Risk.OPEN, RootChoice.Risk.RESOLVED);
    }

    @Test
    void whatDoesNotFit_isRefusedWithItsReason() {
        Game blacklisted = with(game(1, 0, 120, 9_000), Game.Status.IN_PROGRESS, false, true);
        Game retired = with(game(2, 0, 120, 8_000), Game.Status.DEFENDER_WINS, false, true);
        Game uncounted = with(game(3, 0, 120, 8_100), Game.Status.IN_PROGRESS, false, true);
        Game other = with(game(4, 0, 120, 9_000), Game.Status.IN_PROGRESS, true, false);
        Game unknown = game(5, 77, 120, 9_000);
        Game lost = with(game(6, 0, 120, 9_000), Game.Status.CHALLENGER_WINS, true, true);
        Map<Game, RootMarks> marks = Map.of(
                blacklisted, new RootMarks(Optional.of(USER), true, true),
                retired, new RootMarks(Optional.of(USER), false, true));
        ExitFacts facts = facts(
                game(9, 0, 100, NOW.unixSeconds()),
                game(8, 0, 99, 9_000),
                game(7, 0, 100, NOW.unixSeconds() - 1),
                lost,
                unknown,
                other,
                uncounted,
                retired,
                blacklisted);

        assertThat(all(facts, marks, NOTHING))
                .extracting(one -> one.refusal().map(Enum::name).orElse("fits"))
                .containsExactly(
                        "TOO_NEW",
                        "DOES_NOT_COVER",
                        "fits",
                        "LOST",
                        "OTHER_KIND",
                        "OTHER_KIND",
                        "NOT_COUNTED",
                        "RETIRED",
                        "BLACKLISTED");
    }

    @Test
    void aRootThatWasRecomputedHere_isToldFromOthers_andAFalseOneIsRefused() {
        Game same = game(3, 0, 120, 9_000);
        Game otherwise = game(2, 0, 110, 9_000);
        Game unchecked = game(1, 0, 105, 9_000);
        List<RootChoice> all = all(
                facts(same, otherwise, unchecked),
                Map.of(),
                Map.of(new L2Block(120), same.root(), new L2Block(110), Hash32.ofNumber(5)));

        assertThat(all)
                .extracting(RootChoice::checked)
                .containsExactly(RootChoice.Checked.SAME, RootChoice.Checked.OTHER, RootChoice.Checked.NOT_CHECKED);
        assertThat(all.get(1).refusal()).contains(RootChoice.Refusal.RECOMPUTED_OTHERWISE);
    }

    @Test
    void theAnchor_hasPassedItsOwnBlockAndThoseBefore() {
        ExitFacts facts = facts(game(3, 0, 121, 9_000), game(2, 0, 120, 9_000), game(1, 0, 119, 9_000));

        assertThat(all(facts, Map.of(), NOTHING)).extracting(RootChoice::passed).containsExactly(false, true, true);
    }

    /// maturity 600, air gap 300, a game's clock 1,000.
    @Test
    void thePayout_takesTheLongerOfTheTwo_andIsUnknownWhileItIsContested() {
        ExitFacts facts = facts(
                game(4, 0, 120, 9_500),
                game(3, 0, 120, 8_000),
                resolved(game(2, 0, 120, 8_000), 9_900),
                claims(game(1, 0, 120, 9_000), 2));

        assertThat(all(facts, Map.of(), NOTHING))
                .extracting(RootChoice::payable)
                .containsExactly(
                        Optional.of(new L1Time(10_801)), // its clock, then the air gap
                        Optional.of(new L1Time(10_601)), // its clock is over: ended now at the earliest
                        Optional.of(new L1Time(10_601)),
                        Optional.empty());
    }

    @Test
    void anOutput_canBeDeletedUntilItsPeriodIsOver() {
        Game old = output(1, 9_399);
        Game young = output(2, 9_400);

        assertThat(RootChoices.risk(old, bridge(false), NOW)).isEqualTo(RootChoice.Risk.RESOLVED);
        assertThat(RootChoices.risk(young, bridge(false), NOW)).isEqualTo(RootChoice.Risk.DELETABLE);
    }

    @Test
    void ofManyRoots_theNewestAreListed_alwaysWithTheOwnAndTheChosenOne() {
        List<Game> games = new ArrayList<>();
        for (int index = 20; index > 0; index--) {
            games.add(game(index, 0, 100 + index, 9_000 + index));
        }
        games.add(game(30, 0, 50, 9_000));
        games.add(with(game(31, 0, 150, 9_000), Game.Status.CHALLENGER_WINS, true, true));
        ExitFacts facts = facts(games.toArray(Game[]::new));
        List<RootChoice> all = all(facts, Map.of(), NOTHING);
        RootPlace chosen = new RootPlace(5, Hash32.ofNumber(105));

        assertThat(RootChoices.listed(all, Optional.of(chosen)))
                .extracting(one -> one.game().index().orElseThrow())
                .as("the newest eight, the choice, the wallet's own, and of those that do not fit the one that covers")
                .containsExactly(1L, 20L, 19L, 18L, 17L, 16L, 15L, 14L, 13L, 5L, 31L);
    }

    @Test
    void aChoice_isProvenAgainst_andNoOtherTakesItsPlace() {
        Game own = game(1, 0, 105, 9_000);
        Game newer = game(2, 0, 120, 9_500);
        Game third = game(3, 0, 130, 9_600);
        Game lost = with(game(4, 0, 130, 8_000), Game.Status.CHALLENGER_WINS, true, true);
        Proof proof = new Proof(USER, new L1Time(9_700), lost, false);

        assertThat(preferring(facts(third, newer, own), newer)).isEqualTo(new Standing.CanProve(newer, List.of()));
        assertThat(preferring(proven(proof, third, newer, own), newer))
                .isEqualTo(new Standing.MustProveAgain(proof, Optional.of(newer)));
    }

    @Test
    void inDoubt_aContestedChoiceIsRefused_andAnotherTaken() {
        Game falling = claims(game(1, 0, 105, 9_000), 2);
        Game own = game(2, 0, 110, 9_100);
        Game wanted = game(3, 0, 120, 9_500);
        Game contested = claims(game(4, 0, 130, 9_600), 2);
        Proof proof = new Proof(USER, new L1Time(9_700), falling, false);
        L1Time fallsAt = new L1Time(10_500);
        ExitFacts facts = new ExitFacts(
                NOW,
                bridge(false),
                false,
                List.of(proof),
                List.of(contested, wanted, own, falling),
                Map.of(falling.contract(), fallsAt));

        assertThat(all(facts, Map.of(), NOTHING))
                .extracting(one -> one.refusal().isPresent())
                .containsExactly(true, false, false, true);
        assertThat(preferring(facts, wanted)).isEqualTo(new Standing.Doubted(proof, fallsAt, Optional.of(wanted)));
        assertThat(preferring(facts, contested)).isEqualTo(new Standing.Doubted(proof, fallsAt, Optional.of(own)));
    }

    @Test
    void aChoice_isForgottenWithItsRoot_butNotInAPause() {
        Game chosen = game(2, 0, 120, 9_500);
        RootPlace place = new RootPlace(2, chosen.root());

        assertThat(RootChoices.lasts(facts(chosen), SENT_IN, place)).isTrue();
        assertThat(RootChoices.lasts(facts(claims(chosen, 2)), SENT_IN, place))
                .as("contested since: the review says so")
                .isTrue();
        for (Game gone : List.of(
                with(chosen, Game.Status.CHALLENGER_WINS, true, true),
                with(chosen, Game.Status.DEFENDER_WINS, false, true),
                game(2, 0, 121, 9_500),
                game(3, 0, 120, 9_500))) {
            assertThat(RootChoices.lasts(facts(gone), SENT_IN, place))
                    .as("%s", gone)
                    .isFalse();
        }
        assertThat(RootChoices.lasts(facts(chosen), new L2Block(121), place))
                .as("a reorganisation moved the withdrawal behind it")
                .isFalse();
        Game improper = with(chosen, Game.Status.IN_PROGRESS, false, true);
        ExitFacts paused = new ExitFacts(NOW, bridge(true), false, List.of(), List.of(improper));
        assertThat(RootChoices.lasts(paused, SENT_IN, place)).isTrue();
    }

    @Test
    void whereNoProofIsDue_aChoiceChangesNothing() {
        Game chosen = game(2, 0, 120, 9_500);
        Proof alive = new Proof(USER, new L1Time(9_700), game(1, 0, 110, 9_000), false);
        ExitFacts facts = proven(alive, chosen);

        assertThat(RootChoices.toProve(OpStack.standing(facts, SENT_IN, Optional.empty())))
                .isEmpty();
        assertThat(preferring(facts, chosen)).isEqualTo(OpStack.standing(facts, SENT_IN, Optional.empty()));
    }

    @Test
    void aChoiceThatAReorganisationMadeYoung_isWaitedFor() {
        Game young = game(2, 0, 120, NOW.unixSeconds());

        assertThat(preferring(facts(young, game(1, 0, 110, 9_000)), young)).isEqualTo(new Standing.RootTooNew(young));
    }

    @Test
    void marks_areReadFromTheRegistry_andBeforeItFromThePortal() {
        SpokenContracts chain = new SpokenContracts();
        Game fits = game(1, 0, 120, 9_000);
        Game out = with(game(2, 0, 120, 9_000), Game.Status.IN_PROGRESS, false, true);
        chain.says(fits.contract(), "gameCreator()", Abi.word(USER));
        chain.says(REGISTRY, Abi.call("isGameBlacklisted(address)", Abi.word(out.contract())), Abi.word(1));
        chain.says(REGISTRY, "isGameRetired(address)", Abi.word(0));
        chain.says(PORTAL, "disputeGameBlacklist(address)", Abi.word(0));
        chain.says(PORTAL, "respectedGameTypeUpdatedAt()", Abi.word(9_001));

        assertThat(RootChoices.marks(chain.reads(), facts(fits, out)))
                .containsEntry(fits, new RootMarks(Optional.of(USER), false, false))
                .containsEntry(out, new RootMarks(Optional.empty(), true, false));
        Bridge old = bridge(Optional.empty(), false);
        assertThat(RootMarks.read(chain.reads(), old, out)).isEqualTo(new RootMarks(Optional.empty(), false, true));
    }

    private static List<RootChoice> all(ExitFacts facts, Map<Game, RootMarks> marks, Map<L2Block, Hash32> recomputed) {
        Standing standing = OpStack.standing(facts, SENT_IN, Optional.empty());
        Bridge bridge = facts.bridge().with(Optional.of(new Bridge.AnchorRoot(Hash32.ZERO, new L2Block(120))));
        return RootChoices.of(facts, bridge, SENT_IN, standing, marks, recomputed);
    }

    private static Standing preferring(ExitFacts facts, Game chosen) {
        return RootChoices.preferring(
                OpStack.standing(facts, SENT_IN, Optional.empty()),
                facts,
                SENT_IN,
                new RootPlace(chosen.index().orElseThrow(), chosen.root()));
    }

    private static ExitFacts facts(Game... games) {
        return new ExitFacts(NOW, bridge(false), false, List.of(), List.of(games));
    }

    private static ExitFacts proven(Proof proof, Game... games) {
        return new ExitFacts(NOW, bridge(false), false, List.of(proof), List.of(games));
    }

    private static Bridge bridge(boolean paused) {
        return bridge(Optional.of(REGISTRY), paused);
    }

    private static Bridge bridge(Optional<Address> registry, boolean paused) {
        return new Bridge(
                new Bridge.Contracts(PORTAL, PORTAL, registry, Optional.empty(), Optional.empty()),
                0,
                Duration.ofSeconds(600),
                Duration.ofSeconds(300),
                paused,
                99,
                Wei.of(80),
                Optional.empty());
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

    private static Game output(long index, long postedAt) {
        Game game = game(index, GameType.OUTPUTS, 120, postedAt);
        return changed(game, game.status(), Optional.empty(), true, true, 0, Optional.of(Duration.ofSeconds(600)));
    }

    private static Game with(Game game, Game.Status status, boolean proper, boolean respected) {
        return changed(game, status, game.resolvedAt(), proper, respected, game.claims(), game.clock());
    }

    private static Game claims(Game game, long claims) {
        return changed(game, game.status(), game.resolvedAt(), true, true, claims, game.clock());
    }

    private static Game resolved(Game game, long at) {
        return changed(
                game, Game.Status.DEFENDER_WINS, Optional.of(new L1Time(at)), true, true, game.claims(), game.clock());
    }

    private static Game changed(
            Game game,
            Game.Status status,
            Optional<L1Time> resolved,
            boolean proper,
            boolean respected,
            long claims,
            Optional<Duration> clock) {
        return new Game(
                game.index(),
                game.type(),
                game.contract(),
                game.createdAt(),
                game.root(),
                game.block(),
                status,
                resolved,
                proper,
                respected,
                claims,
                clock);
    }
}

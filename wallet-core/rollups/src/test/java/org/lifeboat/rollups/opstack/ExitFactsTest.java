package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;

/// What is read of a withdrawal on L1, where others send proofs of it too, and where its root is contested.
class ExitFactsTest {
    private static final Address PORTAL = Hash32.ofNumber(1).toAddress();
    private static final Address FACTORY = Hash32.ofNumber(2).toAddress();
    private static final Address REGISTRY = Hash32.ofNumber(3).toAddress();
    private static final Address GAME = Hash32.ofNumber(4).toAddress();
    private static final Address OTHER_GAME = Hash32.ofNumber(5).toAddress();
    private static final Address USER = Hash32.ofNumber(6).toAddress();
    private static final Hash32 WITHDRAWAL = Hash32.ofNumber(7);
    private static final long NOW = 10_000;

    private final SpokenContracts chain = new SpokenContracts();

    ExitFactsTest() {
        chain.says(PORTAL, "respectedGameType()", Abi.word(0));
        chain.says(PORTAL, "proofMaturityDelaySeconds()", Abi.word(600));
        chain.says(PORTAL, "disputeGameFinalityDelaySeconds()", Abi.word(300));
        chain.says(PORTAL, "paused()", Abi.word(0));
        chain.says(PORTAL, "finalizedWithdrawals(bytes32)", Abi.word(0));
        chain.says(FACTORY, "gameCount()", Abi.word(2));
        chain.says(FACTORY, "initBonds(uint32)", Abi.word(80));
        chain.says(
                FACTORY, Abi.call("gameAtIndex(uint256)", Abi.word(0)), Abi.word(0), Abi.word(9_000), Abi.word(GAME));
        chain.says(
                FACTORY,
                Abi.call("gameAtIndex(uint256)", Abi.word(1)),
                Abi.word(0),
                Abi.word(9_100),
                Abi.word(OTHER_GAME));
        chain.says(REGISTRY, "isGameProper(address)", Abi.word(1));
        chain.says(REGISTRY, "isGameRespected(address)", Abi.word(1));
        game(GAME, 9_000, 100, 1);
        game(OTHER_GAME, 9_100, 120, 1);
    }

    private void game(Address game, long createdAt, long block, long claims) {
        chain.says(game, "gameType()", Abi.word(0));
        chain.says(game, "createdAt()", Abi.word(createdAt));
        chain.says(game, "rootClaim()", Abi.word(block));
        chain.says(game, "l2SequenceNumber()", Abi.word(block));
        chain.says(game, "status()", Abi.word(0));
        chain.says(game, "resolvedAt()", Abi.word(0));
        chain.says(game, "claimDataLen()", Abi.word(claims));
        chain.says(game, "maxClockDuration()", Abi.word(2_000));
        chain.says(game, "l1Head()", Abi.word(11));
        chain.says(game, "maxGameDepth()", Abi.word(8));
        chain.says(game, "splitDepth()", Abi.word(4));
        chain.says(game, "clockExtension()", Abi.word(10));
        chain.says(game, "l2BlockNumberChallenged()", Abi.word(0));
        chain.says(game, "getRequiredBond(uint128)", Abi.word(80));
    }

    /// @param index of the claim
    private void claim(Address game, long index, long parent, long position, long madeAt) {
        chain.says(
                game,
                Abi.call("claimData(uint256)", Abi.word(index)),
                Abi.word(parent),
                Abi.word(0),
                Abi.word(USER),
                Abi.word(80),
                Abi.word(50 + index),
                Abi.word(position),
                Abi.word(madeAt));
    }

    private void proofs(Address... provers) {
        chain.says(PORTAL, "numProofSubmitters(bytes32)", Abi.word(provers.length));
        chain.says(PORTAL, "provenWithdrawals(bytes32,address)", Abi.word(0), Abi.word(0));
        for (int i = 0; i < provers.length; i++) {
            chain.says(
                    PORTAL,
                    Abi.call("proofSubmitters(bytes32,uint256)", Abi.word(WITHDRAWAL), Abi.word(i)),
                    Abi.word(provers[i]));
            chain.says(
                    PORTAL,
                    Abi.call("provenWithdrawals(bytes32,address)", Abi.word(WITHDRAWAL), Abi.word(provers[i])),
                    Abi.word(GAME),
                    Abi.word(9_200 + i));
        }
    }

    private ExitFacts facts(RootPlace... known) {
        Bridge.Contracts contracts =
                new Bridge.Contracts(PORTAL, FACTORY, Optional.of(REGISTRY), Optional.empty(), Optional.empty());
        return OpStack.exitFacts(chain.reads(), contracts, WITHDRAWAL, USER, new L1Time(NOW), List.of(known))
                .orElseThrow();
    }

    private static Address other(int number) {
        return Hash32.ofNumber(BigInteger.valueOf(1_000L + number)).toAddress();
    }

    /// Each proof stays in the portal's list, and a proof costs its sender gas alone.
    @Test
    void theOwnProof_isFoundHoweverManyOthersSendTheirs() {
        Address[] all = new Address[60];
        for (int i = 0; i < all.length; i++) {
            all[i] = i == 30 ? USER : other(i);
        }
        proofs(all);

        assertThat(facts().proofs())
                .extracting(Proof::prover)
                .as("the own one first, then the oldest and the newest")
                .containsExactly(USER, all[0], all[1], all[2], all[3], all[56], all[57], all[58], all[59]);
    }

    @Test
    void aRootThatThereIsAProofAgainst_isRead_howeverManyNewerOnesThereAre() {
        proofs();
        chain.says(FACTORY, "gameCount()", Abi.word(42));
        chain.says(FACTORY, "gameAtIndex(uint256)", Abi.word(0), Abi.word(9_100), Abi.word(OTHER_GAME));
        chain.says(
                FACTORY, Abi.call("gameAtIndex(uint256)", Abi.word(3)), Abi.word(0), Abi.word(9_000), Abi.word(GAME));

        assertThat(facts().games())
                .as("of the newest")
                .hasSize(16)
                .noneMatch(game -> game.contract().equals(GAME));
        ExitFacts known = facts(new RootPlace(3, Hash32.ofNumber(100)));
        assertThat(known.games()).hasSize(17);
        assertThat(known.games().getLast().index()).contains(3L);
        assertThat(known.games().getLast().contract()).isEqualTo(GAME);
        assertThat(OpStack.standing(known, new L2Block(100), Optional.empty()))
                .isInstanceOfSatisfying(
                        Standing.CanProve.class,
                        can -> assertThat(can.best().contract()).isEqualTo(GAME));
    }

    @Test
    void whereAnotherRootStandsNow_orNone_thePlaceIsLeftOut() {
        proofs();

        assertThat(facts(new RootPlace(0, Hash32.ofNumber(77)), new RootPlace(2, Hash32.ofNumber(100)))
                        .games())
                .as("after a reorganisation")
                .hasSize(2);
        assertThat(facts(new RootPlace(0, Hash32.ofNumber(100))).games())
                .as("among the newest already")
                .hasSize(2);
    }

    /// `isCustomGasToken` of the settings; contracts that have no such function know no other coin.
    @Test
    void whetherGasIsPaidInAnotherCoin_isRead() {
        Address settings = Hash32.ofNumber(8).toAddress();
        chain.says(PORTAL, "disputeGameFactory()", Abi.word(FACTORY));
        chain.says(PORTAL, "systemConfig()", Abi.word(settings));

        assertThat(OpStack.contracts(chain.reads(), PORTAL).orElseThrow().otherCoin())
                .isFalse();
        chain.says(settings, "isCustomGasToken()", Abi.word(0));
        assertThat(OpStack.contracts(chain.reads(), PORTAL).orElseThrow().otherCoin())
                .isFalse();
        chain.says(settings, "isCustomGasToken()", Abi.word(1));
        assertThat(OpStack.contracts(chain.reads(), PORTAL).orElseThrow().otherCoin())
                .isTrue();
    }

    @Test
    void aFewProofs_areAllRead_andOneThatWasSentAgainOnlyOnce() {
        proofs(other(1), USER, other(1), USER, other(2));

        assertThat(facts().proofs()).extracting(Proof::prover).containsExactly(USER, other(1), other(2));
    }

    @Test
    void aRootThatIsAttackedAndNotAnsweredFor_isInDoubt_andAnotherIsNamed() {
        proofs(USER);
        game(GAME, 9_000, 100, 2);
        claim(GAME, 0, 0xffff_ffffL, 1, 9_000);
        claim(GAME, 1, 0, 2, 9_500);

        assertThat(OpStack.standing(facts(), new L2Block(100), Optional.empty()))
                .isInstanceOfSatisfying(Standing.Doubted.class, doubted -> {
                    assertThat(doubted.proof().prover()).isEqualTo(USER);
                    assertThat(doubted.fallsAt()).isEqualTo(new L1Time(11_500));
                    assertThat(doubted.better().orElseThrow().contract()).isEqualTo(OTHER_GAME);
                });
        assertThat(OpStack.standing(facts(), new L2Block(110), Optional.empty()))
                .as("no root below the withdrawal's block helps")
                .isInstanceOf(Standing.Doubted.class);
    }

    @Test
    void answeredFor_theRootStandsAsFarAsThatGoes() {
        proofs(USER);
        game(GAME, 9_000, 100, 3);
        claim(GAME, 0, 0xffff_ffffL, 1, 9_000);
        claim(GAME, 1, 0, 2, 9_500);
        claim(GAME, 2, 1, 4, 9_600);

        assertThat(OpStack.standing(facts(), new L2Block(100), Optional.empty()))
                .isInstanceOfSatisfying(
                        Standing.Waiting.class,
                        waiting -> assertThat(waiting.notBefore())
                                .as("while it is contested no time is promised")
                                .isEmpty());
    }

    /// A stand-in with the answers of Base's games of proofs, which have no moves and no clocks. Source:
    /// base/contracts, `AggregateVerifier.sol`.
    private void gameOfProofs(long expectedResolution, long countered) {
        proofs(USER);
        chain.says(GAME, "gameType()", Abi.word(621));
        chain.refuses(GAME, "claimDataLen()", "maxClockDuration()", "maxGameDepth()", "splitDepth()");
        chain.says(GAME, "expectedResolution()", Abi.word(expectedResolution));
        chain.says(GAME, "counteredByIntermediateRootIndexPlusOne()", Abi.word(countered));
    }

    @Test
    void aGameOfProofs_hasItsDate_asTheGameTellsIt() {
        gameOfProofs(12_000, 0);

        assertThat(OpStack.standing(facts(), new L2Block(100), Optional.empty()))
                .isInstanceOfSatisfying(
                        Standing.Waiting.class,
                        waiting -> assertThat(waiting.notBefore())
                                .as("its end and the air gap after it, and a second")
                                .contains(new L1Time(12_301)));
    }

    @Test
    void aGameOfProofs_thatSomebodyHasContradicted_isContested_andPromisesNoDate() {
        gameOfProofs(12_000, 3);

        assertThat(facts().proofs().getFirst().game().contested()).isTrue();
        assertThat(OpStack.standing(facts(), new L2Block(100), Optional.empty()))
                .isInstanceOfSatisfying(
                        Standing.Waiting.class,
                        waiting -> assertThat(waiting.notBefore()).isEmpty());
    }

    /// `type(uint64).max`, as long as no proof counts.
    @Test
    void aGameOfProofs_withoutADate_isNotCalledContested() {
        gameOfProofs(0, 0);
        chain.says(GAME, "expectedResolution()", Abi.word(new BigInteger("ffffffffffffffff", 16)));

        assertThat(facts().proofs().getFirst().game().contested()).isFalse();
        assertThat(OpStack.standing(facts(), new L2Block(100), Optional.empty()))
                .isInstanceOfSatisfying(
                        Standing.Waiting.class,
                        waiting -> assertThat(waiting.notBefore()).isEmpty());
    }

    @Test
    void aContestWithoutMeasure_isNotReadClaimByClaim() {
        proofs(USER);
        game(GAME, 9_000, 100, 129);
        for (int index = 0; index < 129; index++) {
            claim(GAME, index, index == 0 ? 0xffff_ffffL : 0, index == 0 ? 1 : 2, 9_500);
        }

        assertThat(facts().falling()).isEmpty();
        chain.says(GAME, "claimDataLen()", Abi.word(128));
        assertThat(facts().falling()).containsOnlyKeys(GAME);
    }

    /// What is not known is not called a danger, and not a promise either.
    @Test
    void aContestThatCannotBeRead_isSaidToBeContested_andNoMore() {
        proofs(USER);
        game(GAME, 9_000, 100, 2);
        chain.refuses(GAME, "splitDepth()");

        assertThat(OpStack.standing(facts(), new L2Block(100), Optional.empty()))
                .isInstanceOf(Standing.Waiting.class);
    }
}

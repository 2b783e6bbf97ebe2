package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;

/// A bridge with an output oracle: which outputs count, since when, and where a withdrawal stands whose output the
/// challenger deleted.
class OutputsTest {
    private static final Address PORTAL = Address.fromHex("0x00000000000000000000000000000000000000a1");
    private static final Address ORACLE = Address.fromHex("0x00000000000000000000000000000000000000a2");
    private static final Address CONFIG = Address.fromHex("0x00000000000000000000000000000000000000a3");
    private static final Address USER = Address.fromHex("0x00000000000000000000000000000000000000a4");
    private static final Hash32 WITHDRAWAL = Hash32.ofNumber(77);
    private static final long PERIOD = 1_000;
    private static final long APART = 120;
    private static final L2Block IN = new L2Block(130);

    private final SpokenContracts chain = new SpokenContracts();
    private long count;

    @BeforeEach
    void bridge() {
        chain.says(PORTAL, "l2Oracle()", Abi.word(ORACLE));
        chain.says(PORTAL, "systemConfig()", Abi.word(CONFIG));
        chain.says(PORTAL, "paused()", Abi.word(0));
        chain.says(PORTAL, "finalizedWithdrawals(bytes32)", Abi.word(0));
        chain.says(PORTAL, "provenWithdrawals(bytes32)", Abi.word(0), Abi.word(0), Abi.word(0));
        chain.says(ORACLE, "finalizationPeriodSeconds()", Abi.word(PERIOD));
        chain.says(ORACLE, "submissionInterval()", Abi.word(APART));
        length(0);
    }

    private void length(long outputs) {
        count = outputs;
        chain.says(ORACLE, "nextOutputIndex()", Abi.word(outputs));
        chain.says(ORACLE, "nextBlockNumber()", Abi.word((outputs + 1) * APART));
    }

    /// What was written at an index beyond the list's end stays readable here: the reader must not want it.
    private void output(long index, long at, Hash32 root) {
        chain.says(
                ORACLE,
                Abi.call("getL2Output(uint256)", Abi.word(index)),
                Abi.word(root),
                Abi.word(at),
                Abi.word((index + 1) * APART));
    }

    private void posted(long index, long at, Hash32 root) {
        output(index, at, root);
        length(index + 1);
    }

    private static Hash32 root(long number) {
        return Hash32.ofNumber(5_000 + number);
    }

    private Bridge.Contracts contracts() {
        return OpStack.contracts(chain.reads(), PORTAL).orElseThrow();
    }

    private ExitFacts facts(long now) {
        return OpStack.exitFacts(chain.reads(), contracts(), WITHDRAWAL, USER, new L1Time(now))
                .orElseThrow();
    }

    private Standing standing(long now) {
        return OpStack.standing(facts(now), IN, OpStack.resolution(chain.reads(), facts(now), USER));
    }

    private void proven(long at, long index, Hash32 root) {
        chain.says(PORTAL, "provenWithdrawals(bytes32)", Abi.word(root), Abi.word(at), Abi.word(index));
    }

    @Test
    void theBridge_isReadByTheNamesOfBothGenerations() {
        posted(0, 100, root(0));
        Bridge newer = OpStack.bridge(chain.reads(), contracts()).orElseThrow();

        chain.refuses(PORTAL, "l2Oracle()", "systemConfig()");
        chain.refuses(ORACLE, "finalizationPeriodSeconds()");
        chain.says(PORTAL, "L2_ORACLE()", Abi.word(ORACLE));
        chain.says(PORTAL, "SYSTEM_CONFIG()", Abi.word(CONFIG));
        chain.says(ORACLE, "FINALIZATION_PERIOD_SECONDS()", Abi.word(PERIOD));

        assertThat(OpStack.bridge(chain.reads(), contracts())).contains(newer);
        assertThat(newer.contracts().posting()).isEqualTo(Bridge.Posting.OUTPUTS);
        assertThat(newer.contracts().factory()).isEqualTo(ORACLE);
        assertThat(newer.contracts().systemConfig()).contains(CONFIG);
        assertThat(newer.maturity()).isEqualTo(Duration.ofSeconds(PERIOD));
        assertThat(newer.airGap()).isZero();
        assertThat(GameType.of(newer.respectedType())).isEqualTo(GameType.ORACLE);
        assertThat(newer.bond()).isEqualTo(Wei.ZERO);
    }

    @Test
    void aPortalOfGames_isOneOfGames_whateverElseItAnswers() {
        chain.says(PORTAL, "disputeGameFactory()", Abi.word(CONFIG));

        assertThat(contracts().posting()).isEqualTo(Bridge.Posting.GAMES);
    }

    @Test
    void aBridgeThatDoesNotSayItsPeriod_isNotRead() {
        chain.refuses(ORACLE, "finalizationPeriodSeconds()");

        assertThat(OpStack.bridge(chain.reads(), contracts())).isEmpty();
    }

    /// The portal wants the period to be over, not just reached.
    @ParameterizedTest
    @CsvSource({"1099, false", "1100, false", "1101, true", "9999, true"})
    void anOutput_isFinal_onceItsPeriodIsOver(long now, boolean isFinal) {
        posted(0, 100, root(0));
        Bridge bridge =
                OpStack.bridge(chain.reads(), contracts(), new L1Time(now)).orElseThrow();

        assertThat(bridge.anchor())
                .isEqualTo(
                        isFinal ? Optional.of(new Bridge.AnchorRoot(root(0), new L2Block(APART))) : Optional.empty());
        Game output =
                OpStack.newestGames(chain.reads(), bridge, 4).orElseThrow().getFirst();
        assertThat(output.finalAfter(bridge.airGap())).contains(new L1Time(1_100));
    }

    @Test
    void withoutOutputs_nothingIsFinal() {
        assertThat(OpStack.bridge(chain.reads(), contracts(), new L1Time(99_999))
                        .orElseThrow()
                        .anchor())
                .isEmpty();
        assertThat(standing(99_999)).isEqualTo(new Standing.NoRoot(Optional.empty(), Optional.empty()));
    }

    /// However irregularly they came: in one burst after a long silence, too.
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "9", "500", "20000"})
    void theNewestFinalOutput_isFound_howeverTheyCame(long outputs) {
        for (long index = 0; index < outputs; index++) {
            output(index, 100 + index * 7 + (index > outputs / 3 ? 40_000 : 0) + index % 3, root(index));
        }
        length(outputs);
        for (long wanted : List.of(0L, outputs / 4, outputs / 2, outputs - 2, outputs - 1)) {
            if (wanted < 0) {
                continue;
            }
            long posted = 100 + wanted * 7 + (wanted > outputs / 3 ? 40_000 : 0) + wanted % 3;
            assertThat(OpStack.bridge(chain.reads(), contracts(), new L1Time(posted + PERIOD + 1))
                            .orElseThrow()
                            .anchor())
                    .contains(new Bridge.AnchorRoot(root(wanted), new L2Block((wanted + 1) * APART)));
        }
    }

    @Test
    void aWithdrawal_isProven_waitsForBothClocks_andIsPaidOut() {
        posted(0, 100, root(0));
        assertThat(standing(110)).isInstanceOf(Standing.NoRoot.class);
        posted(1, 200, root(1));
        assertThat(standing(200)).as("in the output's own second").isInstanceOf(Standing.CanProve.class);
        posted(2, 300, root(2));
        assertThat(standing(400)).isInstanceOfSatisfying(Standing.CanProve.class, can -> {
            assertThat(can.best().index()).contains(1L);
            assertThat(can.others()).hasSize(1);
        });

        proven(450, 1, root(1));
        assertThat(standing(500))
                .isInstanceOfSatisfying(
                        Standing.Waiting.class,
                        waiting -> assertThat(waiting.notBefore()).contains(new L1Time(1_451)));
        assertThat(standing(1_450)).isInstanceOf(Standing.Waiting.class);
        assertThat(standing(1_451)).isInstanceOf(Standing.CanFinish.class);

        chain.says(PORTAL, "paused()", Abi.word(1));
        assertThat(standing(1_451)).isInstanceOf(Standing.Paused.class);
        chain.says(PORTAL, "finalizedWithdrawals(bytes32)", Abi.word(1));
        assertThat(standing(1_451)).isInstanceOf(Standing.PaidOut.class);
    }

    /// The portal reverts at a new proof while nothing stands at the old one's index.
    @Test
    void aDeletedOutput_isProvenAgain_onlyOnceAnotherStandsInItsPlace() {
        posted(0, 100, root(0));
        posted(1, 200, root(1));
        posted(2, 300, root(2));
        proven(450, 2, root(2));
        length(2); // Deleted from the third on; the second still covers the withdrawal.

        assertThat(standing(500)).isInstanceOfSatisfying(Standing.MustProveAgain.class, again -> {
            assertThat(again.better()).isEmpty();
            assertThat(again.lost().game().block()).isEqualTo(new L2Block(3 * APART));
        });
        assertThat(standing(9_000)).isInstanceOf(Standing.MustProveAgain.class);

        posted(2, 600, root(7));
        assertThat(standing(700))
                .isInstanceOfSatisfying(
                        Standing.MustProveAgain.class,
                        again -> assertThat(again.better().flatMap(Game::index)).contains(1L));
        assertThat(facts(9_000).proofs()).allMatch(proof -> !proof.payable());
    }

    /// Then it is as if it had never been away, but that the output is newer.
    @Test
    void theSameRootPostedAgain_makesTheOldProofCountAgain() {
        posted(0, 100, root(0));
        posted(1, 200, root(1));
        proven(250, 1, root(1));
        length(1);
        assertThat(standing(260)).isInstanceOf(Standing.MustProveAgain.class);

        posted(1, 900, root(1));

        assertThat(standing(1_300))
                .isInstanceOfSatisfying(
                        Standing.Waiting.class,
                        waiting -> assertThat(waiting.notBefore()).contains(new L1Time(1_901)));
        assertThat(standing(1_901)).isInstanceOf(Standing.CanFinish.class);
    }

    @Test
    void anOutput_isFoundAgainByItsBlock_andNoneOfAnotherBlockIsTakenForIt() {
        posted(0, 100, root(0));
        posted(1, 200, root(1));
        Bridge bridge = OpStack.bridge(chain.reads(), contracts()).orElseThrow();
        chain.says(ORACLE, "getL2OutputIndexAfter(uint256)", Abi.word(1));

        assertThat(OpStack.root(chain.reads(), bridge, ORACLE, new L2Block(2 * APART))
                        .map(Game::root))
                .contains(root(1));
        assertThat(OpStack.root(chain.reads(), bridge, ORACLE, new L2Block(2 * APART - 1))
                        .map(Game::usable))
                .contains(false);
        assertThat(count).isEqualTo(2);
    }

    @Test
    void whoeverHasProven_itIsFinishedByThePlainCall() {
        posted(0, 100, root(0));
        proven(150, 0, root(0));
        Withdrawal withdrawal = new Withdrawal(
                BigInteger.ONE, USER, USER, new Wei(BigInteger.TEN), BigInteger.valueOf(100_000), Bytes.EMPTY);
        Proof proof = facts(5_000).proofs().getFirst();
        Bridge bridge = facts(5_000).bridge();

        assertThat(OpStack.finish(bridge, withdrawal, proof, CONFIG).data())
                .isEqualTo(OpStack.finish(bridge, withdrawal, proof, USER).data());
    }
}

package org.lifeboat.ui.withdraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.WayCost;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitCases;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.withdraw.WithdrawForm.Purpose;
import org.lifeboat.ui.withdraw.WithdrawScreen.Flaw;

class WithdrawViewModelTest {
    private static final ChainId L2 = Sheets.OPTIMISM.chain();
    private final Desk desk = new Desk();
    private final WithdrawViewModel model = new WithdrawViewModel(desk, Tasks.immediate());

    @Test
    void aWithdrawal_isKeptBeforeItsReview_toTheOwnAddressUnlessAnotherIsNamed() {
        model.load(L2, false);
        model.go(form(Purpose.WITHDRAWAL, "0.25", "", ""));

        assertThat(model.screen().get()).isEqualTo(new WithdrawScreen.Kept(new PlanStore.Id(1)));
        assertThat(desk.begun)
                .containsExactly(ExitState.wanted(ExitState.Way.SEQUENCER, Sheets.ONE, ExitCases.ether("0.25")));

        model.load(L2, false);
        model.go(form(Purpose.WITHDRAWAL, "0.25", Sheets.TWO.toChecksum(), ""));
        assertThat(desk.begun.getLast().target()).isEqualTo(Sheets.TWO);
    }

    @ParameterizedTest
    @CsvSource({
        "'', NOT_AN_AMOUNT",
        "0, NOT_AN_AMOUNT",
        "0.0, NOT_AN_AMOUNT",
        "'0,5', NOT_AN_AMOUNT",
        "-1, NOT_AN_AMOUNT",
        "0.0000000000000000001, NOT_AN_AMOUNT",
        "0.000000000000000001, NONE"
    })
    void amounts_areDigitsAboveNothing(String amount, Flaw flaw) {
        assertThat(WithdrawViewModel.flaw(WithdrawCases.well(), form(Purpose.WITHDRAWAL, amount, "", "")))
                .isEqualTo(flaw);
    }

    @Test
    void aRecipient_isHeldAgainstItsChecksum_andAPaymentNeedsOne() {
        String mistyped = "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        var well = WithdrawCases.well();

        assertThat(WithdrawViewModel.flaw(well, form(Purpose.WITHDRAWAL, "1", mistyped, "")))
                .isEqualTo(Flaw.CHECKSUM);
        assertThat(WithdrawViewModel.flaw(well, form(Purpose.WITHDRAWAL, "1", "alice", "")))
                .isEqualTo(Flaw.NOT_AN_ADDRESS);
        assertThat(WithdrawViewModel.flaw(well, form(Purpose.FORCED_PAYMENT, "1", "", "")))
                .isEqualTo(Flaw.NOT_AN_ADDRESS);
    }

    @Test
    void besideAnExitUnderWay_theAmountIsTypedTwice() {
        desk.facts = WithdrawCases.troubled();
        model.load(L2, false);
        model.go(form(Purpose.WITHDRAWAL, "0.5", "", ""));

        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        WithdrawScreen.Filling.class,
                        filling -> assertThat(filling.flaw()).isEqualTo(Flaw.AGAIN));
        assertThat(desk.begun).as("nothing was begun").isEmpty();
        model.go(form(Purpose.WITHDRAWAL, "0.5", "", "0.50"));
        assertThat(desk.begun).as("not the same letters").isEmpty();
        model.go(form(Purpose.WITHDRAWAL, "0.5", "", "0.5"));
        assertThat(desk.begun).hasSize(1);
    }

    @Test
    void beforeItIsBegun_itSaysWhatTheWholeWayTakesOnL1_andWhoHasThat() {
        var well = WithdrawCases.well();
        WayCost asked = well.cost(form(Purpose.WITHDRAWAL, "", "", "")).orElseThrow();
        WayCost forced = well.cost(form(Purpose.FORCED_WITHDRAWAL, "", "", "")).orElseThrow();
        WayCost tokens = well.cost(form(Purpose.WITHDRAWAL, "", 0)).orElseThrow();
        assertThat(asked.held()).isEqualTo(ExitCases.ether("0.02"));
        assertThat(asked.missingDoubled()).isEmpty();
        assertThat(asked.now()).isLessThan(forced.now()).isLessThan(tokens.now());
        assertThat(well.cost(form(Purpose.FORCED_PAYMENT, "", "", ""))
                        .orElseThrow()
                        .now())
                .isLessThan(forced.now());

        assertThat(well.heldIsAWord()).as("it was proven against a header").isFalse();
        assertThat(WithdrawCases.troubled().cost(form(Purpose.WITHDRAWAL, "", "", "")))
                .hasValueSatisfying(cost -> assertThat(cost.missing()).isPresent());
        assertThat(WithdrawCases.silent().cost(form(Purpose.WITHDRAWAL, "", "", "")))
                .as("where L1 says nothing there is no figure")
                .isEmpty();
    }

    @Test
    void givenUpBeforeItIsWritten_nothingIsBegun_andTheFormComesBack() {
        LaterTasks later = new LaterTasks();
        WithdrawViewModel slow = new WithdrawViewModel(desk, later);
        slow.load(L2, true);
        later.runAll();
        slow.choose(Purpose.FORCED_WITHDRAWAL);
        WithdrawForm form = form(Purpose.FORCED_WITHDRAWAL, "0.5", "", "");
        slow.go(form);
        assertThat(slow.screen().get()).isInstanceOf(WithdrawScreen.Keeping.class);
        slow.giveUp();
        later.runAll();

        assertThat(slow.screen().get()).isEqualTo(new WithdrawScreen.Filling(WithdrawCases.well(), form, Flaw.NONE));
        assertThat(desk.begun).isEmpty();
    }

    @Test
    void whereL1SaidNothing_askingAgainKeepsWhatWasChosen() {
        desk.facts = WithdrawCases.silent();
        model.load(L2, true);
        model.choose(Purpose.FORCED_PAYMENT);
        desk.facts = WithdrawCases.well();
        model.again(L2, true);

        assertThat(model.screen().get()).isInstanceOfSatisfying(WithdrawScreen.Filling.class, filling -> {
            assertThat(filling.form().purpose()).isEqualTo(Purpose.FORCED_PAYMENT);
            assertThat(filling.facts()).isEqualTo(WithdrawCases.well());
        });
        model.load(L2, true);
        model.again(L2, true);
        assertThat(model.screen().get()).isInstanceOf(WithdrawScreen.Choosing.class);
    }

    @Test
    void forcing_isChosenFirst_andAPaymentIsNoExit() {
        model.load(L2, true);
        assertThat(model.screen().get()).isInstanceOf(WithdrawScreen.Choosing.class);
        model.choose(Purpose.FORCED_PAYMENT);
        model.go(form(Purpose.FORCED_PAYMENT, "0.5", Sheets.TWO.toChecksum(), ""));

        assertThat(model.screen().get())
                .isEqualTo(new WithdrawScreen.Ready(Sheets.OPTIMISM, Sheets.ONE, Sheets.TWO, ExitCases.ether("0.5")));
        assertThat(desk.begun).isEmpty();
    }

    @Test
    void forcedWithdrawal_goesThroughL1() {
        model.load(L2, true);
        model.choose(Purpose.FORCED_WITHDRAWAL);
        model.go(form(Purpose.FORCED_WITHDRAWAL, "0.5", "", ""));

        assertThat(desk.begun.getFirst().way()).isEqualTo(ExitState.Way.THROUGH_L1);
    }

    @Test
    void aTokenOfTheStandardBridge_isKeptWithItsOwnDecimals() {
        model.load(L2, false);
        model.go(form(Purpose.WITHDRAWAL, "1.5", 0));

        assertThat(desk.begun)
                .singleElement()
                .satisfies(state -> assertThat(state.said("ETH")).isEqualTo("1.5 USDT"));
        assertThat(desk.begun.getFirst().token().orElseThrow().units()).isEqualTo(BigInteger.valueOf(1_500_000));
    }

    @Test
    void whatDoesNotComeHome_isNotBegun_andCanOnlyBeSentOn() {
        var well = WithdrawCases.well();
        for (int index = 1; index < WithdrawCases.tokens().size(); index++) {
            for (Purpose purpose : List.of(Purpose.WITHDRAWAL, Purpose.FORCED_WITHDRAWAL)) {
                assertThat(WithdrawViewModel.flaw(well, form(purpose, "1", index)))
                        .as("%s of %s", purpose, index)
                        .isEqualTo(Flaw.NO_WAY_HOME);
            }
        }
        assertThat(WithdrawViewModel.flaw(well, form(Purpose.WITHDRAWAL, "81400.250001", 0)))
                .isEqualTo(Flaw.TOO_LITTLE_LOCKED);
        assertThat(WithdrawViewModel.flaw(well, form(Purpose.WITHDRAWAL, "1.0000001", 0)))
                .as("more decimals than the token has")
                .isEqualTo(Flaw.NOT_AN_AMOUNT);

        model.load(L2, true);
        model.choose(Purpose.FORCED_PAYMENT);
        model.go(form(Purpose.FORCED_PAYMENT, "1", 1));
        assertThat(model.screen().get())
                .isEqualTo(new WithdrawScreen.ReadyTokens(
                        Sheets.OPTIMISM,
                        Sheets.ONE,
                        Sheets.TWO,
                        WithdrawCases.tokens().get(1).token().contract(),
                        BigInteger.TEN.pow(18)));
        assertThat(desk.begun).isEmpty();
    }

    private static WithdrawForm form(Purpose purpose, String amount, int token) {
        String to = purpose == Purpose.FORCED_PAYMENT ? Sheets.TWO.toChecksum() : "";
        return new WithdrawForm(
                purpose,
                ExitCases.ACCOUNT,
                amount,
                to,
                "",
                Optional.of(WithdrawCases.tokens().get(token)));
    }

    @Test
    void waitAndTell_isKept_andNothingIsBegun() {
        model.load(L2, true);
        model.waitAndTell();

        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        WithdrawScreen.Choosing.class,
                        choosing -> assertThat(choosing.wished()).isTrue());
        assertThat(desk.waits).containsExactly(L2);
        assertThat(desk.begun).isEmpty();
    }

    @Test
    void whoDoesNotWaitAnyLonger_isNotTold() {
        model.load(L2, true);
        model.waitAndTell();
        model.stopWaiting();

        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        WithdrawScreen.Choosing.class,
                        choosing -> assertThat(choosing.wished()).isFalse());
        assertThat(desk.waits).isEmpty();
    }

    private static WithdrawForm form(Purpose purpose, String amount, String to, String again) {
        return new WithdrawForm(purpose, ExitCases.ACCOUNT, amount, to, again);
    }

    private static final class Desk implements WithdrawDesk {
        private WithdrawScreen.Facts facts = WithdrawCases.well();
        private final List<ExitState> begun = new ArrayList<>();
        private final List<ChainId> waits = new ArrayList<>();

        @Override
        public Start start(ChainId l2) {
            return new Start.Facts(facts, false);
        }

        @Override
        public PlanStore.Id begin(ChainId l2, Account from, ExitState wanted) {
            begun.add(wanted);
            return new PlanStore.Id(begun.size());
        }

        @Override
        public void wish(ChainId l2, boolean wanted) {
            if (wanted) {
                waits.add(l2);
            } else {
                waits.remove(l2);
            }
        }
    }
}

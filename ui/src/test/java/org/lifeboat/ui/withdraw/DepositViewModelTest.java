package org.lifeboat.ui.withdraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.exit.Arrival;
import org.lifeboat.engine.exit.Crossing;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitCases;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.withdraw.DepositScreen.Brought;
import org.lifeboat.ui.withdraw.WithdrawScreen.Flaw;

class DepositViewModelTest {
    private static final ChainId L2 = Sheets.OPTIMISM.chain();

    private static final Crossing CROSSING =
            DepositCases.crossing(2, new Status.Saved(), Crossing.Kind.COIN, new Arrival.NotOnL1());

    @Test
    void theFormIsThere_beforeItIsKnownWhatWasBrought() {
        LaterTasks tasks = new LaterTasks();
        DepositViewModel model = new DepositViewModel(new Desk(), tasks, L2);
        model.load(Optional.empty());
        tasks.runNext();

        assertThat(filling(model).brought()).isEqualTo(new Brought.Looking());
        model.choose(form("0.25", "", Optional.of(DepositCases.token())));
        tasks.runNext();
        assertThat(filling(model).brought()).isEqualTo(new Brought.Seen(List.of(CROSSING)));
        assertThat(filling(model).form().amount())
                .as("what was typed meanwhile")
                .isEqualTo("0.25");
    }

    @Test
    void whoStopsAsking_keepsTheForm() {
        LaterTasks tasks = new LaterTasks();
        DepositViewModel model = new DepositViewModel(new Desk(), tasks, L2);
        model.load(Optional.empty());
        tasks.runNext();
        model.giveUp();

        assertThat(filling(model).brought()).isEqualTo(new Brought.NotLooked());
        model.load(Optional.empty());
        model.giveUp();
        assertThat(model.screen().get()).isEqualTo(new DepositScreen.NoWay("exits.givenUp", List.of()));
    }

    @Test
    void coin_goesToTheOwnAddress_unlessAnotherIsNamed() {
        assertThat(gone(form("0.25", "", Optional.empty())))
                .isEqualTo(new Place.DepositStep(
                        L2, Sheets.ONE, Sheets.ONE, Optional.empty(), new BigInteger("250000000000000000")));
        assertThat(gone(form("0.25", Sheets.TWO.toChecksum(), Optional.empty())).to())
                .isEqualTo(Sheets.TWO);
    }

    @Test
    void aToken_hasItsOwnDecimals_andIsFilledInAgainForItsSecondTransaction() {
        DepositForm.Choice token = DepositCases.token();
        Place.DepositStep step = gone(form("1.5", Sheets.TWO.toChecksum(), Optional.of(token)));
        assertThat(step.units()).isEqualTo(BigInteger.valueOf(1_500_000));

        DepositViewModel again = model();
        again.load(Optional.of(step));
        assertThat(filling(again).form()).isEqualTo(form("1.5", Sheets.TWO.toChecksum(), Optional.of(token)));
    }

    @Test
    void afterADepositOfCoin_theAmountIsNotThereAgain() {
        DepositViewModel again = model();
        again.load(Optional.of(gone(form("0.25", "", Optional.empty()))));

        assertThat(filling(again).form().amount()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', NOT_AN_AMOUNT",
        "0, '', NOT_AN_AMOUNT",
        "'0,5', '', NOT_AN_AMOUNT",
        "1.0000001, '', NOT_AN_AMOUNT",
        "1, alice, NOT_AN_ADDRESS",
        "1, 0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed, CHECKSUM",
        "1, '', NONE"
    })
    void whatIsTyped_isLookedOver(String amount, String to, Flaw flaw) {
        DepositViewModel model = model();
        model.load(Optional.empty());
        model.go(form(amount, to, Optional.of(DepositCases.token())));

        assertThat(model.screen().get() instanceof DepositScreen.Filling filling ? filling.flaw() : Flaw.NONE)
                .isEqualTo(flaw);
    }

    private static DepositViewModel model() {
        return new DepositViewModel(new Desk(), Tasks.immediate(), L2);
    }

    private static Place.DepositStep gone(DepositForm form) {
        DepositViewModel model = model();
        model.load(Optional.empty());
        model.go(form);
        return ((DepositScreen.Ready) model.screen().get()).step();
    }

    private static DepositScreen.Filling filling(DepositViewModel model) {
        return (DepositScreen.Filling) model.screen().get();
    }

    private static DepositForm form(String amount, String to, Optional<DepositForm.Choice> token) {
        return new DepositForm(ExitCases.ACCOUNT, amount, to, token);
    }

    private static final class Desk implements DepositDesk {
        @Override
        public Start start(ChainId l2) {
            return new Start.Facts(DepositCases.facts(false));
        }

        @Override
        public List<Crossing> brought(ChainId l2) {
            return List.of(CROSSING);
        }
    }
}

package org.lifeboat.ui.withdraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitCases;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.tasks.Toolkit;
import org.lifeboat.ui.withdraw.WithdrawForm.Purpose;

/// A token that no proof brings home leaves the user another way on.
class NoWayHomeTest {
    /// In [WithdrawCases#tokens()]: issued on the L2, and not read.
    private static final int NATIVE = 1;

    private static final int UNREAD = 5;

    private final List<Place> opened = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeAll
    static void start() {
        Stageless.start();
    }

    @Test
    void withdrawal_leadsToSendingThatTokenOn() {
        press(NATIVE, Purpose.WITHDRAWAL, "Send");

        assertThat(opened)
                .containsExactly(new Place.Send(Optional.of(new Place.Holding(
                        Sheets.OPTIMISM.chain(),
                        ExitCases.ACCOUNT.address(),
                        Optional.of(WithdrawCases.tokens().get(NATIVE).token().contract())))));
    }

    @Test
    void forcedWithdrawal_leadsToWhatCanBeForced() {
        press(NATIVE, Purpose.FORCED_WITHDRAWAL, "Force it through L1");

        assertThat(opened).containsExactly(new Place.Force(Sheets.OPTIMISM.chain()));
    }

    @Test
    void whatCouldNotBeRead_isAskedAgain() {
        press(UNREAD, Purpose.WITHDRAWAL, "Try again");

        assertThat(asked).hasValue(1);
        assertThat(opened).isEmpty();
    }

    @Test
    void whatIsForced_whileTheChainRuns_leadsToTheUsualWayFirst_andPromisesNoWord() {
        List<String> running = buttons(WithdrawCases.well(), "Withdraw");

        assertThat(running).contains("Withdraw").doesNotContain("Wait and tell me");
        assertThat(opened).containsExactly(new Place.Withdraw(Sheets.OPTIMISM.chain()));
        assertThat(buttons(WithdrawCases.silent(), "Wait and tell me")).doesNotContain("Withdraw");
    }

    /// @param pressed the words of the one that is pressed
    /// @return the words of all
    private List<String> buttons(WithdrawScreen.Facts facts, String pressed) {
        List<String> words = new ArrayList<>();
        Toolkit.onScreen(() -> {
            Node page = new WithdrawView(
                            around(),
                            new SimpleObjectProperty<>(new WithdrawScreen.Choosing(facts, false)),
                            new Asked(),
                            opened::add,
                            true)
                    .drawn();
            for (Button button : page.lookupAll("*").stream()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .toList()) {
                words.add(button.getText());
                if (button.getText().equals(pressed)) {
                    button.fire();
                }
            }
            return page;
        });
        return words;
    }

    private static Surroundings around() {
        return new Surroundings(
                Stageless.phrases(Language.ENGLISH),
                Tasks.immediate(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                new Layer(new StackPane()));
    }

    private void press(int token, Purpose purpose, String words) {
        Toolkit.onScreen(() -> {
            WithdrawForm form = new WithdrawForm(
                    purpose,
                    ExitCases.ACCOUNT,
                    "",
                    "",
                    "",
                    Optional.of(WithdrawCases.tokens().get(token)));
            Node card = new WithdrawFormCard(
                            around(),
                            new WithdrawScreen.Filling(WithdrawCases.well(), form, WithdrawScreen.Flaw.NONE),
                            new Asked(),
                            opened::add)
                    .card();
            card.lookupAll("*").stream()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(each -> each.getText().replace('\u00a0', ' ').equals(words))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return card;
        });
    }

    private final class Asked implements WithdrawView.Actions {
        @Override
        public void choose(Purpose purpose) {}

        @Override
        public void waitAndTell() {}

        @Override
        public void stopWaiting() {}

        @Override
        public void choose(WithdrawForm form) {}

        @Override
        public void go(WithdrawForm form) {}

        @Override
        public void again() {
            asked.incrementAndGet();
        }

        @Override
        public void giveUp() {}
    }
}

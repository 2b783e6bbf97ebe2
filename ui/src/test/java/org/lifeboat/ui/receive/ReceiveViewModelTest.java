package org.lifeboat.ui.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.tasks.Tasks;

class ReceiveViewModelTest {
    private final Records records = new Records();
    private final Accounts accounts = new Accounts(records.storage());

    @AfterEach
    void close() {
        records.close();
    }

    private ReceiveViewModel model(Tasks tasks) {
        return new ReceiveViewModel(accounts, records.networks(), tasks);
    }

    @Test
    void load_showsNothingHalfRead() {
        accounts.add(Sheets.ONE, "One", new Account.Kind.Imported());
        LaterTasks tasks = new LaterTasks();
        ReceiveViewModel model = model(tasks);
        model.load(Optional.empty());
        assertThat(model.screen().get()).isEqualTo(new ReceiveScreen.Loading());
        tasks.runAll();

        ReceiveScreen.Shown shown = (ReceiveScreen.Shown) model.screen().get();
        assertThat(shown.chosen().address()).isEqualTo(Sheets.ONE);
        assertThat(shown.watched()).as("no source is chosen").isEmpty();
    }

    @Test
    void load_showsTheWantedAccount_andWhereItWouldBeSeen() {
        accounts.add(Sheets.ONE, "One", new Account.Kind.Imported());
        accounts.add(Sheets.TWO, "Two", new Account.Kind.WatchOnly());
        records.networks().confirmEndpoint(new ChainId(10), "http://127.0.0.1:8545", false, Records.NOW);
        ReceiveViewModel model = model(Tasks.immediate());
        model.load(Optional.of(Sheets.TWO));

        ReceiveScreen.Shown shown = (ReceiveScreen.Shown) model.screen().get();
        assertThat(shown.chosen().address()).isEqualTo(Sheets.TWO);
        assertThat(shown.watched()).hasSize(1);
        assertThat(shown.watched().getFirst().notices()).isNotEmpty();
        model.choose(shown.accounts().getFirst());
        assertThat(((ReceiveScreen.Shown) model.screen().get()).chosen().address())
                .isEqualTo(Sheets.ONE);
    }

    @Test
    void load_withoutAccounts_saysSo() {
        ReceiveViewModel model = model(Tasks.immediate());
        model.load(Optional.empty());

        assertThat(model.screen().get()).isEqualTo(new ReceiveScreen.NoAccount());
    }

    @Test
    void brokenDisk_isNotTakenForNoAccount() {
        ReceiveViewModel model = model(Tasks.immediate());
        records.close();
        model.load(Optional.empty());

        assertThat(model.screen().get()).isEqualTo(new ReceiveScreen.Unreadable());
    }
}

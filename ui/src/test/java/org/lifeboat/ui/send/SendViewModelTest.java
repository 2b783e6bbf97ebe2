package org.lifeboat.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.LockClock;

class SendViewModelTest {
    private static final Account SIGNER =
            new Account(Sheets.ONE, "One", new Account.Kind.Derived("m/44'/60'/0'/0/0"), 0, false);

    private final Records records = new Records();
    private final Accounts accounts = new Accounts(records.storage());
    private final SendViewModel model = new SendViewModel(
            new SendDesk(
                    records,
                    new Keys(records.vault(), accounts, LockClock.system()),
                    new Tokens(TokenList.bundled(), records.storage().tokens())),
            Tasks.immediate());

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void brokenDisk_isNotTakenForNoSource() {
        records.close();
        model.load(Optional.empty());
        assertThat(model.screen().get()).isEqualTo(new SendScreen.Unreadable());

        model.again();
        assertThat(model.screen().get()).isEqualTo(new SendScreen.Unreadable());
    }

    @ParameterizedTest
    @CsvSource({
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, 0.25, NONE",
        "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed, 0.25, CHECKSUM",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe, 0.25, NOT_AN_ADDRESS",
        "ada, 0.25, NOT_AN_ADDRESS",
        "ada.eth, 0.25, NONE",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, '0,25', NOT_AN_AMOUNT",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, -1, NOT_AN_AMOUNT",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, 0.0000000000000000001, TOO_MANY_DECIMALS"
    })
    void form_saysWhatIsWrong(String to, String amount, SendScreen.Flaw flaw) {
        assertThat(SendViewModel.flaw(form(to, amount))).isEqualTo(flaw);
    }

    @Test
    void load_withoutAKeyOrASourceSaysSo() {
        model.load(Optional.empty());
        assertThat(model.screen().get()).isEqualTo(new SendScreen.NoSigner());

        accounts.add(Sheets.ONE, "One", SIGNER.kind());
        model.load(Optional.empty());
        assertThat(model.screen().get()).isEqualTo(new SendScreen.NoSource());
    }

    @Test
    void review_withASilentSourceSignsNothingAndKeepsTheForm() {
        accounts.add(Sheets.ONE, "One", SIGNER.kind());
        records.networks().confirmEndpoint(new ChainId(1), "http://127.0.0.1:1", false, Records.NOW);
        model.load(Optional.empty());
        SendForm empty = ((SendScreen.Filling) model.screen().get()).form();
        SendForm filled = new SendForm(
                empty.from(), empty.network(), empty.asset(), Sheets.TWO.toChecksum(), "1", false, true, Speed.NORMAL);

        model.review(filled);
        assertThat(model.screen().get()).isInstanceOf(SendScreen.Unanswered.class);
        assertThat(records.storage().activity().unsettled()).isEmpty();

        model.back();
        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        SendScreen.Filling.class,
                        filling -> assertThat(filling.form()).isEqualTo(filled));
    }

    @ParameterizedTest
    @CsvSource({
        "21000, 21000",
        "' 120000 ', 120000",
        "20999, 0",
        "'120,000', 0",
        "1e6, 0",
        "1234567890123456, 0",
        "-21000, 0"
    })
    void gasLimit_isAWholeNumberThatATransactionCanHave(String typed, long read) {
        assertThat(SendViewModel.gasLimit(typed).map(Gas::amount).orElse(0L)).isEqualTo(read);
    }

    private static SendForm form(String to, String amount) {
        return new SendForm(
                SIGNER, Sheets.ETHEREUM, new Asset.Coin(Sheets.ETHEREUM), to, amount, false, true, Speed.NORMAL);
    }
}

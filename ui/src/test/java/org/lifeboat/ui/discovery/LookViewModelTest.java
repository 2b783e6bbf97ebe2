package org.lifeboat.ui.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.OpenWallet;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.vault.SeedInfo;
import org.lifeboat.vault.hd.PathKind;

class LookViewModelTest {
    private static final ChainId CHAIN = new ChainId(1);
    private static final SourceId ID = new SourceId(CHAIN, "http://127.0.0.1:8545");

    private final OpenWallet wallet = new OpenWallet();

    @AfterEach
    void close() {
        wallet.close();
    }

    @Test
    void load_asksNobody_andSaysWhoWouldLearnWhat() {
        UsedSource source = watch(Set.of());
        LookViewModel model = model(Tasks.immediate());
        model.load();

        assertThat(model.screen().get()).isEqualTo(new LookScreen.Offer(List.of("127.0.0.1:8545")));
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void withoutSources_nobodyIsAsked() {
        LookViewModel model = model(Tasks.immediate());
        model.load();

        assertThat(model.screen().get()).isEqualTo(new LookScreen.NobodyToAsk());
    }

    @Test
    void look_addsWhatWasUsed_onEveryCommonPath() {
        Address third = at(PathKind.ADDRESS_INDEX, 2);
        Address ledger = at(PathKind.ACCOUNT_INDEX, 1);
        UsedSource source = watch(Set.of(Address.fromUser(OpenWallet.FIRST), third, ledger));
        LookViewModel model = model(Tasks.immediate());
        model.load();
        model.look(number -> "Account " + number);

        LookScreen.Found found = (LookScreen.Found) model.screen().get();
        assertThat(found.added().stream().map(Account::address)).containsExactly(third, ledger);
        assertThat(found.added().getFirst().label()).isEqualTo("Account 2");
        assertThat(found.used()).isEqualTo(3);
        assertThat(found.incomplete()).isEmpty();
        assertThat(source.asked()).containsOnly(Purpose.FIND_ACCOUNTS);
        assertThat(wallet.accounts().all()).hasSize(3);
        assertThat(wallet.keys().idOf(ledger)).isPresent();
    }

    @Test
    void silence_neverMakesAnAccountLookUnused() {
        watch(Set.of()).fallSilent();
        LookViewModel model = model(Tasks.immediate());
        model.load();
        model.look(number -> "Account " + number);

        LookScreen.Found found = (LookScreen.Found) model.screen().get();
        assertThat(found.added()).isEmpty();
        assertThat(found.incomplete()).hasSize(PathKind.values().length);
    }

    @Test
    void locked_isSaid() {
        watch(Set.of());
        LookViewModel model = model(Tasks.immediate());
        model.load();
        wallet.keys().lock();
        model.look(number -> "Account " + number);

        assertThat(model.screen().get()).isEqualTo(new LookScreen.Locked());
    }

    @Test
    void cancel_leadsBackToTheOffer_andAddsNothing() {
        watch(Set.of(at(PathKind.ADDRESS_INDEX, 2)));
        LaterTasks tasks = new LaterTasks();
        LookViewModel model = model(tasks);
        model.load();
        tasks.runAll();
        model.look(number -> "Account " + number);
        assertThat(model.screen().get()).isEqualTo(new LookScreen.Looking(false));
        model.cancel();
        tasks.runAll();

        assertThat(model.screen().get()).isInstanceOf(LookScreen.Offer.class);
        assertThat(wallet.accounts().all()).hasSize(1);
    }

    private UsedSource watch(Set<Address> used) {
        UsedSource source = new UsedSource(ID, used);
        wallet.records().with(source).networks().confirmEndpoint(CHAIN, ID.url(), false, Records.NOW);
        return source;
    }

    private Address at(PathKind kind, int number) {
        return wallet.keys()
                .lend(vault -> {
                    var seed =
                            vault.seeds().stream().map(SeedInfo::id).findFirst().orElseThrow();
                    return vault.candidates(seed, kind, number, 1).getFirst().address();
                })
                .orElseThrow();
    }

    private LookViewModel model(Tasks tasks) {
        Tokens tokens =
                new Tokens(TokenList.bundled(), wallet.records().storage().tokens());
        return new LookViewModel(wallet.records(), wallet.keys(), wallet.accounts(), tokens, tasks);
    }
}

package org.lifeboat.engine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;

class AccountsTest {
    private static final Address A = Hash32.ofNumber(1).toAddress();
    private static final Address B = Hash32.ofNumber(2).toAddress();
    private static final Address C = Hash32.ofNumber(3).toAddress();

    private final Accounts accounts = new Accounts(new InMemoryStorage());

    @Test
    void watchedAccount_getsItsKey_andKeepsLabelAndPlace() {
        accounts.add(A, "Cold", new Account.Kind.WatchOnly());
        accounts.add(B, "", new Account.Kind.Imported());

        Account now = accounts.add(A, "Other", new Account.Kind.Derived("m/44'/60'/0'/0/0"));
        assertThat(now).isEqualTo(new Account(A, "Cold", new Account.Kind.Derived("m/44'/60'/0'/0/0"), 0, false));
        assertThat(accounts.add(A, "", new Account.Kind.WatchOnly()).canSign()).isTrue();
        assertThat(accounts.all()).extracting(Account::address).containsExactly(A, B);
    }

    @Test
    void order_isTheUsers_andTheRestFollows() {
        for (Address address : List.of(A, B, C)) {
            accounts.add(address, "", new Account.Kind.Imported());
        }

        accounts.reorder(List.of(C));
        assertThat(accounts.all()).extracting(Account::address).containsExactly(C, A, B);
        assertThat(accounts.all()).extracting(Account::position).containsExactly(0, 1, 2);
    }

    @Test
    void hiddenAccount_isStillThere() {
        accounts.add(A, "", new Account.Kind.Imported());
        accounts.hide(A, true);
        accounts.rename(A, "Old");

        assertThat(accounts.visible()).isEmpty();
        assertThat(accounts.find(A)).map(Account::label).contains("Old");
        assertThat(accounts.rename(B, "None")).isEmpty();
        assertThat(accounts.remove(A)).isTrue();
    }

    @Test
    void label_hasAnEnd() {
        String longest = "x".repeat(Account.LABEL_LIMIT);
        assertThat(accounts.add(A, longest, new Account.Kind.Imported()).label())
                .isEqualTo(longest);
        assertThatThrownBy(() -> accounts.rename(A, longest + "x")).isInstanceOf(IllegalArgumentException.class);
    }
}

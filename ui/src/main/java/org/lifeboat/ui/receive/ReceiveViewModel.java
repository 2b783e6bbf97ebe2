package org.lifeboat.ui.receive;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.tasks.Tasks;

/// Reads accounts and watched networks from the disk.
public final class ReceiveViewModel {
    private final Accounts accounts;
    private final Networks networks;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<ReceiveScreen> screen =
            new ReadOnlyObjectWrapper<>(new ReceiveScreen.Loading());

    public ReceiveViewModel(Accounts accounts, Networks networks, Tasks tasks) {
        this.accounts = accounts;
        this.networks = networks;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<ReceiveScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// @param wanted empty: the first account
    public void load(Optional<Address> wanted) {
        tasks.run(() -> read(wanted), screen::set, _ -> screen.set(new ReceiveScreen.Unreadable()));
    }

    public void choose(Account account) {
        if (screen.get() instanceof ReceiveScreen.Shown shown) {
            screen.set(new ReceiveScreen.Shown(shown.accounts(), account, shown.watched()));
        }
    }

    private ReceiveScreen read(Optional<Address> wanted) {
        List<Account> all = accounts.visible();
        if (all.isEmpty()) {
            return new ReceiveScreen.NoAccount();
        }
        Account chosen = wanted.flatMap(accounts::find).orElse(all.getFirst());
        List<ReceiveScreen.Watched> watched = networks.watched().stream()
                .map(network -> new ReceiveScreen.Watched(network, networks.noticesFor(network)))
                .toList();
        return new ReceiveScreen.Shown(all, chosen, watched);
    }
}

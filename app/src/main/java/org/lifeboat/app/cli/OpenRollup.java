package org.lifeboat.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;

/// What a command about one account on one rollup works with, open until it is closed.
record OpenRollup(Profile profile, Online online, Network l2, Account account, ExitDoor door, ExitPlace place)
        implements AutoCloseable {
    /// @param network as the user named it
    /// @param from the account as the user named it; the only one where he did not
    /// @param portal as the user named it; kept for a chain that the registry does not have
    static OpenRollup of(Shell shell, String network, @Nullable String from, @Nullable String portal) {
        Profiles profiles = new Profiles(shell);
        Profile profile = profiles.open();
        Online online = profiles.online(profile);
        try {
            Network l2 = NetworkPick.require(shell, profile.networks(), network);
            Account account = AccountPick.requireOne(shell, profile, Optional.ofNullable(from));
            ExitDoor door = new ExitDoor(shell, profile, online);
            return new OpenRollup(profile, online, l2, account, door, door.place(l2, portal));
        } catch (RuntimeException stopped) {
            online.close();
            profile.close();
            throw stopped;
        }
    }

    /// Refuses an account whose key this profile does not have.
    void requireKey(Shell shell) {
        if (!account.canSign()) {
            throw shell.stop(ExitCode.REFUSED, "cli.account.no-key", account.address());
        }
    }

    @Override
    public void close() {
        online.close();
        profile.close();
    }
}

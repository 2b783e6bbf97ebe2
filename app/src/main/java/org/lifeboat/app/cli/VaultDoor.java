package org.lifeboat.app.cli;

import java.util.List;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.vault.Account;
import org.lifeboat.vault.Changed;
import org.lifeboat.vault.Created;
import org.lifeboat.vault.Opened;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;

/// Opens a profile's vault for one command, and says in words why it does not open.
final class VaultDoor {
    private final Shell shell;
    private final Profile profile;

    VaultDoor(Shell shell, Profile profile) {
        this.shell = shell;
        this.profile = profile;
    }

    /// The caller closes the vault.
    /// @param password not kept
    UnlockedVault open(Secret password) {
        shell.progress("cli.vault.opening");
        return switch (profile.vault().open(password)) {
            case Opened.Unlocked(UnlockedVault vault) -> {
                remember(vault.accounts());
                yield vault;
            }
            case Opened.Damaged(String what, boolean backup) when backup -> fromBackup(password, what);
            case Opened.Missing(boolean backup) when backup -> fromBackup(password, "-");
            case Opened other -> throw refusal(other);
        };
    }

    /// As [#open], the password asked for or read as the options say.
    UnlockedVault open(PasswordOptions options) {
        try (Secret password = options.password(shell)) {
            return open(password);
        }
    }

    /// A new vault's keys, or the sentence why there is none.
    UnlockedVault made(Created created) {
        return switch (created) {
            case Created.Done(UnlockedVault vault) -> vault;
            case Created.AlreadyThere _ -> throw shell.stop(ExitCode.REFUSED, "cli.vault.there", profile.folder());
            case Created.EmptyPassword _ -> throw shell.stop(ExitCode.DECLINED, "cli.password.empty");
            case Created.NotOpened(Opened why) -> throw refusal(why);
            case Created.NotSaved(String why) -> throw shell.stop(ExitCode.MACHINE, "cli.vault.not-saved", why);
        };
    }

    /// The value of a change, or the sentence why there is none.
    <T> T changed(Changed<T> change) {
        return switch (change) {
            case Changed.Done<T>(T value) -> value;
            case Changed.AlreadyThere<T>(Account account) ->
                throw shell.stop(ExitCode.REFUSED, "cli.account.there", account.address());
            case Changed.Refused<T>(Changed.Reason reason) ->
                throw shell.stop(ExitCode.REFUSED, "cli.vault.refused." + reason);
            case Changed.NotSaved<T>(String why) -> throw shell.stop(ExitCode.MACHINE, "cli.vault.not-saved", why);
            case Changed.Locked<T> _ -> throw shell.stop(ExitCode.LOCKED, "cli.vault.locked");
        };
    }

    /// The records follow the vault: an account whose record was lost comes back into the list.
    private void remember(List<Account> accounts) {
        accounts.forEach(account -> profile.accounts().add(account.address(), "", kind(account.origin())));
    }

    static org.lifeboat.engine.account.Account.Kind kind(Account.Origin origin) {
        return switch (origin) {
            case Account.Origin.Derived(var _, var path) ->
                new org.lifeboat.engine.account.Account.Kind.Derived(path.toString());
            case Account.Origin.Imported _ -> new org.lifeboat.engine.account.Account.Kind.Imported();
            case Account.Origin.WatchOnly _ -> new org.lifeboat.engine.account.Account.Kind.WatchOnly();
        };
    }

    private UnlockedVault fromBackup(Secret password, String what) {
        shell.progress("cli.vault.damaged", what);
        if (!shell.confirm(false, "cli.vault.use-backup")) {
            throw shell.stop(ExitCode.DAMAGED, "cli.vault.backup-declined");
        }
        return switch (profile.vault().openBackup(password)) {
            case Opened.Unlocked(UnlockedVault vault) -> {
                remember(vault.accounts());
                yield vault;
            }
            case Opened other -> throw refusal(other);
        };
    }

    private Stop refusal(Opened opened) {
        return switch (opened) {
            case Opened.Unlocked _ -> throw new IllegalStateException("an open vault is no refusal");
            case Opened.WrongPassword _ -> shell.stop(ExitCode.LOCKED, "cli.vault.wrong-password");
            case Opened.Damaged(String what, var _) -> shell.stop(ExitCode.DAMAGED, "cli.vault.damaged-whole", what);
            case Opened.UpdateNeeded _ -> shell.stop(ExitCode.REFUSED, "cli.profile.update-needed", profile.folder());
            case Opened.TooSoon(var remaining) ->
                shell.stop(ExitCode.LOCKED, "cli.vault.too-soon", remaining.toSeconds() + 1);
            case Opened.Missing _ -> shell.stop(ExitCode.REFUSED, "cli.vault.none", profile.folder());
            case Opened.Unreadable(String why) -> shell.stop(ExitCode.MACHINE, "cli.vault.unreadable", why);
        };
    }
}

package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.primitives.Address;
import org.lifeboat.vault.UnlockedVault;

/// Finds the account that a user means: by address, by label, or by its number in `accounts list`.
final class AccountPick {
    private AccountPick() {}

    /// @throws Stop if there is none, or more than one of that label
    static Account require(Shell shell, Profile profile, String text) {
        List<Account> all = profile.accounts().all();
        if (text.matches("[1-9][0-9]{0,5}")) {
            int number = Integer.parseInt(text);
            if (number > all.size()) {
                throw shell.stop(ExitCode.REFUSED, "cli.account.unknown", text);
            }
            return all.get(number - 1);
        }
        if (text.startsWith("0x")) {
            Address address = address(shell, text);
            return profile.accounts()
                    .find(address)
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.account.unknown", text));
        }
        List<Account> named =
                all.stream().filter(account -> account.label().equals(text)).toList();
        if (named.size() != 1) {
            throw shell.stop(ExitCode.REFUSED, "cli.account.unknown", text);
        }
        return named.getFirst();
    }

    /// The only account there is, where the user named none.
    static Account requireOne(Shell shell, Profile profile, Optional<String> text) {
        if (text.isPresent()) {
            return require(shell, profile, text.get());
        }
        List<Account> visible = profile.accounts().visible();
        if (visible.size() != 1) {
            throw shell.stop(ExitCode.USAGE, visible.isEmpty() ? "cli.account.none" : "cli.account.which");
        }
        return visible.getFirst();
    }

    /// The same account in the vault.
    static org.lifeboat.vault.Account inVault(Shell shell, UnlockedVault vault, Account account) {
        return vault.accounts().stream()
                .filter(one -> one.address().equals(account.address()))
                .findFirst()
                .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.account.no-key", account.address()));
    }

    /// @throws Stop for a text that is no address, or one with a typing error
    static Address address(Shell shell, String text) {
        try {
            return Address.fromUser(text);
        } catch (IllegalArgumentException wrong) {
            throw shell.stop(ExitCode.USAGE, "cli.address.wrong", text);
        }
    }
}

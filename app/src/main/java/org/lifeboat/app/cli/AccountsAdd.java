package org.lifeboat.app.cli;

import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.vault.Account;
import org.lifeboat.vault.SeedId;
import org.lifeboat.vault.SeedInfo;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.hd.DerivationPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lifeboat accounts add`: the next account of the seed words, or the one on a path.
@Command(name = "add")
final class AccountsAdd extends CliCommand {
    @Option(names = "--path", paramLabel = "PATH")
    @Nullable
    String path;

    @Option(names = "--label", paramLabel = "TEXT")
    String label = "";

    @Mixin
    PasswordOptions password = new PasswordOptions();

    AccountsAdd(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            VaultDoor door = new VaultDoor(shell, profile);
            try (UnlockedVault vault = door.open(password)) {
                SeedId seed = vault.seeds().stream()
                        .map(SeedInfo::id)
                        .findFirst()
                        .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.account.no-words"));
                String wanted = path;
                Account added =
                        door.changed(wanted == null ? vault.addAccount(seed) : vault.addAccount(seed, path(wanted)));
                profile.accounts().add(added.address(), label, VaultDoor.kind(added.origin()));
                AccountLines.added(
                        shell,
                        "accounts add",
                        profile.accounts().find(added.address()).orElseThrow());
                return ExitCode.DONE;
            }
        }
    }

    private DerivationPath path(String text) {
        return DerivationPath.parse(text).orElseThrow(() -> shell.stop(ExitCode.USAGE, "cli.path.wrong", text));
    }
}

package org.lifeboat.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.vault.Exported;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat accounts export`: one account's key as a keystore file (version 3) under a password of its own.
@Command(name = "export")
final class AccountsExport extends CliCommand {
    @Parameters(index = "0", paramLabel = "ACCOUNT", descriptionKey = "account")
    String account = "";

    @Option(names = "--keystore", paramLabel = "FILE", required = true)
    Path keystore = Path.of("");

    @Option(names = "--keystore-password-file", paramLabel = "FILE")
    @Nullable
    Path keystorePasswordFile;

    @Mixin
    PasswordOptions password = new PasswordOptions();

    AccountsExport(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open();
                Secret vaults = password.password(shell);
                Secret its = keystorePassword();
                UnlockedVault vault = new VaultDoor(shell, profile).open(vaults)) {
            Account chosen = AccountPick.require(shell, profile, account);
            var inVault = AccountPick.inVault(shell, vault, chosen);
            try (Secret json = revealed(vault.exportKeystore(inVault.id(), vaults, its), chosen)) {
                OwnerFile.write(shell, keystore, json);
            }
            ObjectNode answer = AccountLines.json(chosen);
            answer.put("file", keystore.toString());
            shell.answer(
                    "accounts export",
                    answer,
                    out -> out.println(shell.words().say("cli.account.exported", chosen.address(), keystore)));
            return ExitCode.DONE;
        }
    }

    private Secret keystorePassword() {
        PasswordOptions fresh = new PasswordOptions();
        fresh.passwordFile = keystorePasswordFile;
        if (!fresh.given()) {
            shell.progress("cli.keystore.new-password");
        }
        return fresh.fresh(shell);
    }

    private <T> T revealed(Exported<T> exported, Account chosen) {
        return switch (exported) {
            case Exported.Revealed<T>(T secret) -> secret;
            case Exported.WrongPassword<T> _ -> throw shell.stop(ExitCode.LOCKED, "cli.vault.wrong-password");
            case Exported.NothingThere<T> _ ->
                throw shell.stop(ExitCode.REFUSED, "cli.account.no-key", chosen.address());
            case Exported.Locked<T> _ -> throw shell.stop(ExitCode.LOCKED, "cli.vault.locked");
        };
    }
}

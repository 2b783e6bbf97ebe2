package org.lifeboat.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lifeboat password`: changes the vault's password; file and backup are rewritten and opened again.
@Command(name = "password")
final class PasswordCommand extends CliCommand {
    @Option(names = "--new-password-file", paramLabel = "FILE")
    @Nullable
    Path newPasswordFile;

    @Mixin
    PasswordOptions password = new PasswordOptions();

    PasswordCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        PasswordOptions next = new PasswordOptions();
        next.passwordFile = newPasswordFile;
        try (Profile profile = new Profiles(shell).open();
                Secret old = password.password(shell)) {
            VaultDoor door = new VaultDoor(shell, profile);
            try (UnlockedVault vault = door.open(old);
                    Secret fresh = next.fresh(shell)) {
                door.changed(vault.changePassword(old, fresh));
            }
            shell.answer(
                    "password",
                    JsonDocument.object(),
                    out -> out.println(shell.words().say("cli.password.changed")));
            return ExitCode.DONE;
        }
    }
}

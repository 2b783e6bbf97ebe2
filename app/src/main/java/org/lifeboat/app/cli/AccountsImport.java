package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.vault.Account;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.keystore.Keystore;
import org.lifeboat.vault.keystore.KeystoreReading;
import org.lifeboat.vault.keystore.PrivateKeyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lifeboat accounts import`: a private key typed without echo or read from a file, or a keystore file
/// (version 3).
@Command(name = "import")
final class AccountsImport extends CliCommand {
    @Option(names = "--key-file", paramLabel = "FILE")
    @Nullable
    Path keyFile;

    @Option(names = "--keystore", paramLabel = "FILE")
    @Nullable
    Path keystore;

    @Option(names = "--keystore-password-file", paramLabel = "FILE")
    @Nullable
    Path keystorePasswordFile;

    @Option(names = "--label", paramLabel = "TEXT")
    String label = "";

    @Mixin
    PasswordOptions password = new PasswordOptions();

    AccountsImport(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            VaultDoor door = new VaultDoor(shell, profile);
            try (UnlockedVault vault = door.open(password);
                    Secret key = key()) {
                Account added = door.changed(vault.importKey(key));
                profile.accounts().add(added.address(), label, VaultDoor.kind(added.origin()));
                AccountLines.added(
                        shell,
                        "accounts import",
                        profile.accounts().find(added.address()).orElseThrow());
                shell.progress("cli.account.imported");
                return ExitCode.DONE;
            }
        }
    }

    private Secret key() {
        Path store = keystore;
        if (store != null) {
            return fromKeystore(store);
        }
        Path file = keyFile;
        try (Secret typed =
                file != null ? PasswordOptions.firstLine(shell, file) : PasswordOptions.ask(shell, "cli.key.ask")) {
            return PrivateKeyText.read(typed)
                    .orElseThrow(() -> shell.stop(ExitCode.USAGE, "cli.vault.refused.NOT_A_KEY"));
        }
    }

    private Secret fromKeystore(Path file) {
        Path passwords = keystorePasswordFile;
        try (Secret its = passwords != null
                ? PasswordOptions.firstLine(shell, passwords)
                : PasswordOptions.ask(shell, "cli.keystore.ask")) {
            return switch (Keystore.read(Files.readAllBytes(file), its, Secp256k1.preferred())) {
                case KeystoreReading.Opened(Secret key, var _) -> key;
                case KeystoreReading.WrongPassword _ ->
                    throw shell.stop(ExitCode.LOCKED, "cli.keystore.wrong-password");
                case KeystoreReading.Unsupported(String what) ->
                    throw shell.stop(ExitCode.REFUSED, "cli.keystore.unsupported", what);
                case KeystoreReading.TooCostly(String what) ->
                    throw shell.stop(ExitCode.REFUSED, "cli.keystore.too-costly", what);
                case KeystoreReading.Malformed(String what) ->
                    throw shell.stop(ExitCode.REFUSED, "cli.keystore.malformed", what);
                case KeystoreReading.OtherAddress(var named, var found) ->
                    throw shell.stop(ExitCode.REFUSED, "cli.keystore.other-address", named, found);
            };
        } catch (IOException unreadable) {
            throw shell.stop(ExitCode.REFUSED, "cli.file.unreadable", file);
        }
    }
}

package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifeboat.vault.Secret;
import picocli.CommandLine.Option;

/// Where the vault's password comes from: asked for without echo, or the first line of a file. Never an argument.
final class PasswordOptions {
    private static final int MOST_BYTES = 4096;
    private static final int ROUNDS = 3;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    @Option(names = "--password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    /// Whether nobody needs to be asked.
    boolean given() {
        return passwordFile != null;
    }

    /// The vault's password. The caller closes it.
    /// @throws Stop where it cannot be had
    Secret password(Shell shell) {
        Path file = passwordFile;
        return file != null ? firstLine(shell, file) : ask(shell, "cli.password.ask");
    }

    /// A new password, typed twice; asked for again where the two differ, because seed words may have been
    /// written down just before. The caller closes it.
    /// @throws Stop where it cannot be had, or the two differ each time
    Secret fresh(Shell shell) {
        Path file = passwordFile;
        if (file != null) {
            return firstLine(shell, file);
        }
        for (int round = 1; ; round++) {
            Secret password = ask(shell, "cli.password.new");
            try (Secret again = ask(shell, "cli.password.again")) {
                if (password.size() > 0 && password.matches(again)) {
                    return password;
                }
            }
            password.close();
            if (round == ROUNDS) {
                throw shell.stop(ExitCode.DECLINED, "cli.password.differ");
            }
            shell.progress("cli.password.again-please");
        }
    }

    /// Any secret, asked for without echo. The caller closes it.
    static Secret ask(Shell shell, String key, Object... arguments) {
        char[] typed = shell.terminal()
                .askSecret(shell.words().say(key, arguments) + " ")
                .orElseThrow(() -> shell.stop(ExitCode.DECLINED, "cli.password.nobody-to-ask"));
        try {
            return Secret.take(typed);
        } catch (IllegalArgumentException unreadable) {
            throw shell.stop(ExitCode.USAGE, "cli.secret.unreadable");
        }
    }

    /// The first line of a file that should be its owner's alone. The caller closes it.
    static Secret firstLine(Shell shell, Path file) {
        byte[] content = read(shell, file);
        int end = 0;
        while (end < content.length && content[end] != '\n' && content[end] != '\r') {
            end++;
        }
        byte[] line = Arrays.copyOf(content, end);
        Arrays.fill(content, (byte) 0);
        return Secret.take(line);
    }

    /// A small file with a secret in it. The caller wipes it.
    static byte[] read(Shell shell, Path file) {
        try {
            warnIfOpen(shell, file);
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw shell.stop(ExitCode.USAGE, "cli.secret.too-long", file);
            }
            try (var in = Files.newInputStream(file)) {
                return in.readNBytes(MOST_BYTES);
            }
        } catch (IOException unreadable) {
            throw shell.stop(ExitCode.REFUSED, "cli.file.unreadable", file);
        }
    }

    private static void warnIfOpen(Shell shell, Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (!posix || !Files.isRegularFile(file)) {
            return; // a pipe or a descriptor has no readers but this process
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(Files.getPosixFilePermissions(file));
        permissions.retainAll(OTHERS);
        if (!permissions.isEmpty()) {
            shell.progress("cli.secret.file-open", file);
        }
    }
}

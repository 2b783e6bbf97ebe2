package org.lifeboat.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.primitives.Nonce;
import picocli.CommandLine.Option;

/// The user's own choice of a nonce, for whoever knows better than the sources.
final class NonceOption {
    @Option(names = "--nonce", paramLabel = "NUMBER", descriptionKey = "own-nonce")
    @Nullable
    Long nonce;

    Optional<Nonce> wanted(Shell shell) {
        if (nonce != null && nonce < 0) {
            throw shell.stop(ExitCode.USAGE, "cli.usage.negative", "--nonce", nonce);
        }
        return Optional.ofNullable(nonce).map(Nonce::new);
    }
}

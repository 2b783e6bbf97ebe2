package org.lifeboat.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command takes.
final class GlobalOptions {
    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
    @Nullable
    Path home;

    /// Read before picocli starts, because the help page is already in that language; see [CommandLines].
    @Option(names = "--lang", paramLabel = "en|zh", scope = ScopeType.INHERIT)
    @Nullable
    String language;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    boolean json;
}

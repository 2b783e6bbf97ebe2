package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.GenesisFile;
import org.lifeboat.engine.chaincheck.GenesisState;
import org.lifeboat.engine.network.Network;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import picocli.CommandLine.Option;

/// What a check of an L2 may need besides the chain's name.
final class CheckOptions {
    @Option(names = "--blobs", paramLabel = "URL", descriptionKey = "check.blobs")
    List<String> blobs = new ArrayList<>();

    @Option(names = "--rollup", paramLabel = "FILE", descriptionKey = "check.rollup")
    @Nullable
    Path rollup;

    @Option(names = "--l1-config", paramLabel = "FILE", descriptionKey = "check.l1-config")
    @Nullable
    Path l1Config;

    @Option(names = "--genesis", paramLabel = "FILE", descriptionKey = "check.genesis")
    @Nullable
    Path genesis;

    @Option(names = "--portal", paramLabel = "ADDRESS", descriptionKey = "check.portal")
    @Nullable
    String portal;

    @Option(names = "--plain-http", descriptionKey = "check.plain-http")
    boolean plainHttp;

    /// @param yes whether the user agreed beforehand to ask the hosts that are named
    CheckPlace place(Shell shell, CheckDoor door, Network l2, boolean yes) throws IOException {
        RollupConfig config = door.rollup(l2, text(shell, rollup), text(shell, l1Config));
        Optional<GenesisState> beginning = text(shell, genesis).map(text -> door.genesis(text, config));
        CheckPlace place = door.place(
                l2,
                portal,
                config,
                door.archives(l2, blobs, new SourceConsent(shell, yes, plainHttp)),
                beginning.isEmpty());
        return beginning.map(state -> place.from(state, door.accounts())).orElse(place);
    }

    private static Optional<String> text(Shell shell, @Nullable Path file) throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        if (!Files.isReadable(file)) {
            throw shell.stop(ExitCode.REFUSED, "chaincheck.no-file", file);
        }
        if (Files.size(file) > GenesisFile.LARGEST) {
            throw shell.stop(ExitCode.REFUSED, "chaincheck.file-large", file);
        }
        return Optional.of(Files.readString(file));
    }
}

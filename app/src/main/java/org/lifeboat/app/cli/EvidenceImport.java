package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.ExitEvidenceFile;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat evidence import`: takes an exit with its proofs from a file. Asks nobody, begins nothing.
@Command(name = "import")
final class EvidenceImport extends CliCommand {
    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
    Path file = Path.of("");

    EvidenceImport(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Exits exits = new Exits(profile.storage(), profile.clock(), SendCommand.PATIENCE);
            ExitEvidenceFile.Read.Taken taken =
                    switch (ExitEvidenceFile.read(Bytes.of(Files.readAllBytes(file)), profile.storage(), exits)) {
                        case ExitEvidenceFile.Read.Taken done -> done;
                        case ExitEvidenceFile.Read.Refused(String why) ->
                            throw shell.stop(ExitCode.DAMAGED, "cli.evidence.refused", file, why);
                        case ExitEvidenceFile.Read.NotMine(Address account) ->
                            throw shell.stop(ExitCode.REFUSED, "cli.evidence.not-mine", account);
                        case ExitEvidenceFile.Read.UpdateNeeded(String format) ->
                            throw shell.stop(ExitCode.REFUSED, "cli.evidence.newer", format);
                    };
            ObjectNode json = JsonDocument.object();
            json.set("exit", ExitLines.json(taken.plan()));
            json.put("new", taken.fresh());
            json.put("proofs", taken.proofs());
            shell.answer(
                    "evidence import",
                    json,
                    out -> out.println(shell.words()
                            .say("cli.evidence.imported", taken.plan().id().value(), taken.proofs())));
            return ExitCode.DONE;
        } catch (IOException unreadable) {
            throw shell.stop(ExitCode.REFUSED, "cli.file.unreadable", file);
        }
    }
}

package org.lifeboat.app.cli;

import java.nio.file.Path;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.ExitEvidence;
import org.lifeboat.engine.exit.ExitEvidenceFile;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.Withdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat evidence export`: one exit with its proofs as a file. Asks nobody.
@Command(name = "export")
final class EvidenceExport extends CliCommand {
    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "number")
    long number;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "file")
    Path file = Path.of("");

    EvidenceExport(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            Exits.Plan plan = new Exits(profile.storage(), profile.clock(), SendCommand.PATIENCE)
                    .find(new PlanStore.Id(number))
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.exit.unknown", number));
            Bytes content = ExitEvidenceFile.write(profile.storage(), plan)
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.evidence.not-seen", number));
            Withdrawal withdrawal = plan.state().withdrawal().orElseThrow();
            int proofs = new ExitEvidence(profile.storage().evidence()).count(plan.chain(), plan.account(), withdrawal);
            OwnerFile.write(shell, file, content.toArray());
            ObjectNode json = JsonDocument.object();
            json.put("file", file.toString());
            json.put("proofs", proofs);
            shell.answer(
                    "evidence export",
                    json,
                    out -> out.println(shell.words()
                            .say(
                                    proofs == 0 ? "cli.evidence.exported.fields" : "cli.evidence.exported",
                                    file,
                                    proofs)));
            return ExitCode.DONE;
        }
    }
}

package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat evidence`: what an exit takes when servers are gone, out of a profile and into one.
@Command(name = "evidence")
final class EvidenceCommand extends GroupCommand {
    EvidenceCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(new EvidenceExport(shell), new EvidenceImport(shell));
    }
}

package org.lifeboat.app.cli;

import java.util.Arrays;
import java.util.List;
import org.lifeboat.engine.drill.Drill;
import picocli.CommandLine.Command;

/// `lifeboat drill list`. Asks nobody.
@Command(name = "list")
final class DrillList extends CliCommand {
    DrillList(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        List<TitledList.Entry> entries = Arrays.stream(Drill.values())
                .map(drill -> TitledList.Entry.of(shell, drill.id(), "drill." + drill))
                .toList();
        return new TitledList("drill list", "drills", entries).answer(shell);
    }
}

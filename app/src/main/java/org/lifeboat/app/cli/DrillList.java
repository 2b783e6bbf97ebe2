package org.lifeboat.app.cli;

import org.lifeboat.engine.drill.Drill;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat drill list`. Asks nobody.
@Command(name = "list")
final class DrillList extends CliCommand {
    DrillList(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        ObjectNode json = JsonDocument.object();
        ArrayNode drills = json.putArray("drills");
        for (Drill drill : Drill.values()) {
            ObjectNode each = drills.addObject();
            each.put("name", drill.id());
            each.put("title", shell.words().say("drill." + drill + ".title"));
            each.put("what", shell.words().say("drill." + drill + ".what"));
        }
        shell.answer("drill list", json, out -> {
            for (Drill drill : Drill.values()) {
                out.println(drill.id() + "  " + shell.words().say("drill." + drill + ".title"));
                out.println("    " + shell.words().say("drill." + drill + ".what"));
            }
        });
        return ExitCode.DONE;
    }
}

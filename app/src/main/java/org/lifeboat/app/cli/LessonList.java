package org.lifeboat.app.cli;

import org.lifeboat.sandbox.lessons.Lesson;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat lesson list`. Asks nobody.
@Command(name = "list")
final class LessonList extends CliCommand {
    LessonList(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        ObjectNode json = JsonDocument.object();
        ArrayNode lessons = json.putArray("lessons");
        for (Lesson lesson : Lesson.values()) {
            ObjectNode each = lessons.addObject();
            each.put("name", lesson.id());
            each.put("title", shell.words().say("lesson." + lesson + ".title"));
            each.put("what", shell.words().say("lesson." + lesson + ".what"));
        }
        shell.answer("lesson list", json, out -> {
            for (Lesson lesson : Lesson.values()) {
                out.println(lesson.id() + "  " + shell.words().say("lesson." + lesson + ".title"));
                out.println("    " + shell.words().say("lesson." + lesson + ".what"));
            }
        });
        return ExitCode.DONE;
    }
}

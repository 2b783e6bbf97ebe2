package org.lifeboat.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.lifeboat.app.drill.LessonRoom;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.lessons.Lesson;
import org.lifeboat.sandbox.lessons.LessonFlaw;
import org.lifeboat.sandbox.lessons.LessonMoment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat lesson play`: a contract as textbooks draw it, robbed on a chain in memory. Asks nobody; no profile
/// is opened.
@Command(name = "play")
final class LessonPlay extends CliCommand {
    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "lifeboat.lesson.play.name")
    String name = "";

    LessonPlay(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Lesson lesson = Lesson.find(name).orElseThrow(() -> shell.stop(ExitCode.USAGE, "lesson.unknown", name));
        List<LessonMoment> moments = LessonRoom.play(lesson);
        shell.answer("lesson play", json(lesson, moments), out -> lines(out, lesson, moments));
        return ExitCode.DONE;
    }

    private void lines(PrintStream out, Lesson lesson, List<LessonMoment> moments) {
        out.println(shell.words().say("lesson." + lesson + ".title"));
        out.println(shell.words().say("lesson." + lesson + ".what"));
        for (LessonMoment moment : moments) {
            String refused = moment.went() ? "" : " " + shell.words().say("lesson.refused");
            String left = shell.words().say("lesson.left", amount(moment.left()));
            out.println("- " + said(moment) + refused + " " + left);
        }
        out.println(shell.words().say("lesson.real", shell.words().say("lesson." + lesson + ".real")));
    }

    private String said(LessonMoment moment) {
        return shell.words().say("lesson.moment." + moment.what(), amount(moment.amount()));
    }

    private String amount(Wei amount) {
        return shell.words().say("lesson.amount", amount.toTokenAmount().toExactString());
    }

    private ObjectNode json(Lesson lesson, List<LessonMoment> moments) {
        ObjectNode json = JsonDocument.object();
        json.put("lesson", lesson.id());
        ArrayNode list = json.putArray("moments");
        for (int i = 0; i < moments.size(); i++) {
            LessonMoment moment = moments.get(i);
            ObjectNode each = list.addObject();
            each.put("what", moment.what().name());
            each.put("amount", moment.amount().value().toString());
            each.put("went", moment.went());
            each.put("left", moment.left().value().toString());
            LessonFlaw.at(lesson, moments, i).ifPresent(flaw -> each.put("flaw", flaw.name()));
        }
        json.put("real", shell.words().say("lesson." + lesson + ".real"));
        return json;
    }
}

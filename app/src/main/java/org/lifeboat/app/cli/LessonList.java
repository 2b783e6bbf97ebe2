package org.lifeboat.app.cli;

import java.util.Arrays;
import java.util.List;
import org.lifeboat.sandbox.lessons.Lesson;
import picocli.CommandLine.Command;

/// `lifeboat lesson list`. Asks nobody.
@Command(name = "list")
final class LessonList extends CliCommand {
    LessonList(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        List<TitledList.Entry> entries = Arrays.stream(Lesson.values())
                .map(lesson -> TitledList.Entry.of(shell, lesson.id(), "lesson." + lesson))
                .toList();
        return new TitledList("lesson list", "lessons", entries).answer(shell);
    }
}

package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat lesson`: L2s as textbooks draw them, and how they are robbed.
@Command(name = "lesson")
final class LessonCommand extends GroupCommand {
    LessonCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(new LessonList(shell), new LessonPlay(shell));
    }
}

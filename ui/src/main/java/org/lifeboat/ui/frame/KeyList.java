package org.lifeboat.ui.frame;

import java.util.List;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// F1: all keys.
final class KeyList {
    private KeyList() {}

    static void open(Surroundings around, List<Command> commands) {
        Facts facts = new Facts();
        for (Command command : commands) {
            if (!command.shownKeys().isEmpty()) {
                facts.add(command.name(), Labels.styled(command.shownKeys(), "lb-key"));
            }
        }
        facts.add(around.say("keys.walk"), Labels.styled(around.say("keys.walk.keys"), "lb-key"));
        facts.add(around.say("keys.open"), Labels.styled(around.say("keys.open.keys"), "lb-key"));
        facts.add(around.say("keys.regions"), Labels.styled(around.say("keys.regions.keys"), "lb-key"));
        facts.add(around.say("keys.back"), Labels.styled(around.say("keys.back.keys"), "lb-key"));
        var close = Buttons.plain(around.say("action.close"), around.layer()::close);
        around.layer().show(around.say("keys.title"), facts, around.layer()::close, List.of(close));
    }
}

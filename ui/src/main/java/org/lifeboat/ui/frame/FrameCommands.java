package org.lifeboat.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;

/// The commands that every page has, in the order in which the palette and the list of keys show them.
final class FrameCommands {
    private FrameCommands() {}

    static List<Command> of(
            Surroundings around,
            List<MenuItem> items,
            Navigation navigation,
            Runnable hide,
            Runnable lock,
            Runnable palette,
            Runnable keys,
            List<Command> more) {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of(around.say("palette.title"), "Shortcut+K", palette));
        for (int i = 0; i < items.size(); i++) {
            MenuItem item = items.get(i);
            commands.add(Command.of(
                    around.say("command.goTo", item.name()),
                    "Shortcut+" + (i + 1),
                    () -> navigation.open(item.place())));
        }
        commands.add(Command.of(
                around.say("command.send"), "Shortcut+N", () -> navigation.open(new Place.Send(Optional.empty()))));
        commands.add(Command.of(
                around.say("command.receive"),
                "Shortcut+R",
                () -> navigation.open(new Place.Receive(Optional.empty()))));
        commands.add(Command.of(around.say("top.hide"), "Shortcut+Shift+H", hide));
        commands.add(Command.of(around.say("top.lock"), "Shortcut+L", lock));
        commands.addAll(more);
        commands.add(Command.of(around.say("keys.title"), "F1", keys));
        return List.copyOf(commands);
    }
}

package org.lifeboat.app.cli;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Things that can be played, each with a name for the command line, a title and a sentence.
/// @param command that lists them
/// @param called the list's name in JSON
record TitledList(String command, String called, List<Entry> entries) {
    record Entry(String name, String title, String what) {
        /// @param prefix of the keys of its words
        static Entry of(Shell shell, String name, String prefix) {
            return new Entry(
                    name, shell.words().say(prefix + ".title"), shell.words().say(prefix + ".what"));
        }
    }

    ExitCode answer(Shell shell) {
        ObjectNode json = JsonDocument.object();
        ArrayNode list = json.putArray(called);
        for (Entry entry : entries) {
            ObjectNode each = list.addObject();
            each.put("name", entry.name());
            each.put("title", entry.title());
            each.put("what", entry.what());
        }
        shell.answer(command, json, out -> {
            for (Entry entry : entries) {
                out.println(entry.name() + "  " + entry.title());
                out.println("    " + entry.what());
            }
        });
        return ExitCode.DONE;
    }
}

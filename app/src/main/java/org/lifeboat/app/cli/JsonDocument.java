package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The one JSON document that a command prints with `--json`. Format and its versions: resources/docs/formats.md.
final class JsonDocument {
    static final String FORMAT = "lifeboat/1";

    private JsonDocument() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(List<ObjectNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }

    static ArrayNode texts(List<String> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }

    /// A member that is null where there is nothing; never left out, so that a reader can tell the two apart.
    static void putOrNull(ObjectNode object, String name, Optional<?> value) {
        value.ifPresentOrElse(present -> object.put(name, present.toString()), () -> object.putNull(name));
    }

    /// As [#putOrNull], as a JSON number.
    static void putNumberOrNull(ObjectNode object, String name, Optional<Long> value) {
        value.ifPresentOrElse(present -> object.put(name, present.longValue()), () -> object.putNull(name));
    }

    static String result(String command, ObjectNode result) {
        return write(head(command).set("result", result));
    }

    static String problem(String command, ExitCode code, String sentence) {
        ObjectNode problem = object();
        problem.put("code", code.number());
        problem.put("name", code.name());
        problem.put("sentence", sentence);
        return write(head(command).set("problem", problem));
    }

    private static ObjectNode head(String command) {
        ObjectNode document = object();
        document.put("format", FORMAT);
        document.put("command", command);
        return document;
    }

    private static String write(ObjectNode document) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }
}

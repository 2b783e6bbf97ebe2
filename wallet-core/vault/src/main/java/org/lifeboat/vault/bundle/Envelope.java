package org.lifeboat.vault.bundle;

import java.util.List;
import org.lifeboat.primitives.Bytes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What both kinds of bundle have around their items: format, version, list.
final class Envelope {
    static final long VERSION = 1;

    /// How one kind of bundle reads its items.
    interface Items<T> {
        T read(List<Members> items) throws BundleException;
    }

    private Envelope() {}

    static <T> BundleReading<T> read(Bytes json, String format, Items<T> items) {
        try {
            Members members = Members.parse(json);
            if (!members.text("format").equals(format)) {
                return new BundleReading.Refused<>("it is not of the format " + format);
            }
            long version = members.small("version");
            if (version != VERSION) {
                return new BundleReading.UpdateNeeded<>(version);
            }
            List<Members> list = members.list("items");
            members.end();
            if (list.isEmpty() || list.size() > Members.MOST_ITEMS) {
                return new BundleReading.Refused<>("it has no items, or more than " + Members.MOST_ITEMS);
            }
            return new BundleReading.Valid<>(items.read(list));
        } catch (BundleException e) {
            return new BundleReading.Refused<>(e.reason());
        }
    }

    static Bytes write(String format, List<ObjectNode> items) {
        ObjectNode root = Members.JSON.createObjectNode();
        root.put("format", format).put("version", Long.toString(VERSION));
        ArrayNode list = root.putArray("items");
        items.forEach(list::add);
        return Bytes.of(Members.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    }
}

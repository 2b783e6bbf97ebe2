package org.lifeboat.primitives.rlp;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.primitives.Bytes;

/// RLP as a tree, for data whose shape is not known beforehand. Known shapes are read with [RlpReader].
public sealed interface RlpItem {
    /// Lists nested deeper than this are refused: no Ethereum structure needs more than a handful.
    int MAX_DEPTH = 1024;

    record Text(Bytes value) implements RlpItem {}

    record Members(List<RlpItem> items) implements RlpItem {
        public Members {
            items = List.copyOf(items);
        }
    }

    /// @throws RlpException unless `encoded` is exactly one item, canonical throughout
    static RlpItem decode(Bytes encoded) throws RlpException {
        RlpReader reader = RlpReader.of(encoded);
        RlpItem item = read(reader, 0);
        reader.end();
        return item;
    }

    default Bytes encoded() {
        RlpWriter writer = new RlpWriter();
        write(this, writer);
        return writer.toBytes();
    }

    private static RlpItem read(RlpReader reader, int depth) throws RlpException {
        if (!reader.atList()) {
            return new Text(reader.bytes());
        }
        if (depth == MAX_DEPTH) {
            throw new RlpException("lists nested deeper than " + MAX_DEPTH);
        }
        RlpReader members = reader.list();
        List<RlpItem> items = new ArrayList<>();
        while (members.hasMore()) {
            items.add(read(members, depth + 1));
        }
        return new Members(items);
    }

    private static void write(RlpItem item, RlpWriter writer) {
        switch (item) {
            case Text(Bytes value) -> writer.bytes(value);
            case Members(List<RlpItem> items) -> writer.list(items, (w, member) -> write(member, w));
        }
    }
}

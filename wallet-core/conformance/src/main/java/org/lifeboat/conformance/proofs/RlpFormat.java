package org.lifeboat.conformance.proofs;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpItem;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.databind.JsonNode;

/// ethereum/tests RLPTests: `{name: {in: value | "VALID" | "INVALID", out: hex}}`; `in` is text, a number,
/// `#digits` for a large number, or a list of these.
final class RlpFormat implements Format {
    @Override
    public boolean recognises(VectorFile file, JsonNode json) {
        if (!json.isObject() || json.isEmpty()) {
            return false;
        }
        return json.values().stream()
                .allMatch(c -> c.isObject() && c.has("in") && c.path("out").isString());
    }

    @Override
    public void run(VectorFile file, JsonNode json, Report report) {
        json.properties().forEach(entry -> {
            String name = file.path() + " " + entry.getKey();
            report.run(name, () -> one(name, entry.getValue(), report));
        });
    }

    private static void one(String name, JsonNode test, Report report) {
        String text = test.path("out").stringValue();
        Bytes out = Bytes.fromHex(text.startsWith("0x") ? text : "0x" + text);
        JsonNode in = test.path("in");
        String verdict = in.isString() ? in.stringValue() : "";
        if (verdict.equals("INVALID")) {
            report.equal(name, "refused", decoded(out));
        } else if (verdict.equals("VALID")) {
            report.equal(name, out.toHex(), decoded(out));
        } else {
            RlpWriter writer = new RlpWriter();
            write(in, writer);
            report.equal(name, out.toHex(), writer.toBytes().toHex());
            report.equal(name + " (decoded)", out.toHex(), decoded(out));
        }
    }

    /// Decoded and encoded again, or `refused`.
    private static String decoded(Bytes encoded) {
        try {
            return RlpItem.decode(encoded).encoded().toHex();
        } catch (RlpException e) {
            return "refused";
        }
    }

    private static void write(JsonNode value, RlpWriter writer) {
        if (value.isArray()) {
            writer.list(inner -> value.values().forEach(member -> write(member, inner)));
        } else if (value.isNumber()) {
            writer.integer(value.bigIntegerValue());
        } else if (value.stringValue().startsWith("#")) {
            writer.integer(new BigInteger(value.stringValue().substring(1)));
        } else {
            writer.bytes(value.stringValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}

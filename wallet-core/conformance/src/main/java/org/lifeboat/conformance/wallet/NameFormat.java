package org.lifeboat.conformance.wallet;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lifeboat.conformance.Report;
import org.lifeboat.engine.name.NameHash;
import org.lifeboat.engine.name.NameTable;
import org.lifeboat.engine.name.NormalForm;
import org.lifeboat.engine.name.Normalization;
import tools.jackson.databind.JsonNode;

/// ENSIP-15: the validation tests of its authors, their tests of Unicode's normal forms, the two files that the
/// program's own table was made of, and the name hashes of ethers.js.
final class NameFormat implements WalletFormat {
    private final NameTable table = NameTable.bundled();
    private final NormalForm form = NormalForm.bundled();

    @Override
    public boolean recognises(JsonNode sample) {
        return sample.has("spec_hash")
                || sample.has("ensName")
                || WalletFormat.has(sample, "name", "reason", "error")
                || WalletFormat.has(sample, "groups", "wholes", "emoji")
                || WalletFormat.has(sample, "ranks", "exclusions", "decomp")
                || sample.has("Character by character test");
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        if (json.has("groups")) {
            compareNames(path, json, report);
        } else if (json.has("ranks")) {
            compareForms(path, json, report);
        } else if (json.isObject()) {
            json.forEach(list -> list.forEach(test -> form(path, test, report)));
        } else {
            for (JsonNode test : json) {
                if (!test.has("spec_hash")) {
                    report.run(path, () -> name(path, test, report));
                }
            }
        }
    }

    private static void name(String path, JsonNode test, Report report) {
        if (test.has("ensName")) {
            hash(path, test, report);
            return;
        }
        String name = test.get("name").stringValue();
        boolean refused = test.path("error").booleanValue(false);
        String expected = refused ? "refused" : test.path("norm").stringValue(name);
        report.equal(path + " " + name, expected, normal(name).orElse("refused"));
    }

    private static Optional<String> normal(String name) {
        return switch (Normalization.bundled().normalize(name)) {
            case Normalization.Outcome.Normal normal -> Optional.of(normal.name());
            case Normalization.Outcome.Refused _ -> Optional.empty();
        };
    }

    /// Which names there are is what ENSIP-15's own tests say, of a newer Unicode than this file.
    private static void hash(String path, JsonNode test, Report report) {
        String name = test.get("ensName").stringValue();
        Optional<String> normal = normal(name);
        if (!name.isEmpty() && normal.isPresent() == test.has("error")) {
            report.skipped("names of the table of ethers.js, which is older: " + difference(name));
        } else if (test.has("namehash")) {
            String found = NameHash.of(normal.orElseThrow()).toHex();
            report.equal(path + " " + name, test.get("namehash").stringValue(), found);
        } else {
            report.equal(path + " " + name, Optional.empty(), normal);
        }
    }

    private static String difference(String name) {
        return switch (Normalization.bundled().normalize(name)) {
            case Normalization.Outcome.Normal _ -> "refused there, and allowed by ENSIP-15";
            case Normalization.Outcome.Refused(var reason, String _) ->
                "allowed there, and refused by ENSIP-15 for " + reason;
        };
    }

    private void form(String path, JsonNode test, Report report) {
        List<Integer> input = codePoints(test.get(0).stringValue());
        String name = path + " " + test.get(0).stringValue();
        report.run(name, () -> {
            report.equal(name + " NFC", codePoints(test.get(2).stringValue()), form.compose(input));
            report.equal(name + " NFD", codePoints(test.get(1).stringValue()), form.decompose(input));
        });
    }

    private static List<Integer> codePoints(String text) {
        return text.codePoints().boxed().toList();
    }

    private void compareNames(String path, JsonNode json, Report report) {
        report.equal(path + " unicode", json.get("unicode").stringValue().split(" ")[0], table.unicode());
        report.equal(path + " nsm_max", json.get("nsm_max").intValue(), table.mostMarks());
        report.equal(path + " ignored", set(json.get("ignored")), table.ignored());
        report.equal(path + " cm", set(json.get("cm")), table.combining());
        report.equal(path + " nsm", set(json.get("nsm")), table.nonspacing());
        BitSet fenced = new BitSet();
        json.get("fenced").forEach(pair -> fenced.set(pair.get(0).intValue()));
        report.equal(path + " fenced", fenced, table.fenced());
        report.equal(path + " mapped", map(json.get("mapped")), table.mapped());
        report.equal(
                path + " emoji", each(json.get("emoji")).map(NameFormat::list).toList(), table.emoji());
        report.equal(
                path + " groups",
                each(json.get("groups")).map(NameFormat::group).toList(),
                table.groups());
        report.equal(
                path + " wholes",
                each(json.get("wholes"))
                        .map(whole -> new NameTable.Alike(set(whole.get("valid")), set(whole.get("confused"))))
                        .toList(),
                table.alike());
    }

    private static NameTable.Group group(JsonNode group) {
        return new NameTable.Group(
                group.get("name").stringValue(),
                group.path("restricted").booleanValue(false),
                group.has("cm"),
                set(group.get("primary")),
                set(group.get("secondary")));
    }

    private void compareForms(String path, JsonNode json, Report report) {
        report.equal(
                path + " ranks", each(json.get("ranks")).map(NameFormat::set).toList(), table.ranks());
        report.equal(path + " exclusions", set(json.get("exclusions")), table.excluded());
        report.equal(path + " decomp", map(json.get("decomp")), table.decomposed());
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static BitSet set(JsonNode list) {
        BitSet set = new BitSet();
        IntStream.range(0, list.size()).forEach(i -> set.set(list.get(i).intValue()));
        return set;
    }

    private static List<Integer> list(JsonNode list) {
        return each(list).map(JsonNode::intValue).toList();
    }

    private static Map<Integer, List<Integer>> map(JsonNode pairs) {
        Map<Integer, List<Integer>> map = new HashMap<>();
        pairs.forEach(pair -> map.put(pair.get(0).intValue(), list(pair.get(1))));
        return map;
    }
}

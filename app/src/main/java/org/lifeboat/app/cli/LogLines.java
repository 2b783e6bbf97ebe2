package org.lifeboat.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.logs.BlockFinding;
import org.lifeboat.engine.logs.ProvenLogs;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.resources.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Proven logs as lines and as JSON. Blocks that could not be checked are named range by range.
final class LogLines {
    private final ProvenLogs found;

    LogLines(ProvenLogs found) {
        this.found = found;
    }

    /// Neighbouring blocks with the same reason.
    private record Gap(long from, long to, BlockFinding.Why why) {}

    private List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (BlockFinding block : found.blocks()) {
            if (block instanceof BlockFinding.CouldNotCheck(long number, BlockFinding.Why why)) {
                boolean goesOn = !gaps.isEmpty()
                        && gaps.getLast().to() == number - 1
                        && gaps.getLast().why() == why;
                gaps.add(goesOn ? new Gap(gaps.removeLast().from(), number, why) : new Gap(number, number, why));
            }
        }
        return gaps;
    }

    ObjectNode json() {
        ObjectNode json = JsonDocument.object();
        json.put("assurance", found.assurance().level().name());
        json.put("from", found.blocks().getFirst().number());
        json.put("to", found.blocks().getLast().number());
        json.put("complete", found.complete());
        ArrayNode logs = json.putArray("logs");
        for (BlockFinding.Found block : found.found()) {
            for (BlockFinding.Placed placed : block.logs()) {
                ObjectNode one = logs.addObject();
                one.put("block", block.number());
                one.put("blockHash", block.block().hash().toHex());
                one.put("transactionPlace", placed.transaction());
                one.put("logPlace", placed.index());
                one.put("contract", placed.log().contract().toChecksum());
                one.set(
                        "topics",
                        JsonDocument.texts(placed.log().topics().stream()
                                .map(Hash32::toHex)
                                .toList()));
                one.put("data", placed.log().data().toHex());
            }
        }
        ArrayNode unchecked = json.putArray("unchecked");
        gaps().forEach(gap -> unchecked
                .addObject()
                .put("from", gap.from())
                .put("to", gap.to())
                .put("why", gap.why().name()));
        json.set(
                "unfit",
                JsonDocument.texts(found.unfit().stream().map(SourceId::shown).toList()));
        return json;
    }

    void print(Words words, PrintStream out) {
        for (BlockFinding.Found block : found.found()) {
            for (BlockFinding.Placed placed : block.logs()) {
                Log log = placed.log();
                out.println(words.say(
                        "cli.logs.one",
                        block.number(),
                        placed.transaction() + 1,
                        placed.index() + 1,
                        log.contract().toChecksum()));
                log.topics().forEach(topic -> out.println("    " + topic.toHex()));
                out.println("    " + log.data().toHex());
            }
        }
        long from = found.blocks().getFirst().number();
        long to = found.blocks().getLast().number();
        int count =
                found.found().stream().mapToInt(block -> block.logs().size()).sum();
        String level = words.say("cli.logs.level." + found.assurance().level());
        out.println(words.say(found.complete() ? "cli.logs.all" : "cli.logs.some", count, from, to, level));
        gaps().forEach(gap ->
                out.println(words.say("cli.logs.gap", gap.from(), gap.to(), words.say("cli.logs.why." + gap.why()))));
        found.unfit().forEach(source -> out.println(words.say("cli.logs.unfit", source.shown())));
    }
}

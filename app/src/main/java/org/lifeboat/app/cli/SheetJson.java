package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Total;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.exit.Reach;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The balance sheet as JSON. A figure that is not known has no amount; it is never written as zero.
final class SheetJson {
    private SheetJson() {}

    /// @param reach how much of it the user can get out alone; null in the document where nothing is vouched for
    static ObjectNode of(BalanceSheet sheet, Reach reach) {
        ObjectNode object = JsonDocument.object();
        object.put("at", sheet.at().toString());
        object.put("complete", sheet.complete());
        object.set(
                "networks",
                JsonDocument.array(sheet.networks().stream().map(SheetJson::of).toList()));
        object.set(
                "totals",
                JsonDocument.array(sheet.totals().stream().map(SheetJson::of).toList()));
        if (reach.vouched()) {
            object.set(
                    "reach",
                    JsonDocument.array(reach.parts().stream().map(SheetJson::of).toList()));
        } else {
            object.putNull("reach");
        }
        reach.shortage()
                .filter(_ -> reach.vouched())
                .ifPresentOrElse(
                        lacks -> {
                            ObjectNode shortage = object.putObject("reachShortage");
                            shortage.put("enough", lacks.enough());
                            shortage.put("of", lacks.of());
                        },
                        () -> object.putNull("reachShortage"));
        return object;
    }

    private static ObjectNode of(Reach.Part part) {
        ObjectNode object = JsonDocument.object();
        object.put("symbol", part.symbol());
        object.put("now", part.now().toExactString());
        object.put("later", part.later().toExactString());
        JsonDocument.putOrNull(object, "by", part.by());
        object.put("further", part.further().toExactString());
        return object;
    }

    private static ObjectNode of(NetworkReport report) {
        ObjectNode object = JsonDocument.object();
        object.put("chainId", report.network().chain().value());
        object.put("name", report.network().name());
        switch (report.state()) {
            case NetworkReport.State.Remembered _ -> object.put("state", "REMEMBERED");
            case NetworkReport.State.Unread _ -> object.put("state", "UNREAD");
            case NetworkReport.State.Read(var source, BlockRef block, int agreeing, var took) -> {
                object.put("state", "READ");
                object.put("source", source.shown());
                object.set("block", of(block));
                object.put("sourcesAgreeing", agreeing);
                object.put("tookMillis", took.toMillis());
            }
        }
        object.set(
                "positions",
                JsonDocument.array(report.rows().stream().map(SheetJson::of).toList()));
        object.set(
                "disagreements",
                JsonDocument.array(
                        report.disagreements().stream().map(SheetJson::of).toList()));
        object.set("notes", notes(report.notes()));
        return object;
    }

    private static ObjectNode of(Row row) {
        Asset asset = row.position().asset();
        ObjectNode object = JsonDocument.object();
        object.put("account", row.position().account().toChecksum());
        object.put("asset", asset.symbol());
        JsonDocument.putOrNull(object, "token", asset.contract().map(Address::toChecksum));
        object.put("decimals", asset.decimals());
        switch (row.newest()) {
            case Figure.NotAsked _ -> object.put("state", "NOT_ASKED");
            case Figure.Known known -> {
                object.put("state", "KNOWN");
                put(object, known);
            }
            case Figure.Problem(Figure.Outcome outcome, List<Note> reasons, Optional<Figure.Known> last) -> {
                object.put("state", outcome.name());
                object.set("reasons", notes(reasons));
                last.ifPresentOrElse(
                        known -> {
                            ObjectNode before = JsonDocument.object();
                            put(before, known);
                            object.set("lastKnown", before);
                        },
                        () -> object.putNull("lastKnown"));
            }
        }
        if (row.vouched() instanceof Vouched.Known(Figure.Known vouched, var _)) {
            ObjectNode by = JsonDocument.object();
            put(by, vouched);
            object.set("vouchedFor", by);
        } else {
            object.putNull("vouchedFor");
        }
        return object;
    }

    private static void put(ObjectNode object, Figure.Known known) {
        object.put("units", known.amount().units().toString());
        object.put("amount", known.amount().toExactString());
        object.put("assurance", known.assurance().level().name());
        object.set("marks", marks(known.assurance()));
        object.set("block", of(known.block()));
        object.put("readAt", known.readAt().toString());
        object.put("source", known.source().shown());
        object.set("notes", notes(known.notes()));
    }

    private static ObjectNode of(Total total) {
        ObjectNode object = JsonDocument.object();
        object.put("asset", total.symbol());
        object.put("units", total.sum().units().toString());
        object.put("amount", total.sum().toExactString());
        object.put("atLeast", total.atLeast());
        ArrayNode parts = object.putArray("parts");
        total.parts().forEach((assurance, amount) -> {
            ObjectNode part = parts.addObject();
            part.put("assurance", assurance.level().name());
            part.set("marks", marks(assurance));
            part.put("amount", amount.toExactString());
        });
        return object;
    }

    private static ObjectNode of(Disagreement disagreement) {
        ObjectNode object = JsonDocument.object();
        object.put("source", disagreement.source().shown());
        object.put("what", disagreement.contradiction().what().name());
        object.put("subject", disagreement.contradiction().subject());
        object.put("said", disagreement.contradiction().said());
        object.put("shown", disagreement.contradiction().shown());
        return object;
    }

    private static ObjectNode of(BlockRef block) {
        ObjectNode object = JsonDocument.object();
        object.put("number", block.number());
        object.put("hash", block.hash().toHex());
        object.put("unixSeconds", block.unixSeconds());
        return object;
    }

    static ArrayNode notes(List<Note> notes) {
        return JsonDocument.array(notes.stream()
                .map(note -> {
                    ObjectNode object = JsonDocument.object();
                    object.put("kind", note.kind().name());
                    object.set("arguments", JsonDocument.texts(note.arguments()));
                    return object;
                })
                .toList());
    }

    private static ArrayNode marks(Assurance assurance) {
        return JsonDocument.texts(
                assurance.marks().stream().map(Enum::name).sorted().toList());
    }
}

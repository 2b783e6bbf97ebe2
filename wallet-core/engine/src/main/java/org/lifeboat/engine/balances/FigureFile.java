package org.lifeboat.engine.balances;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hex;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One figure and everything that is known of how it was come by, as a file to keep or to hand on: JSON,
/// `lifeboat-figure/1`, described in `resources/docs/formats.md`. Pure.
///
/// A source is named by its host only, because keys of its user stand in paths. Amounts are exact, in the asset's
/// smallest unit and in units, both as text. What is not known has no member.
public final class FigureFile {
    public static final String FORMAT = "lifeboat-figure/1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FigureFile() {}

    /// @param kept pieces of evidence in the profile about this account on this network
    /// @param now this computer's clock
    public static String write(Network network, Row row, List<StoredEvidence> kept, Instant now) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("writtenAt", now.toString());
        file.put("network", network(network));
        file.put("account", row.position().account().toChecksum());
        file.put("asset", asset(row.position().asset()));
        switch (row.newest()) {
            case Figure.Known known -> {
                file.put("outcome", "known");
                file.put("figure", figure(known));
            }
            case Figure.Problem(Figure.Outcome outcome, List<Note> reasons, Optional<Figure.Known> last) -> {
                file.put(
                        "outcome",
                        switch (outcome) {
                            case REFUTED -> "refuted";
                            case COULD_NOT_ASK -> "couldNotAsk";
                        });
                file.put("notes", notes(reasons));
                last.ifPresent(known -> file.put("lastKnown", figure(known)));
            }
            case Figure.NotAsked _ -> file.put("outcome", "notAsked");
        }
        if (row.vouched() instanceof Vouched.NoneYet(Note reason)) {
            file.put("l1", note(reason));
        }
        file.put("evidence", kept.stream().map(FigureFile::piece).toList());
        return JSON.writeValueAsString(file) + "\n";
    }

    private static Map<String, Object> network(Network network) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", network.name());
        object.put("chainId", network.chain().value());
        return object;
    }

    private static Map<String, Object> asset(Asset asset) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("symbol", asset.symbol());
        object.put("decimals", asset.decimals());
        asset.contract().ifPresent(contract -> object.put("contract", contract.toChecksum()));
        return object;
    }

    private static Map<String, Object> figure(Figure.Known known) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("units", known.amount().units().toString());
        object.put("amount", known.amount().toExactString());
        object.put("assurance", known.assurance().level().name());
        object.put(
                "marks",
                known.assurance().marks().stream().map(Enum::name).sorted().toList());
        object.put("block", block(known.block()));
        object.put("readAt", known.readAt().toString());
        object.put("source", known.source().shown());
        object.put("notes", notes(known.notes()));
        return object;
    }

    private static Map<String, Object> block(BlockRef block) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("number", block.number());
        object.put("hash", block.hash().toHex());
        object.put("time", Instant.ofEpochSecond(block.unixSeconds()).toString());
        return object;
    }

    private static List<Map<String, Object>> notes(List<Note> notes) {
        return notes.stream().map(FigureFile::note).toList();
    }

    private static Map<String, Object> note(Note note) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", note.kind().name());
        object.put("arguments", note.arguments());
        return object;
    }

    private static Map<String, Object> piece(StoredEvidence piece) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", piece.kind());
        object.put("block", block(piece.block()));
        object.put("content", Hex.encode(piece.content().toArray()));
        return object;
    }
}

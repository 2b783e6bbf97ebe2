package org.lifeboat.engine.exit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Withdrawal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// That a withdrawal stands in a block of the L2, as bytes: all that the portal asks for, once a root of
/// that block stands on L1. Worth as much as the block; whoever reads one back checks it anew.
/// @param header the RLP of the L2 block's header
/// @param nodes of the proof in the message passer's storage, from its root down
/// @param fixed whether all servers asked named the block as one that the L2's data on L1 fixes: such a
/// root can be posted with a bond
/// @param place of that block's root in the bridge's list of roots, where it was seen there
record WithdrawalProof(Hash32 withdrawal, Bytes header, List<Bytes> nodes, boolean fixed, Optional<Long> place) {
    /// Shorter nodes stand inside their parents; the portal wants them repeated, a proof has them once.
    private static final int HASHED = 32;

    WithdrawalProof {
        nodes = List.copyOf(nodes);
    }

    /// @param whole in the portal's form
    static WithdrawalProof of(Withdrawal withdrawal, BlockHeader header, List<Bytes> whole, boolean fixed) {
        List<Bytes> nodes = new ArrayList<>();
        for (Bytes node : whole) {
            if (nodes.isEmpty() || node.size() >= HASHED) {
                nodes.add(node);
            }
        }
        return new WithdrawalProof(withdrawal.hash(), header.encoded(), nodes, fixed, Optional.empty());
    }

    WithdrawalProof at(Optional<Long> index) {
        return new WithdrawalProof(withdrawal, header, nodes, fixed, index);
    }

    /// What was found to hold.
    /// @param whole in the portal's form
    record Holds(BlockRef block, OutputRoot root, List<Bytes> whole) {}

    Answer<Holds> check(Withdrawal of) {
        if (!of.hash().equals(withdrawal)) {
            return new Answer.Refuted<>("the proof is of another withdrawal");
        }
        return BlockHeader.fromRlp(header)
                .then(block -> OutputRoot.of(block)
                        .map(root ->
                                OpStack.storageProof(root, of, nodes).map(whole -> new Holds(block.ref(), root, whole)))
                        .orElseGet(() -> new Answer.Unknown<>(
                                Answer.Cause.MISSING, "the header does not hold the root of withdrawals")));
    }

    Bytes write() {
        return Bytes.of(toJson().toString().getBytes(StandardCharsets.UTF_8));
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("withdrawal", withdrawal.toHex());
        json.put("header", header.toHex());
        ArrayNode list = json.putArray("nodes");
        nodes.forEach(node -> list.add(node.toHex()));
        json.put("fixed", fixed);
        place.ifPresent(index -> json.put("place", Long.toString(index)));
        return json;
    }

    /// @return empty where the bytes are of another version, or damaged
    static Optional<WithdrawalProof> read(Bytes content) {
        try {
            return Optional.of(read(JsonMapper.shared().readTree(content.toArray())));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// @throws IllegalArgumentException for anything else
    static WithdrawalProof read(JsonNode json) {
        List<Bytes> nodes = new ArrayList<>();
        json.path("nodes").forEach(node -> nodes.add(Bytes.fromHex(node.asString(""))));
        return new WithdrawalProof(
                Hash32.fromHex(ExitJson.text(json, "withdrawal")),
                Bytes.fromHex(ExitJson.text(json, "header")),
                nodes,
                json.path("fixed").asBoolean(false),
                json.has("place") ? Optional.of(Long.parseLong(ExitJson.text(json, "place"))) : Optional.empty());
    }
}

package org.lifeboat.engine.anchor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.engine.exit.PostedRoots;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.Game;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What tied a block of a rollup to its L1: it was found below the block that a posted root speaks of, by
/// parent hashes. Worth as much as that root.
/// @param l1 on which the root stands
/// @param game whose root it is, or the output oracle
/// @param rootBlock that the root is of
/// @param finalFrom when the root is final at the earliest, as its game's times were read last; empty where they were
/// not
record Tie(ChainId l1, Address game, Hash32 root, L2Block rootBlock, Optional<L1Time> finalFrom) {
    Tie with(Optional<L1Time> later) {
        return new Tie(l1, game, root, rootBlock, later);
    }

    /// As L1 is asked for it again.
    PostedRoots.Met met() {
        return new PostedRoots.Met(game, rootBlock);
    }

    /// Whether a game still speaks of the same root.
    boolean isOf(Game seen) {
        return seen.root().equals(root) && seen.block().equals(rootBlock);
    }

    Bytes write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("l1", l1.toString());
        json.put("game", game.toHex());
        json.put("root", root.toHex());
        json.put("rootBlock", Long.toString(rootBlock.number()));
        finalFrom.ifPresent(time -> json.put("finalFrom", Long.toString(time.unixSeconds())));
        return Bytes.of(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty where the bytes are of another version, or damaged
    static Optional<Tie> read(Bytes content) {
        try {
            JsonNode json = JsonMapper.shared().readTree(content.toArray());
            return Optional.of(new Tie(
                    new ChainId(ProofJson.number(json, "l1").longValueExact()),
                    Address.fromHex(ProofJson.text(json, "game")),
                    Hash32.fromHex(ProofJson.text(json, "root")),
                    new L2Block(ProofJson.number(json, "rootBlock").longValueExact()),
                    json.has("finalFrom") // what was kept before it was read has none
                            ? Optional.of(new L1Time(
                                    ProofJson.number(json, "finalFrom").longValueExact()))
                            : Optional.empty()));
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}

package org.lifeboat.sandbox.rpc;

import java.util.Optional;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;
import tools.jackson.databind.JsonNode;

/// Finds the block that a parameter names: a number, a tag, or an object of EIP-1898.
record Blocks(ChainNode node) {
    /// @return empty for a number that is not reached yet
    Optional<SealedBlock> byNumber(JsonNode value) {
        String said = Params.text(value);
        return switch (said) {
            // The pending block is not made before it is: what is asked about it is answered about the newest.
            case "latest", "pending" -> Optional.of(node.history().newest());
            case "earliest" -> node.history().at(0);
            case "safe" -> Optional.of(node.safe());
            case "finalized" -> Optional.of(node.finalised());
            default -> node.history().at(Params.number(value));
        };
    }

    /// The block of the parameter at `index`; the newest where it was left out.
    SealedBlock of(Params params, int index) {
        Optional<JsonNode> value = params.at(index);
        if (value.isEmpty()) {
            return node.history().newest();
        }
        Optional<SealedBlock> found = params.required(index, this::find);
        return found.orElseThrow(() -> RpcFault.server("header not found"));
    }

    /// As of EIP-1898; a bare hash names a block as well.
    Optional<SealedBlock> find(JsonNode value) {
        if (!value.isObject()) {
            boolean hash = Params.text(value).length() == 2 + 2 * Hash32.SIZE;
            return hash ? node.history().find(Params.word(value)) : byNumber(value);
        }
        Optional<Hash32> hash = Params.member(value, "blockHash", Params::word);
        Optional<JsonNode> number = Params.member(value, "blockNumber", each -> each);
        if (hash.isPresent() == number.isPresent()) {
            throw new IllegalArgumentException("either blockHash or blockNumber");
        }
        return hash.isPresent() ? node.history().find(hash.get()) : byNumber(number.orElseThrow());
    }

    boolean isPending(Params params, int index) {
        return params.at(index)
                .filter(value -> value.isString() && value.stringValue().equals("pending"))
                .isPresent();
    }
}

package org.lifeboat.sandbox.rpc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.chain.ChainState;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.StateProof;
import org.lifeboat.sandbox.node.ChainNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What accounts hold after a block, and the proofs of it.
final class StateMethods {
    /// Source: geth, internal/ethapi: `maxGetStorageSlots`.
    private static final int MOST_SLOTS = 1_024;

    private final ChainNode node;
    private final Blocks blocks;

    StateMethods(ChainNode node) {
        this.node = node;
        this.blocks = new Blocks(node);
    }

    Map<String, Method> all() {
        return Map.of(
                "eth_getBalance",
                        params -> Shown.text(Shown.quantity(account(params).balance())),
                "eth_getTransactionCount", this::nonce,
                "eth_getCode",
                        params -> Shown.text(blocks.of(params, 1)
                                .state()
                                .code(params.required(0, Params::address))
                                .toHex()),
                "eth_getStorageAt", this::storage,
                "eth_getStorageValues", this::storages,
                "eth_getProof", this::proof);
    }

    private StoredAccount account(Params params) {
        Address address = params.required(0, Params::address);
        return blocks.of(params, 1).state().account(address).orElse(StoredAccount.EMPTY);
    }

    private JsonNode nonce(Params params) {
        if (blocks.isPending(params, 1)) {
            return Shown.text(Shown.quantity(node.pendingNonce(params.required(0, Params::address))));
        }
        return Shown.text(Shown.quantity(account(params).nonce()));
    }

    private JsonNode storage(Params params) {
        Address address = params.required(0, Params::address);
        Hash32 slot = params.required(1, Params::slot);
        return Shown.text(blocks.of(params, 2).state().storage(address, slot).toHex());
    }

    /// Source: execution-apis, src/eth/state.yaml, `eth_getStorageValues`.
    private JsonNode storages(Params params) {
        Map<Address, List<Hash32>> asked = params.required(0, StateMethods::slots);
        int slots = asked.values().stream().mapToInt(List::size).sum();
        if (slots == 0) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "empty request");
        }
        requireFew(slots);
        ChainState state = blocks.of(params, 1).state();
        ObjectNode json = Shown.object();
        asked.forEach((address, keys) -> {
            ArrayNode values = json.putArray(address.toHex());
            keys.forEach(key -> values.add(state.storage(address, key).toHex()));
        });
        return json;
    }

    private static Map<Address, List<Hash32>> slots(JsonNode value) {
        Map<Address, List<Hash32>> slots = new LinkedHashMap<>();
        Params.object(value)
                .properties()
                .forEach(entry ->
                        slots.put(Address.fromHex(entry.getKey()), Params.items(entry.getValue(), Params::slot)));
        return slots;
    }

    private static void requireFew(int slots) {
        if (slots > MOST_SLOTS) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "too many slots (max %d)".formatted(MOST_SLOTS));
        }
    }

    private JsonNode proof(Params params) {
        Address address = params.required(0, Params::address);
        List<Hash32> slots = params.required(1, value -> Params.items(value, Params::slot));
        requireFew(slots.size());
        SealedBlock block = blocks.of(params, 2);
        StateProof proof = block.state().prove(address, slots);
        ObjectNode json = Shown.object();
        json.put("address", address.toHex());
        json.set("accountProof", Shown.bytes(proof.nodes()));
        json.put("balance", Shown.quantity(proof.account().balance()));
        json.put("codeHash", proof.account().codeHash().toHex());
        json.put("nonce", Shown.quantity(proof.account().nonce()));
        json.put("storageHash", proof.account().storageRoot().toHex());
        ArrayNode storage = json.putArray("storageProof");
        for (int i = 0; i < slots.size(); i++) {
            StateProof.Slot slot = proof.slots().get(i);
            ObjectNode each = storage.addObject();
            each.put("key", key(slot.key(), Params.text(params.required(1).get(i))));
            each.put("value", Shown.quantity(slot.value().toNumber()));
            each.set("proof", Shown.bytes(slot.nodes()));
        }
        return json;
    }

    /// As a word where it was asked for by one, else as a quantity.
    private static String key(Hash32 slot, String asked) {
        return asked.length() == 2 + 2 * Hash32.SIZE ? slot.toHex() : Shown.quantity(slot.toNumber());
    }
}

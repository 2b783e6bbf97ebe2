package org.lifeboat.sandbox.rpc;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.node.Supposition;
import tools.jackson.databind.JsonNode;

/// Reads what a question supposes to be otherwise (execution-apis, src/schemas/execute.yaml; geth,
/// internal/ethapi/override). What is not understood is refused: the answer would be about something else.
final class Suppositions {
    static final Set<String> ACCOUNT = Set.of("nonce", "code", "balance", "state", "stateDiff");
    private static final Set<String> BLOCK = Set.of(
            "number", "time", "gasLimit", "feeRecipient", "prevRandao", "baseFeePerGas", "blobBaseFee", "difficulty");

    private Suppositions() {}

    /// @param accounts the index of the parameter for accounts
    /// @param block the index of the parameter for the block
    static Supposition at(Params params, int accounts, int block) {
        return new Supposition(
                params.optional(accounts, Suppositions::accounts).orElse(Map.of()),
                params.optional(block, Suppositions::block).orElse(Supposition.NONE.block()));
    }

    static Map<Address, Supposition.Account> accounts(JsonNode value) {
        return accounts(value, ACCOUNT);
    }

    /// @param names of what may be said of an account; what is none of the account's own is left to the caller
    static Map<Address, Supposition.Account> accounts(JsonNode value, Set<String> names) {
        Map<Address, Supposition.Account> accounts = new HashMap<>();
        Params.object(value).properties().forEach(entry -> {
            JsonNode account = known(entry.getValue(), names);
            accounts.put(
                    Address.fromHex(entry.getKey()),
                    new Supposition.Account(
                            nonce(account),
                            Params.member(account, "code", Params::bytes),
                            Params.member(account, "balance", Params::quantity).map(Wei::new),
                            Params.member(account, "state", Suppositions::slots),
                            Params.member(account, "stateDiff", Suppositions::slots)
                                    .orElse(Map.of())));
        });
        return accounts;
    }

    private static Map<Hash32, Hash32> slots(JsonNode value) {
        Map<Hash32, Hash32> slots = new HashMap<>();
        Params.object(value)
                .properties()
                .forEach(entry -> slots.put(Hash32.fromHex(entry.getKey()), Params.word(entry.getValue())));
        return slots;
    }

    static Supposition.Block block(JsonNode value) {
        return block(value, BLOCK);
    }

    /// @param names of what may be said of a block; what is none of a run's business is left to the caller
    static Supposition.Block block(JsonNode value, Set<String> names) {
        JsonNode block = known(value, names);
        return new Supposition.Block(
                number(block, "number"),
                number(block, "time"),
                number(block, "gasLimit"),
                Params.member(block, "feeRecipient", Params::address),
                Params.member(block, "prevRandao", Params::word),
                wei(block, "baseFeePerGas"),
                wei(block, "blobBaseFee"));
    }

    static JsonNode known(JsonNode value, Set<String> names) {
        JsonNode object = Params.object(value);
        object.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + " cannot be set here");
                });
        return object;
    }

    private static OptionalLong number(JsonNode object, String name) {
        Optional<Long> number = Params.member(object, name, (Function<JsonNode, Long>) Params::number);
        return number.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// Unsigned: an account may hold 2^64-1 (EIP-2681).
    private static OptionalLong nonce(JsonNode account) {
        Optional<BigInteger> nonce = Params.member(account, "nonce", Params::quantity);
        if (nonce.filter(number -> number.bitLength() > Long.SIZE).isPresent()) {
            throw new IllegalArgumentException("nonce: a number of 2^64 or more");
        }
        return nonce.map(number -> OptionalLong.of(number.longValue())).orElse(OptionalLong.empty());
    }

    private static Optional<Wei> wei(JsonNode object, String name) {
        return Params.member(object, name, Params::quantity).map(Wei::new);
    }
}

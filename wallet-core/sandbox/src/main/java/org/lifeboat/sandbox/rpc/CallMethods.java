package org.lifeboat.sandbox.rpc;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.AccessListEntry;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.AccessListSearch;
import org.lifeboat.sandbox.node.Call;
import org.lifeboat.sandbox.node.CallResult;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.Questions;
import org.lifeboat.sandbox.node.Supposition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a transaction would do.
final class CallMethods {
    private final ChainNode node;
    private final Questions questions;
    private final Blocks blocks;

    CallMethods(ChainNode node) {
        this.node = node;
        this.questions = node.questions();
        this.blocks = new Blocks(node);
    }

    Map<String, Method> all() {
        return Map.of(
                "eth_call", this::call,
                "eth_estimateGas", this::estimate,
                "eth_createAccessList", this::accessList);
    }

    private JsonNode call(Params params) {
        Call call = params.required(0, CallMethods::read);
        SealedBlock block = blocks.of(params, 1);
        return Shown.text(output(questions.run(call, block, Suppositions.at(params, 2, 3)))
                .toHex());
    }

    private JsonNode estimate(Params params) {
        Call call = params.required(0, CallMethods::read);
        return switch (questions.estimate(call, blocks.of(params, 1), Suppositions.at(params, 2, 3))) {
            case Questions.Estimate.Enough(Gas limit) -> Shown.text(Shown.quantity(limit));
            case Questions.Estimate.Fails(CallResult result) ->
                Shown.text(output(result).toHex());
            case Questions.Estimate.NeedsMoreThan(Gas allowance) ->
                throw RpcFault.server("gas required exceeds allowance (" + allowance.amount() + ")");
        };
    }

    /// The gas limit that a call names; where it names none, the least that is enough on the newest block.
    Gas limit(Params params) {
        Optional<Gas> named = params.required(0, call -> Params.member(call, "gas", Params::number))
                .map(Gas::new);
        if (named.isPresent()) {
            return named.get();
        }
        Call call = params.required(0, CallMethods::read);
        return switch (questions.estimate(call, node.history().newest(), Supposition.NONE)) {
            case Questions.Estimate.Enough(Gas limit) -> limit;
            case Questions.Estimate.Fails(CallResult result) ->
                throw new IllegalStateException("fails and returns " + output(result));
            case Questions.Estimate.NeedsMoreThan(Gas allowance) ->
                throw RpcFault.server("gas required exceeds allowance (" + allowance.amount() + ")");
        };
    }

    private JsonNode accessList(Params params) {
        Call call = params.required(0, CallMethods::read);
        SealedBlock block = blocks.of(params, 1);
        var found =
                new AccessListSearch(node.settings().at(block.header()).fork().rules(), questions).search(call, block);
        ObjectNode json = Shown.object();
        json.set("accessList", TransactionJson.accessList(found.list()));
        switch (found.result()) {
            case CallResult.Refused(var reason) -> throw RpcFault.server(Sentences.of(reason));
            case CallResult.Ran(Outcome outcome, Gas used) -> {
                json.put("gasUsed", Shown.quantity(used));
                switch (outcome) {
                    case Outcome.Success _ -> {}
                    case Outcome.Revert _ -> json.put("error", "execution reverted");
                    case Outcome.Halt(var reason) -> json.put("error", Sentences.of(reason));
                }
            }
        }
        return json;
    }

    private static Bytes output(CallResult result) {
        return switch (result) {
            case CallResult.Refused(var reason) -> throw RpcFault.server(Sentences.of(reason));
            case CallResult.Ran(Outcome outcome, Gas _) ->
                switch (outcome) {
                    case Outcome.Success(Bytes output) -> output;
                    case Outcome.Revert(Bytes output) -> throw RpcFault.reverted(Sentences.revert(output), output);
                    case Outcome.Halt(var reason) -> throw RpcFault.server(Sentences.of(reason));
                };
        };
    }

    private static Call read(JsonNode value) {
        JsonNode call = Params.object(value);
        Optional<Wei> gasPrice = Params.member(call, "gasPrice", CallMethods::wei);
        Optional<Wei> maxFee = Params.member(call, "maxFeePerGas", CallMethods::wei);
        Optional<Wei> maxTip = Params.member(call, "maxPriorityFeePerGas", CallMethods::wei);
        onePrice(call);
        // A price of nothing is none: so tools ask that have not looked at prices.
        Optional<Wei> price = gasPrice.or(() -> maxFee).filter(each -> !each.isZero());
        return new Call(
                Params.member(call, "from", Params::address).orElse(Address.ZERO),
                Params.member(call, "to", Params::address),
                Params.member(call, "gas", Params::number).map(Gas::new),
                price,
                price.isEmpty() ? Wei.ZERO : gasPrice.or(() -> maxTip).orElse(Wei.ZERO),
                Params.member(call, "value", CallMethods::wei).orElse(Wei.ZERO),
                input(call),
                Params.member(call, "accessList", CallMethods::accessEntries).orElse(List.of()),
                Params.member(call, "authorizationList", CallMethods::authorizations)
                        .orElse(List.of()),
                blobs(call));
    }

    static void onePrice(JsonNode call) {
        if (call.hasNonNull("gasPrice")
                && (call.hasNonNull("maxFeePerGas") || call.hasNonNull("maxPriorityFeePerGas"))) {
            throw new IllegalArgumentException("both gasPrice and (maxFeePerGas or maxPriorityFeePerGas) specified");
        }
    }

    /// Under either of its names.
    static Bytes input(JsonNode call) {
        Optional<Bytes> input = Params.member(call, "input", Params::bytes);
        Optional<Bytes> data = Params.member(call, "data", Params::bytes);
        if (input.isPresent() && data.isPresent() && !input.equals(data)) {
            throw new IllegalArgumentException("both \"data\" and \"input\" are set and not equal");
        }
        return input.or(() -> data).orElse(Bytes.EMPTY);
    }

    static Optional<Call.Blobs> blobs(JsonNode call) {
        Optional<List<Hash32>> hashes =
                Params.member(call, "blobVersionedHashes", list -> Params.items(list, Params::word));
        return hashes.map(named -> new Call.Blobs(
                named, Params.member(call, "maxFeePerBlobGas", CallMethods::wei).orElse(Wei.ZERO)));
    }

    static List<AccessListEntry> accessEntries(JsonNode value) {
        return Params.items(value, entry -> {
            JsonNode object = Params.object(entry);
            Address contract = Params.address(object.path("address"));
            List<Hash32> slots = Params.items(object.path("storageKeys"), Params::word);
            return new AccessListEntry(contract, slots);
        });
    }

    /// Source: execution-apis, src/schemas/transaction.yaml, `AuthorizationList`.
    private static List<SignedAuthorization> authorizations(JsonNode value) {
        return Params.items(value, entry -> {
            JsonNode object = Params.object(entry);
            long chain = Params.number(object.path("chainId"));
            BigInteger yParity = Params.quantity(object.path("yParity"));
            Authorization authorization = new Authorization(
                    chain == 0 ? Optional.empty() : Optional.of(new ChainId(chain)),
                    Params.address(object.path("address")),
                    new Nonce(Params.number(object.path("nonce"))));
            EcdsaSignature signature = new EcdsaSignature(
                    yParity.bitLength() < Integer.SIZE ? yParity.intValueExact() : -1,
                    Params.quantity(object.path("r")),
                    Params.quantity(object.path("s")));
            return new SignedAuthorization(authorization, signature);
        });
    }

    static Wei wei(JsonNode value) {
        return new Wei(Params.quantity(value));
    }
}

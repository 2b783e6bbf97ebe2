package org.lifeboat.sandbox.rpc;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What only a sandbox has: time, blocks by hand, and money for nothing. Described in resources/docs/sandbox.md.
final class SandboxMethods {
    /// As many blocks in one question. Unit: blocks.
    private static final long MOST_BLOCKS = 10_000;

    /// As far ahead in one step: a year. Each sync-committee period on the way takes blocks and keys. Unit:
    /// seconds.
    private static final long MOST_SECONDS = 31_557_600L;

    private final L1Node node;
    private final Faucet faucet;

    SandboxMethods(L1Node node, Faucet faucet) {
        this.node = node;
        this.faucet = faucet;
    }

    Map<String, Method> all() {
        return Map.ofEntries(
                Map.entry("sandbox_mine", this::mine),
                Map.entry("sandbox_setMining", this::setMining),
                Map.entry("sandbox_finalize", _ -> finalise()),
                Map.entry("sandbox_reorganise", this::reorganise),
                Map.entry(
                        "sandbox_time",
                        _ -> Shown.text(Shown.quantity(node.clock().now()))),
                Map.entry("sandbox_increaseTime", this::increaseTime),
                Map.entry("sandbox_setNextBlockTime", this::setNextBlockTime),
                Map.entry("sandbox_faucet", this::coins),
                Map.entry("sandbox_giveToken", this::tokens),
                Map.entry("sandbox_tokens", _ -> tokenList()));
    }

    private JsonNode mine(Params params) {
        long count = params.optional(0, Params::plainNumber).orElse(1L);
        long apart = params.optional(1, Params::plainNumber).orElse(0L);
        requireAtMost(count, MOST_BLOCKS);
        requireAtMost(Math.multiplyExact(count, Math.min(apart, MOST_SECONDS + 1)), MOST_SECONDS);
        for (long i = 0; i < count; i++) {
            if (apart > 0) {
                node.clock().setNext(node.history().newest().header().unixSeconds() + apart);
            }
            node.mine();
        }
        return Shown.text(Shown.quantity(node.history().newest().number()));
    }

    /// `true`: a block as soon as there is a transaction.
    private JsonNode setMining(Params params) {
        boolean atOnce = params.required(0, Params::flag);
        node.setMining(atOnce ? Mining.AT_ONCE : Mining.WHEN_TOLD);
        return params.required(0);
    }

    private JsonNode finalise() {
        return Shown.text(Shown.quantity(node.finaliseNewest().number()));
    }

    private JsonNode reorganise(Params params) {
        long depth = params.required(0, Params::plainNumber);
        boolean keep = params.optional(1, Params::flag).orElse(true);
        requireAtMost(depth, MOST_BLOCKS);
        return node.reorganise((int) depth, keep)
                .map(newest -> Shown.text(Shown.quantity(newest.number())))
                .orElseThrow(() -> RpcFault.server("only blocks after the final one, "
                        + node.finalised().number() + ", can be reorganised, and at least one"));
    }

    private JsonNode increaseTime(Params params) {
        long seconds = params.required(0, Params::plainNumber);
        requireAtMost(seconds, MOST_SECONDS);
        node.clock().advance(Duration.ofSeconds(seconds));
        return Shown.text(Shown.quantity(node.clock().now()));
    }

    private JsonNode setNextBlockTime(Params params) {
        long unixSeconds = params.required(0, Params::plainNumber);
        long newest = node.history().newest().header().unixSeconds();
        if (unixSeconds <= newest) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "the newest block is of " + newest + " already");
        }
        requireAtMost(unixSeconds - newest, MOST_SECONDS);
        node.clock().setNext(unixSeconds);
        return Shown.text(Shown.quantity(unixSeconds));
    }

    private JsonNode coins(Params params) {
        Address to = params.required(0, Params::address);
        Wei amount = params.optional(1, Params::quantity).map(Wei::new).orElse(PlayWorld.ether(10));
        requireModest(amount.value());
        return Shown.text(faucet.giveCoins(to, amount).toHex());
    }

    private JsonNode tokens(Params params) {
        Address contract = params.required(0, Params::address);
        Address to = params.required(1, Params::address);
        BigInteger units = params.required(2, Params::quantity);
        requireModest(units);
        PlayToken token = Arrays.stream(PlayToken.values())
                .filter(each -> each.address().equals(contract))
                .findFirst()
                .orElseThrow(() -> RpcFault.server("no token of the sandbox: " + contract));
        Hash32 hash = faucet.giveTokens(token, to, units);
        return Shown.text(hash.toHex());
    }

    private static JsonNode tokenList() {
        ArrayNode list = Shown.list();
        for (PlayToken token : PlayToken.values()) {
            ObjectNode json = list.addObject();
            json.put("address", token.address().toHex());
            json.put("name", token.fullName());
            json.put("symbol", token.symbol());
            json.put("decimals", token.decimals());
        }
        return list;
    }

    private static void requireAtMost(long number, long most) {
        if (number > most) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "at most " + most);
        }
    }

    /// No more than a thousand ether's worth of units in one gift: nothing overflows, and the faucet lasts.
    static void requireModest(BigInteger units) {
        BigInteger most = PlayWorld.ether(1_000).value();
        if (units.compareTo(most) > 0) {
            throw RpcFault.of(RpcFault.INVALID_PARAMETERS, "at most " + Shown.quantity(most));
        }
    }
}

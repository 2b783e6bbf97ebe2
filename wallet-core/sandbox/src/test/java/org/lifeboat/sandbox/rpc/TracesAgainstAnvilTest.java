package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.interpreter.ContractAddress;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.solidity.SolidityCompiler;
import tools.jackson.databind.JsonNode;

/// What happened inside a transaction is the same as anvil says it was.
class TracesAgainstAnvilTest {
    private static final ChainId CHAIN = new ChainId(31_337);
    private static final Person ANNA = Person.named("anna", CHAIN);
    private static final Gas GAS = new Gas(2_000_000);

    private static final String SOURCE = """
            pragma solidity ^0.8.20;
            contract Inner {
                uint256 public x;
                function set(uint256 v) external payable { x = v; }
                function fail() external pure { revert("no"); }
                function burn() external pure { assembly { invalid() } }
                function end(address payable to) external { selfdestruct(to); }
            }
            contract Outer {
                Inner inner;
                uint256 y;
                constructor() payable { inner = new Inner(); }
                function go() external payable {
                    y = 5;
                    inner.set{value: 1}(y + 1);
                    try inner.fail() {} catch {}
                    try inner.burn{gas: 5000}() {} catch {}
                    y = inner.x();
                    new Inner();
                    y = uint256(sha256("a"));
                    (bool done,) = address(inner).delegatecall(abi.encodeCall(Inner.set, (7)));
                    require(done);
                    inner.end(payable(address(this)));
                    y = 0;
                }
                function stop() external pure { revert("stopped"); }
                receive() external payable {}
            }
            """;

    private static AnvilNode anvil;
    private static RpcServer server;
    private static NodeClient ours;
    private static final List<String> HASHES = new ArrayList<>();

    @BeforeAll
    static void playTheSameOnBoth() throws IOException {
        anvil = AnvilNode.start(CHAIN.value(), "--hardfork", "osaka", "--steps-tracing");
        anvil.rpc("anvil_setBalance", "[\"" + ANNA.address().toHex() + "\",\"0x56bc75e2d63100000\"]");
        ChainSettings settings = ChainSettings.l1(CHAIN);
        Genesis genesis = new Genesis(
                settings, HandClock.START, Map.of(ANNA.address(), GenesisAccount.holding(PlayWorld.ether(100))));
        Secp256k1 curve = Secp256k1.preferred();
        L1Node node = new L1Node(genesis, curve, new NodeClock(HandClock.at(HandClock.START)), Mining.AT_ONCE);
        server = RpcServer.start(new JsonRpc(node, new Faucet(node, curve), "test"), 0);
        ours = new NodeClient(server.url());
        Bytes creation = Bytes.fromHex(Objects.requireNonNull(
                        SolidityCompiler.compile(Map.of("Outer.sol", SOURCE)).get("Outer"))
                .creationCode());
        Address outer = ContractAddress.of(ANNA.address(), 0);
        sendToBoth(ANNA.legacy(0, Optional.empty(), Wei.of(1_000), creation, GAS));
        sendToBoth(ANNA.sends(1, outer, Wei.of(7), selector("go()"), GAS, Person.TIP));
        sendToBoth(ANNA.sends(2, outer, Wei.ZERO, selector("stop()"), GAS, Person.TIP));
        sendToBoth(ANNA.pays(3, Address.fromHex("0x00000000000000000000000000000000000a11ce"), Wei.of(5)));
    }

    @AfterAll
    static void stop() {
        if (anvil != null) {
            anvil.close();
            server.close();
        }
    }

    private static Bytes selector(String function) {
        return Bytes.of(Keccak256.digest(function.getBytes(StandardCharsets.US_ASCII)))
                .slice(0, 4);
    }

    private static void sendToBoth(SignedTransaction signed) {
        String raw = "[\"" + signed.encoded().toHex() + "\"]";
        anvil.rpc("eth_sendRawTransaction", raw);
        String hash = ours.rpc("eth_sendRawTransaction", raw).stringValue();
        while (anvil.rpc("eth_getTransactionReceipt", "[\"" + hash + "\"]").isNull()) {
            Thread.onSpinWait();
        }
        HASHES.add(hash);
    }

    @Test
    void callsAreTheSame() {
        for (String hash : HASHES) {
            String question = "[\"" + hash + "\",{\"tracer\":\"callTracer\"}]";
            JsonNode own = ours.rpc("debug_traceTransaction", question);
            // The gas of the whole transaction, as geth has it; anvil gives what its call begins with.
            assertThat(own.path("gas"))
                    .isEqualTo(ours.rpc("eth_getTransactionByHash", "[\"" + hash + "\"]")
                            .path("gas"));
            same(own, anvil.rpc("debug_traceTransaction", question), hash);
        }
        assertThat(ours.rpc("debug_traceTransaction", "[\"" + HASHES.get(1) + "\",{\"tracer\":\"callTracer\"}]")
                        .path("calls")
                        .size())
                .isGreaterThan(6);
    }

    private static void same(JsonNode own, JsonNode theirs, String where) {
        for (String member : List.of("type", "from", "to", "gasUsed", "input", "output", "value")) {
            assertThat(own.path(member)).as(where + " " + member).isEqualTo(theirs.path(member));
        }
        assertThat(own.has("error")).as(where + " error").isEqualTo(theirs.has("error"));
        assertThat(own.path("calls").size())
                .as(where + " calls")
                .isEqualTo(theirs.path("calls").size());
        for (int i = 0; i < own.path("calls").size(); i++) {
            JsonNode inner = own.path("calls").get(i);
            JsonNode theirInner = theirs.path("calls").get(i);
            assertThat(inner.path("gas")).isEqualTo(theirInner.path("gas"));
            same(inner, theirInner, where + "/" + i);
        }
    }

    @Test
    void instructionsAreTheSame() {
        for (String hash : HASHES) {
            JsonNode own = ours.rpc("debug_traceTransaction", "[\"" + hash + "\"]");
            JsonNode theirs = anvil.rpc("debug_traceTransaction", "[\"" + hash + "\"]");
            assertThat(own.path("gas")).isEqualTo(theirs.path("gas"));
            assertThat(own.path("failed")).isEqualTo(theirs.path("failed"));
            assertThat(own.path("structLogs").size())
                    .isEqualTo(theirs.path("structLogs").size());
            for (int i = 0; i < own.path("structLogs").size(); i++) {
                JsonNode step = own.path("structLogs").get(i);
                JsonNode their = theirs.path("structLogs").get(i);
                // Anvil counts what a creation is given to its cost; geth does so for calls only.
                boolean creation = step.path("op").stringValue().startsWith("CREATE");
                for (String member : List.of("pc", "op", "gas", creation ? "op" : "gasCost", "depth", "stack")) {
                    assertThat(step.path(member))
                            .as(hash + " step " + i + " " + member + " " + step + their)
                            .isEqualTo(their.path(member));
                }
            }
        }
    }

    @Test
    void slots_areShownWhereTheyAreUsed() {
        JsonNode steps = ours.rpc("debug_traceTransaction", "[\"" + HASHES.get(1) + "\"]")
                .path("structLogs");

        JsonNode first = steps.valueStream()
                .filter(step -> step.path("op").stringValue().equals("SSTORE"))
                .findFirst()
                .orElseThrow();

        assertThat(first.path("storage").path(Hash32.ofNumber(1).toHex()).stringValue())
                .isEqualTo(Hash32.ofNumber(5).toHex());
        assertThat(steps.get(0).has("storage")).isFalse();
    }

    @Test
    void whatIsNotTraced_isRefused() {
        for (String options : List.of(
                "{\"enableMemory\":true}",
                "{\"tracer\":\"prestateTracer\"}",
                "{\"tracer\":\"callTracer\",\"tracerConfig\":{\"withLog\":true}}")) {
            assertThatThrownBy(
                            () -> ours.rpc("debug_traceTransaction", "[\"" + HASHES.getFirst() + "\"," + options + "]"))
                    .isInstanceOf(NodeClient.NodeError.class);
        }
    }
}

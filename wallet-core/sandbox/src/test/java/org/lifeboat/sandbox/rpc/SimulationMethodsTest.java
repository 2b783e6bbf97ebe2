package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.BEN;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import tools.jackson.databind.JsonNode;

/// Beside the cases of execution-apis, which the suite `sandbox` plays: what stands between them.
class SimulationMethodsTest {
    private static final String ETHER = "0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";

    /// Sends all ether that it has been sent on to the account whose word is its input, then reverts if that word
    /// is even: PUSH0 PUSH0 PUSH0 PUSH0 CALLVALUE PUSH0 CALLDATALOAD GAS CALL, PUSH1 1 PUSH0 CALLDATALOAD AND,
    /// PUSH1 20 JUMPI, PUSH0 PUSH0 REVERT, JUMPDEST.
    private static final String SENDS_ON = "0x5f5f5f5f345f355af16001" + "5f3516" + "601457" + "5f5ffd" + "5b";

    private final TestChain chain = new TestChain(Mining.AT_ONCE);
    private final Conversation conversation = new Conversation(chain.rpc());

    private JsonNode ask(String payload) {
        return conversation.ask("eth_simulateV1", "[" + payload + ",\"latest\"]");
    }

    private static String pays(Object from, Object to, String more) {
        return "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x5\"%s}".formatted(from, to, more);
    }

    @Test
    void blocksStandOneOnTheOther_andNothingIsKept() {
        String pays = pays(ANNA.address(), STRANGER, "");
        JsonNode blocks =
                ask("{\"blockStateCalls\":[{\"calls\":[%s]},{\"calls\":[%s]},{\"blockOverrides\":{\"number\":\"0x5\"}}]}"
                                .formatted(pays, pays(STRANGER, BEN.address(), "")))
                        .path("result");

        assertThat(blocks.size()).as("with those between").isEqualTo(5);
        JsonNode before = conversation.result("eth_getBlockByNumber", "[\"latest\",false]");
        for (JsonNode block : blocks) {
            assertThat(block.path("parentHash")).isEqualTo(before.path("hash"));
            before = block;
        }
        assertThat(blocks.get(1).at("/calls/0/status").stringValue()).isEqualTo("0x1");
        assertThat(chain.node().history().newest().number()).isZero();
        assertThat(conversation
                        .result("eth_getBalance", "[\"" + STRANGER + "\"]")
                        .stringValue())
                .isEqualTo("0x0");
    }

    @Test
    void etherThatMoves_isAmongTheEvents_unlessItWasUndone() {
        String payload =
                "{\"traceTransfers\":%s,\"blockStateCalls\":[{\"stateOverrides\":{\"%s\":{\"code\":\"%s\"}},\"calls\":[%s,%s]}]}";
        String keeps = pays(
                ANNA.address(),
                STRANGER,
                ",\"input\":\"" + Hash32.ofNumber(0xb00001).toHex() + "\"");
        String undoes = pays(
                ANNA.address(),
                STRANGER,
                ",\"input\":\"" + Hash32.ofNumber(0xb00002).toHex() + "\"");
        JsonNode calls = ask(payload.formatted("true", STRANGER, SENDS_ON, undoes, keeps))
                .at("/result/0/calls");

        assertThat(calls.at("/0/status").stringValue()).isEqualTo("0x0");
        assertThat(calls.at("/0/logs").isEmpty()).isTrue();
        assertThat(calls.at("/1/logs").size()).isEqualTo(2);
        assertThat(calls.at("/1/logs/0/address").stringValue()).isEqualTo(ETHER);
        assertThat(calls.at("/1/logs/0/logIndex").stringValue()).isEqualTo("0x0");
        assertThat(calls.at("/1/logs/1/topics/1").stringValue())
                .isEqualTo(STRANGER.toWord().toHex());
        assertThat(ask(payload.formatted("false", STRANGER, SENDS_ON, undoes, keeps))
                        .at("/result/0/calls/1/logs")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void strictly_noncesAndPricesCount() {
        String call = "{\"validation\":%s,\"blockStateCalls\":[{\"calls\":[%s]}]}";
        String dear = ",\"maxFeePerGas\":\"0x4a817c800\"";
        for (List<String> each : List.of(
                List.of("true", ",\"nonce\":\"0x3\"" + dear, "-38011"),
                List.of("true", "", "-38012"),
                List.of("true", dear + ",\"gas\":\"0x5207\"", "-38013"),
                List.of("false", dear + ",\"gas\":\"0x7fffffff\"", "-38015"),
                List.of("false", ",\"nonce\":\"0x3\"", ""),
                List.of("true", dear + ",\"gas\":\"0x5208\"", ""))) {
            JsonNode answer = ask(call.formatted(each.getFirst(), pays(ANNA.address(), STRANGER, each.get(1))));

            assertThat(answer.at("/error/code").asString("")).as(each.get(1)).isEqualTo(each.getLast());
        }
    }

    @Test
    void gasOfAllBlocks_isBounded() {
        String burns = "{\"calls\":[{\"from\":\"%s\",\"to\":\"%s\"}]}".formatted(ANNA.address(), chain.burner());
        JsonNode blocks = ask("{\"blockStateCalls\":[%s,%s]}".formatted(burns, burns));

        // The first used all there was: the second has none for its call.
        assertThat(blocks.at("/error/code").asInt(0)).isEqualTo(-38_013);
    }

    @Test
    void whatIsNotUnderstood_isRefused() {
        for (String payload : List.of(
                "{}",
                "{\"blockStateCalls\":[]}",
                "{\"blockStateCalls\":[{\"call\":[]}]}",
                "{\"blockStateCalls\":[{\"blockOverrides\":{\"withdrawals\":[]}}]}",
                "{\"blockStateCalls\":[{\"stateOverrides\":{\"0x12\":{}}}]}",
                "{\"blockStateCalls\":[{\"calls\":[{\"authorizationList\":[]}]}]}",
                "{\"blockStateCalls\":[{\"calls\":[{\"blobVersionedHashes\":[]}]}]}",
                "{\"blockStateCalls\":[{\"calls\":{}}]}",
                "[]")) {
            assertThat(HostileRequestsTest.code(ask(payload))).as(payload).isEqualTo(-32_602);
        }
    }
}

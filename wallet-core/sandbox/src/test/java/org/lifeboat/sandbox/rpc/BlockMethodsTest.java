package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.BEN;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import tools.jackson.databind.JsonNode;

class BlockMethodsTest {
    /// Calls the account in its input's first word, then: RETURNDATASIZE, STOP.
    private static final Bytes CALLS_AND_LOOKS = Bytes.fromHex("0x600060006000600060006000355af13d00");

    /// Returns 32 bytes that end in 0x2a.
    private static final Bytes RETURNS = Bytes.fromHex("0x602a60005260206000f3");

    private final TestChain chain = new TestChain(Mining.WHEN_TOLD);
    private final Conversation conversation = new Conversation(chain.rpc());

    @BeforeEach
    void twoInOneBlock() {
        send(ANNA.pays(0, STRANGER, Wei.of(1)));
        send(BEN.pays(0, STRANGER, Wei.of(2)));
        conversation.result("sandbox_mine", "[]");
    }

    // ---- transactions by their place

    @Test
    void transactions_areFoundByTheirPlace() {
        JsonNode block = conversation.result("eth_getBlockByNumber", "[\"latest\",true]");
        for (int index = 0; index < 2; index++) {
            JsonNode expected = block.path("transactions").get(index);
            assertThat(byNumber("\"latest\"", "\"0x" + index + "\"")).isEqualTo(expected);
            assertThat(byNumber("\"0x1\"", "\"0x" + index + "\"")).isEqualTo(expected);
            assertThat(conversation.result(
                            "eth_getTransactionByBlockHashAndIndex",
                            "[" + block.path("hash") + ",\"0x" + index + "\"]"))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"0x1,0x2", "0x1,0x7fffffffffffffff", "0x0,0x0", "0x2,0x0", "0x7fffffffffffffff,0x0"})
    void placeWhereNothingStands_isNull(String block, String index) {
        assertThat(byNumber("\"" + block + "\"", "\"" + index + "\"").isNull()).isTrue();
        assertThat(conversation
                        .result(
                                "eth_getTransactionByBlockHashAndIndex",
                                "[\"" + Hash32.ofNumber(7) + "\",\"" + index + "\"]")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"0x1\"]",
                "[\"0x1\",0]",
                "[\"0x1\",\"\"]",
                "[\"0x1\",\"0x8000000000000000\"]",
                "[\"0x1\",\"-0x1\"]",
                "[\"1\",\"0x0\"]",
                "[1,\"0x0\"]",
                "[\"0x1\",\"0x0\",\"0x0\"]"
            })
    void placeThatIsNone_isAnInvalidArgument(String params) {
        assertThat(code("eth_getTransactionByBlockNumberAndIndex", params)).isEqualTo(-32_602);
        assertThat(code("eth_getTransactionByBlockHashAndIndex", params)).isEqualTo(-32_602);
    }

    // ---- receipts, logs, what there is

    @Test
    void receiptsOfABlockThatIsNotThere_areNull() {
        assertThat(conversation.result("eth_getBlockReceipts", "[\"0x2\"]").isNull())
                .isTrue();
        assertThat(conversation
                        .result("eth_getBlockReceipts", "[\"" + Hash32.ZERO + "\"]")
                        .isNull())
                .isTrue();
        assertThat(conversation.result("eth_getBlockReceipts", "[\"0x1\"]").size())
                .isEqualTo(2);
        assertThat(conversation.result("eth_getBlockReceipts", "[\"0x0\"]").size())
                .isEqualTo(0);
    }

    @Test
    void logsOfBlocksToCome_areRefused() {
        assertThat(conversation
                        .result("eth_getLogs", "[{\"fromBlock\":\"0x0\",\"toBlock\":\"0x1\"}]")
                        .size())
                .isEqualTo(0);
        assertThat(code("eth_getLogs", "[{\"fromBlock\":\"0x0\",\"toBlock\":\"0x2\"}]"))
                .isEqualTo(-32_602);
        assertThat(code("eth_getLogs", "[{\"fromBlock\":\"0x2\",\"toBlock\":\"0x2\"}]"))
                .isEqualTo(-32_602);
    }

    @Test
    void capabilities_areThoseOfANodeThatDeletesNothing() {
        JsonNode told = conversation.result("eth_capabilities", "[]");
        JsonNode newest = conversation.result("eth_getBlockByNumber", "[\"latest\",false]");
        assertThat(told.path("head").path("hash")).isEqualTo(newest.path("hash"));
        assertThat(told.path("head").path("number")).isEqualTo(newest.path("number"));
        for (String what : List.of("state", "tx", "logs", "receipts", "blocks", "stateproofs")) {
            assertThat(told.path(what).toString()).isEqualTo("{\"disabled\":false,\"oldestBlock\":\"0x0\"}");
        }
    }

    // ---- traces of blocks

    @Test
    void traceOfABlock_isThatOfEachOfItsTransactions() {
        for (String options : List.of("", ",{\"tracer\":\"callTracer\"}", ",{\"disableStack\":true}")) {
            JsonNode hash = conversation
                    .result("eth_getBlockByNumber", "[\"0x1\",false]")
                    .path("hash");
            JsonNode all = conversation.result("debug_traceBlockByNumber", "[\"0x1\"" + options + "]");
            assertThat(all.size()).isEqualTo(2);
            all.forEach(each -> assertThat(each.path("result"))
                    .isEqualTo(
                            conversation.result("debug_traceTransaction", "[" + each.path("txHash") + options + "]")));
            assertThat(conversation.result("debug_traceBlockByHash", "[" + hash + options + "]"))
                    .isEqualTo(all);
        }
    }

    @Test
    void traceOfAnEmptyBlock_isEmpty() {
        conversation.result("sandbox_mine", "[]");
        assertThat(conversation
                        .result("debug_traceBlockByNumber", "[\"latest\"]")
                        .size())
                .isEqualTo(0);
    }

    @Test
    void returnedData_isShownWhereItIsAskedForAlone() {
        String callee = deploys(RETURNS, 1);
        String caller = deploys(CALLS_AND_LOOKS, 2);
        String input = "0x" + "0".repeat(24) + callee.substring(2);
        send(ANNA.calls(3, Address.fromHex(caller), Bytes.fromHex(input)));
        conversation.result("sandbox_mine", "[]");

        JsonNode with = steps("{\"enableReturnData\":true}");
        List<String> returned = StreamSupport.stream(with.spliterator(), false)
                .filter(step -> step.path("depth").intValue() == 1)
                .map(step -> step.path("op").stringValue() + " "
                        + step.path("returnData").asString("-"))
                .toList();
        String word = "0x" + "0".repeat(62) + "2a";
        assertThat(returned).endsWith("CALL -", "RETURNDATASIZE " + word, "STOP " + word);
        assertThat(steps("{\"enableReturnData\":false}").toString()).doesNotContain("returnData");
        assertThat(steps("{}").toString()).doesNotContain("returnData");
    }

    @Test
    void longTrace_isRefused_andALimitOrOtherTracersHelp() {
        // JUMPDEST, PUSH1 0, JUMP: round and round until the gas is gone.
        String loop = deploys(Bytes.fromHex("0x5b600056"), 1);
        SignedTransaction runs =
                ANNA.sends(2, Address.fromHex(loop), Wei.ZERO, Bytes.EMPTY, new Gas(16_000_000), Person.TIP);
        send(runs);
        conversation.result("sandbox_mine", "[]");

        String asked = "[\"" + runs.hash() + "\"";
        assertThat(words("debug_traceTransaction", asked + "]")).isEqualTo("-32003 response too large");
        JsonNode ofBlock = conversation.result("debug_traceBlockByNumber", "[\"latest\"]");
        assertThat(ofBlock.get(0).path("error").stringValue()).isEqualTo("response too large");
        assertThat(ofBlock.get(0).has("result")).isFalse();
        JsonNode few = conversation.result("debug_traceTransaction", asked + ",{\"limit\":5}]");
        assertThat(few.path("structLogs").size()).isEqualTo(5);
        assertThat(few.path("failed").booleanValue()).isTrue();
        assertThat(few.path("gas").longValue()).isEqualTo(16_000_000);
        assertThat(conversation
                        .result("debug_traceTransaction", asked + ",{\"tracer\":\"callTracer\"}]")
                        .path("error")
                        .stringValue())
                .isEqualTo("out of gas");
    }

    @Test
    void whatCannotBeTraced_isSaidSo() {
        assertThat(words("debug_traceBlockByNumber", "[\"0x0\"]")).isEqualTo("-32000 genesis is not traceable");
        assertThat(words("debug_traceBlockByNumber", "[\"0x9\"]")).isEqualTo("-32000 block 0x9 not found");
        String nobody = Hash32.ofNumber(1).toHex();
        assertThat(words("debug_traceBlockByHash", "[\"" + nobody + "\"]"))
                .isEqualTo("-32000 block " + nobody + " not found");
        assertThat(words("debug_traceBlockByNumber", "[\"0x1\",{\"tracer\":\"nobody's\"}]"))
                .isEqualTo("-32000 tracer not found: nobody's");
        assertThat(words("debug_traceBlockByNumber", "[\"0x1\",{\"enableMemory\":true}]"))
                .isEqualTo("-32602 invalid argument 1: memory is not traced");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[3]",
                "[\"3\"]",
                "[{}]",
                "[\"0x1\",5]",
                "[\"0x1\",\"callTracer\"]",
                "[\"0x1\",{\"tracer\":5}]",
                "[\"0x1\",{\"limit\":\"many\"}]",
                "[\"0x1\",{},{}]"
            })
    void badParametersOfATrace_areInvalidArguments(String params) {
        assertThat(code("debug_traceBlockByNumber", params)).isEqualTo(-32_602);
        assertThat(code("debug_traceBlockByHash", params)).isEqualTo(-32_602);
    }

    private JsonNode steps(String options) {
        JsonNode all = conversation.result("debug_traceBlockByNumber", "[\"latest\"," + options + "]");
        return all.get(0).path("result").path("structLogs");
    }

    /// @return the contract's address
    private String deploys(Bytes code, int nonce) {
        // PUSH1 size, DUP1, PUSH1 where the code begins, PUSH1 0, CODECOPY, PUSH1 0, RETURN
        Bytes create = Bytes.fromHex("0x60%02x80600b6000396000f3".formatted(code.size()))
                .plus(code);
        SignedTransaction signed = ANNA.legacy(nonce, Optional.empty(), Wei.ZERO, create);
        send(signed);
        conversation.result("sandbox_mine", "[]");
        return conversation
                .result("eth_getTransactionReceipt", "[\"" + signed.hash() + "\"]")
                .path("contractAddress")
                .stringValue();
    }

    private JsonNode byNumber(String block, String index) {
        return conversation.result("eth_getTransactionByBlockNumberAndIndex", "[" + block + "," + index + "]");
    }

    private int code(String method, String params) {
        return conversation.ask(method, params).path("error").path("code").intValue();
    }

    private String words(String method, String params) {
        JsonNode error = conversation.ask(method, params).path("error");
        return error.path("code").intValue() + " " + error.path("message").stringValue();
    }

    private void send(SignedTransaction signed) {
        conversation.result("eth_sendRawTransaction", "[\"" + signed.encoded().toHex() + "\"]");
    }
}

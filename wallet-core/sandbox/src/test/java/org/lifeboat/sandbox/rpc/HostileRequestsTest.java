package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import tools.jackson.databind.JsonNode;

class HostileRequestsTest {
    /// Parameters that fit no method, or only by accident.
    private static final List<String> UNFIT = List.of(
            "[]",
            "{}",
            "7",
            "[null]",
            "[7]",
            "[true]",
            "[[]]",
            "[{}]",
            "[\"0x\"]",
            "[\"0xzz\"]",
            "[\"\"]",
            "[\"-0x1\"]",
            "[1.5, 2.5, 3.5]",
            "[\"0x" + "f".repeat(80) + "\"]",
            "[\"0x123\",\"0x123\",\"0x123\"]",
            "[{\"to\":7}]",
            "[{\"fromBlock\":{}}]",
            "[{\"topics\":7}]",
            "[{\"topics\":[[[]]]}]",
            "[{\"gas\":\"0x" + "f".repeat(64) + "\"}]",
            "[\"0x0000000000000000000000000000000000000001\",7,7]",
            "[\"0x0000000000000000000000000000000000000001\",[7],7]",
            "[\"0x0000000000000000000000000000000000000001\",\"0x" + "f".repeat(64) + "\",\"0x" + "f".repeat(64)
                    + "\"]",
            "[\"0x1\",\"latest\",[101]]",
            "[\"0x1\",\"latest\",[1e-99999999]]",
            "[\"0x1\",\"latest\",[-1]]",
            "[99999999999999999999999]");

    private final TestChain chain = new TestChain(Mining.AT_ONCE);
    private final Conversation conversation = new Conversation(chain.rpc());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nonsense",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_chainId\"",
                "\u0000\u0001",
                "[1,",
                "{\"a\":1e99999999999}extra",
                "'single'"
            })
    void whatIsNoJson_isAParseError(String request) {
        assertThat(code(conversation.raw(request))).isEqualTo(-32_700);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "1",
                "null",
                "\"text\"",
                "[]",
                "{\"method\":\"eth_chainId\",\"id\":1}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"eth_chainId\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":1}"
            })
    void whatIsNoCall_isAnInvalidRequest(String request) {
        assertThat(code(conversation.raw(request))).isEqualTo(-32_600);
    }

    @Test
    void nesting_isBounded() {
        assertThat(code(conversation.raw("[".repeat(100_000)))).isEqualTo(-32_700);
        assertThat(code(conversation.ask("eth_call", "[".repeat(400) + "]".repeat(400))))
                .isEqualTo(-32_602);
    }

    @Test
    void batch_ofTooManyIsRefused_atTheLimitItIsNot() {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_chainId\"}";

        assertThat(conversation.raw("[" + (call + ",").repeat(999) + call + "]"))
                .hasSize(1_000);
        assertThat(code(conversation.raw("[" + (call + ",").repeat(1_000) + call + "]")))
                .isEqualTo(-32_600);
    }

    @Test
    void batch_answersEachForItself() {
        JsonNode answers = conversation.raw("""
                [{"jsonrpc":"2.0","id":"a","method":"eth_blockNumber"}, 5,
                 {"jsonrpc":"2.0","method":"eth_blockNumber"}, {"jsonrpc":"2.0","id":3,"method":"eth_no"}]""");

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).path("id").stringValue()).isEqualTo("a");
        assertThat(code(answers.get(1))).isEqualTo(-32_600);
        assertThat(code(answers.get(2))).isEqualTo(-32_601);
        assertThat(answers.get(2).path("error").path("message").stringValue())
                .isEqualTo("the method eth_no does not exist/is not available");
    }

    @Test
    void notification_isNotAnswered() {
        assertThat(chain.rpc()
                        .answer("{\"jsonrpc\":\"2.0\",\"method\":\"eth_chainId\"}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    /// Every method with what does not fit it: an error, and never the server's own.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eth_getBalance",
                "eth_getTransactionCount",
                "eth_getCode",
                "eth_getStorageAt",
                "eth_getProof",
                "eth_call",
                "eth_estimateGas",
                "eth_createAccessList",
                "eth_sendRawTransaction",
                "eth_getTransactionByHash",
                "eth_getTransactionReceipt",
                "eth_getBlockByNumber",
                "eth_getBlockByHash",
                "eth_getBlockReceipts",
                "eth_getLogs",
                "eth_feeHistory",
                "web3_sha3",
                "sandbox_faucet",
                "sandbox_giveToken",
                "sandbox_increaseTime",
                "sandbox_setNextBlockTime",
                "sandbox_setMining",
                "debug_getRawTransaction",
                "eth_getBlockTransactionCountByNumber",
                "eth_getBlockTransactionCountByHash"
            })
    void wrongArguments_areTheCallersError(String method) {
        for (String parameters : UNFIT) {
            JsonNode answer = conversation.ask(method, parameters);
            int code = answer.has("error") ? code(answer) : 0;
            assertThat(code).as(method + parameters + answer).isNotEqualTo(-32_603);
            assertThat(answer.path("id").intValue()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @CsvSource({"eth_getBalance, -32602", "eth_getProof, -32602", "eth_sendRawTransaction, -32602", "eth_call, -32602"})
    void missingArguments_areNamed(String method, int code) {
        JsonNode answer = conversation.ask(method, "[]");

        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.path("error").path("message").stringValue())
                .isEqualTo("missing value for required argument 0");
    }

    @Test
    void endlessLoop_endsWithItsGas() {
        // JUMPDEST PUSH0 JUMP, as the code of a creation.
        JsonNode answer = conversation.ask("eth_call", "[{\"data\":\"0x5b5f56\",\"gas\":\"0xffffffffff\"}]");

        assertThat(answer.path("error").path("message").stringValue()).isEqualTo("out of gas");
    }

    static int code(JsonNode answer) {
        return answer.path("error").path("code").intValue();
    }
}

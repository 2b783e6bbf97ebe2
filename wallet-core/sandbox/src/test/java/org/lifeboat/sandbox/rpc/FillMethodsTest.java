package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import tools.jackson.databind.JsonNode;

/// `eth_fillTransaction`, as geth answers it.
class FillMethodsTest {
    private final TestChain chain = new TestChain(Mining.WHEN_TOLD);
    private final Conversation conversation = new Conversation(chain.rpc());

    @Test
    void whatIsMissing_isFilled_andWhatIsReturned_isOneTransaction() {
        JsonNode filled = fill(",\"value\":\"0x5\"");

        assertThat(filled.at("/tx/nonce").stringValue()).isEqualTo("0x0");
        assertThat(filled.at("/tx/gas").stringValue()).isEqualTo("0x5208");
        assertThat(filled.at("/tx/type").stringValue()).isEqualTo("0x2");
        assertThat(filled.at("/tx/chainId")).isEqualTo(conversation.result("eth_chainId", "[]"));
        assertThat(filled.at("/tx/maxPriorityFeePerGas"))
                .isEqualTo(conversation.result("eth_maxPriorityFeePerGas", "[]"));
        assertThat(filled.at("/tx/gasPrice").isNull()).isTrue();
        assertThat(filled.at("/tx").has("from")).isFalse();
        for (String signature : List.of("v", "r", "s", "yParity")) {
            assertThat(filled.at("/tx/" + signature).stringValue()).isEqualTo("0x0");
        }
        Bytes raw = Bytes.fromHex(filled.path("raw").stringValue());
        assertThat(filled.at("/tx/hash").stringValue())
                .isEqualTo(Keccak256.hash(raw).toHex());
        assertThat(raw.at(0)).isEqualTo((byte) 2);
        long tip = number(filled.at("/tx/maxPriorityFeePerGas"));
        assertThat(number(filled.at("/tx/maxFeePerGas")))
                .as("twice the base fee of the next block, and the tip")
                .isEqualTo(2 * number(conversation.result("eth_baseFee", "[]")) + tip);
    }

    @Test
    void whatIsNamed_isKept() {
        JsonNode filled = fill(
                ",\"nonce\":\"0x7\",\"gas\":\"0x9999\",\"maxFeePerGas\":\"0x77359400\",\"maxPriorityFeePerGas\":\"0x3\"");

        assertThat(filled.at("/tx/nonce").stringValue()).isEqualTo("0x7");
        assertThat(filled.at("/tx/gas").stringValue()).isEqualTo("0x9999");
        assertThat(filled.at("/tx/maxFeePerGas").stringValue()).isEqualTo("0x77359400");
        assertThat(filled.at("/tx/maxPriorityFeePerGas").stringValue()).isEqualTo("0x3");
    }

    @Test
    void onePrice_makesAnOldTransaction() {
        JsonNode old = fill(",\"gas\":\"0x5208\",\"gasPrice\":\"0x1\"");
        JsonNode listed = fill(",\"gas\":\"0x9999\",\"gasPrice\":\"0x1\",\"accessList\":[]");

        assertThat(old.at("/tx/type").stringValue()).isEqualTo("0x0");
        assertThat(old.path("raw").stringValue())
                .as("nonce, price, gas, receiver, and five times nothing")
                .isEqualTo("0xdf8001825208" + "94" + STRANGER.toHex().substring(2) + "8080808080");
        assertThat(old.at("/tx/v").stringValue()).isEqualTo("0x0");
        assertThat(listed.at("/tx/type").stringValue()).isEqualTo("0x1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|contract creation without any data provided",
                "{\"chainId\":\"0x7\",\"to\":\"0x2222222222222222222222222222222222222222\"}|chainId does not match node's",
                "{\"to\":\"0x2222222222222222222222222222222222222222\",\"gasPrice\":\"0x0\"}|gasPrice must be non-zero",
                "{\"to\":\"0x2222222222222222222222222222222222222222\",\"gasPrice\":\"0x1\",\"maxFeePerGas\":\"0x1\"}|both gasPrice",
                "{\"to\":\"0x2222222222222222222222222222222222222222\",\"gas\":\"0x5208\",\"maxFeePerGas\":\"0x1\",\"maxPriorityFeePerGas\":\"0x2\"}|(1) < maxPriorityFeePerGas (2)",
                "{\"to\":\"0x2222222222222222222222222222222222222222\",\"authorizationList\":[]}|without blobs and authorizations",
                "5|not an object"
            })
    void nonsense_isRefused(String wish, String why) {
        assertThat(conversation
                        .ask("eth_fillTransaction", "[" + wish + "]")
                        .path("error")
                        .path("message")
                        .asString(""))
                .contains(why);
    }

    private JsonNode fill(String more) {
        return conversation.result(
                "eth_fillTransaction",
                "[{\"from\":\"" + ANNA.address().toHex() + "\",\"to\":\"" + STRANGER.toHex() + "\"" + more + "}]");
    }

    private static long number(JsonNode quantity) {
        return Long.parseLong(quantity.stringValue().substring(2), 16);
    }
}

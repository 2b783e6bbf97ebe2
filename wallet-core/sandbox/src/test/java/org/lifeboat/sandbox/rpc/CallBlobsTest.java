package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import tools.jackson.databind.JsonNode;

/// Blobs that a question names, as with geth.
class CallBlobsTest {
    private static final String HASH = "0x01" + "ab".repeat(31);

    /// Returns the hash of the second blob, and what blob gas costs.
    private static final String CODE = "0x6001496000524a60205260406000f3";

    private static final String NOTHING = "0".repeat(64);

    private final Conversation conversation = new Conversation(new TestChain(Mining.AT_ONCE).rpc());

    @Test
    void blobs_areSeenByTheCode() {
        String second = "0x01" + "cd".repeat(31);

        assertThat(called("")).isEqualTo("0x" + NOTHING + one());
        assertThat(called(named(HASH))).as("there is no second").isEqualTo("0x" + NOTHING + NOTHING);
        assertThat(called(named(HASH, second)))
                .as("free where no price is named")
                .isEqualTo(second + NOTHING);
        assertThat(called(named(HASH, second) + ",\"maxFeePerBlobGas\":\"0x0\""))
                .isEqualTo(second + NOTHING);
        assertThat(called(named(HASH, second) + ",\"maxFeePerBlobGas\":\"0x1\""))
                .isEqualTo(second + one());
    }

    @Test
    void blobs_costWhoeverOffersAPrice_andNobodyGas() {
        String poor = "{\"from\":\"0x00000000000000000000000000000000000000aa\",\"to\":\"" + STRANGER.toHex() + "\"";

        assertThat(conversation
                        .ask("eth_call", "[" + poor + named(HASH) + "},\"latest\"]")
                        .has("result"))
                .isTrue();
        assertThat(message(conversation.ask(
                        "eth_call", "[" + poor + named(HASH) + ",\"maxFeePerBlobGas\":\"0x1\"},\"latest\"]")))
                .contains("insufficient funds");
        assertThat(conversation
                        .result("eth_estimateGas", "[" + call(named(HASH)) + "]")
                        .stringValue())
                .isEqualTo("0x5208");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"blobVersionedHashes\":[]",
                ",\"blobVersionedHashes\":5",
                ",\"blobVersionedHashes\":[\"0x01\"]",
                ",\"blobVersionedHashes\":[\"0x02abababababababababababababababababababababababababababababababab\"]"
            })
    void blobsOfNoSense_areRefused(String blobs) {
        assertThat(message(conversation.ask("eth_call", "[" + call(blobs) + ",\"latest\"]")))
                .isNotEmpty();
    }

    @Test
    void blobs_goWithNoCreation() {
        String creation = "{\"from\":\"" + ANNA.address().toHex() + "\",\"data\":\"0x00\"" + named(HASH) + "}";

        assertThat(message(conversation.ask("eth_call", "[" + creation + ",\"latest\"]")))
                .contains("missing \"to\" in blob transaction");
    }

    private static String one() {
        return "0".repeat(63) + "1";
    }

    private static String named(String... hashes) {
        return ",\"blobVersionedHashes\":[\"" + String.join("\",\"", hashes) + "\"]";
    }

    private static String call(String more) {
        return "{\"from\":\"" + ANNA.address().toHex() + "\",\"to\":\"" + STRANGER.toHex() + "\"" + more + "}";
    }

    private String called(String more) {
        String code = "{\"" + STRANGER.toHex() + "\":{\"code\":\"" + CODE + "\"}}";
        return conversation
                .result("eth_call", "[" + call(more) + ",\"latest\"," + code + "]")
                .stringValue();
    }

    private static String message(JsonNode answer) {
        return answer.path("error").path("message").asString("");
    }
}

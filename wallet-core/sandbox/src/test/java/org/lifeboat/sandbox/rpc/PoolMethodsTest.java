package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.BEN;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import tools.jackson.databind.JsonNode;

class PoolMethodsTest {
    private final TestChain chain = new TestChain(Mining.WHEN_TOLD);
    private final Conversation conversation = new Conversation(chain.rpc());

    @Test
    void emptyPool_hasBothLists() {
        assertThat(conversation.result("txpool_content", "[]").toString())
                .isEqualTo("{\"pending\":{},\"queued\":{}}")
                .isEqualTo(conversation.result("txpool_inspect", "[]").toString())
                .isEqualTo(conversation
                        .result("txpool_contentFrom", account(ANNA.address().toHex()))
                        .toString());
        assertThat(status()).isEqualTo("0x0 0x0");
    }

    @Test
    void gapInNonces_partsWhatIsNextFromWhatIsLater() {
        SignedTransaction first = ANNA.pays(0, STRANGER, Wei.of(1));
        send(first);
        send(ANNA.pays(1, STRANGER, Wei.of(2)));
        send(ANNA.pays(3, STRANGER, Wei.of(3)));
        send(BEN.pays(1, STRANGER, Wei.of(4)));

        JsonNode content = conversation.result("txpool_content", "[]");
        JsonNode annas = content.path("pending").path(ANNA.address().toChecksum());
        assertThat(annas.propertyNames()).containsExactly("0", "1");
        assertThat(content.path("pending").size()).isEqualTo(1);
        assertThat(content.path("queued").path(ANNA.address().toChecksum()).propertyNames())
                .containsExactly("3");
        assertThat(content.path("queued").path(BEN.address().toChecksum()).propertyNames())
                .containsExactly("1");
        assertThat(annas.path("0"))
                .isEqualTo(conversation.result("eth_getTransactionByHash", "[\"" + first.hash() + "\"]"));
        assertThat(annas.path("0").path("blockTimestamp").isNull()).isTrue();
        assertThat(status()).isEqualTo("0x2 0x2");
        assertThat(conversation
                        .result("txpool_contentFrom", account(BEN.address().toHex()))
                        .path("queued")
                        .path("1"))
                .isEqualTo(
                        content.path("queued").path(BEN.address().toChecksum()).path("1"));
    }

    @Test
    void gapThatIsClosed_andABlock_moveThem() {
        send(ANNA.pays(1, STRANGER, Wei.of(2)));
        assertThat(status()).isEqualTo("0x0 0x1");

        send(ANNA.pays(0, STRANGER, Wei.of(1)));
        assertThat(status()).isEqualTo("0x2 0x0");

        conversation.result("sandbox_mine", "[]");
        assertThat(status()).isEqualTo("0x0 0x0");
    }

    @Test
    void inspect_saysItInGethsWords() {
        send(ANNA.legacy(0, Optional.of(STRANGER), Wei.of(7), Bytes.EMPTY, new Gas(21_000)));
        send(ANNA.legacy(1, Optional.empty(), Wei.of(0), Bytes.EMPTY, new Gas(60_000)));

        JsonNode all = conversation
                .result("txpool_inspect", "[]")
                .path("pending")
                .path(ANNA.address().toChecksum());
        assertThat(all.path("0").stringValue())
                .isEqualTo(STRANGER.toChecksum() + ": 7 wei + 21000 gas × 20000000000 wei");
        assertThat(all.path("1").stringValue()).isEqualTo("contract creation: 0 wei + 60000 gas × 20000000000 wei");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[null]", "[5]", "[\"0x12\"]", "[\"latest\"]", "[{}]", "[[]]"})
    void whatIsNoAccount_isAnInvalidArgument(String params) {
        assertThat(code("txpool_contentFrom", params)).isEqualTo(-32_602);
    }

    @Test
    void tooManyParameters_areRefused() {
        assertThat(code("txpool_content", "[1]")).isEqualTo(-32_602);
        assertThat(code("txpool_inspect", "[null]")).isEqualTo(-32_602);
        assertThat(code("txpool_status", "[{}]")).isEqualTo(-32_602);
        String twice = "[\"" + STRANGER.toHex() + "\",\"" + STRANGER.toHex() + "\"]";
        assertThat(conversation
                        .ask("txpool_contentFrom", twice)
                        .path("error")
                        .path("message")
                        .stringValue())
                .isEqualTo("too many arguments, want at most 1");
    }

    @Test
    void asManyParametersAsThereAre_areNotTooMany() {
        String account = "\"" + STRANGER.toHex() + "\"";
        assertThat(conversation
                        .result("eth_getBalance", "[" + account + ",\"latest\"]")
                        .stringValue())
                .isEqualTo("0x0");
        assertThat(code("eth_getBalance", "[" + account + ",\"latest\",1]")).isEqualTo(-32_602);
        assertThat(code("eth_chainId", "[" + "0,".repeat(9_999) + "0]")).isEqualTo(-32_602);
    }

    private int code(String method, String params) {
        return conversation.ask(method, params).path("error").path("code").intValue();
    }

    private String status() {
        JsonNode status = conversation.result("txpool_status", "[]");
        return status.path("pending").stringValue() + " "
                + status.path("queued").stringValue();
    }

    private static String account(String address) {
        return "[\"" + address + "\"]";
    }

    private void send(SignedTransaction signed) {
        conversation.result("eth_sendRawTransaction", "[\"" + signed.encoded().toHex() + "\"]");
    }
}

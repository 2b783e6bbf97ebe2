package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.BEN;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;

class CallAuthorizationsTest {
    /// Multicall3, whose `getBlockNumber()` is 0x42cbb15c.
    private static final Address CONTRACT = Address.fromHex("0xca11bde05977b3631167028862be2a173976ca11");

    private static final String NUMBERS = "\"nonce\":\"0x0\",\"yParity\":\"0x0\",\"r\":\"0x1\",\"s\":\"0x1\"";

    private final TestChain chain = new TestChain(Mining.AT_ONCE);
    private final Conversation conversation = new Conversation(chain.rpc());

    @Test
    void authorization_costsGas() {
        assertThat(estimate("")).isEqualTo("0x5208");
        assertThat(estimate(list("\"chainId\":\"0x1\",\"address\":\"" + STRANGER.toHex() + "\"," + NUMBERS)))
                .as("21,000 and 25,000 for each, used or not")
                .isEqualTo("0xb3b0");
    }

    @Test
    void authorization_lendsCodeToTheCall() {
        String asked = ",\"data\":\"0x42cbb15c\"";
        assertThat(call(BEN.address(), asked)).isEqualTo("0x");
        assertThat(call(BEN.address(), asked + list(shown(BEN.delegatesTo(CONTRACT, 0)))))
                .isEqualTo("0x" + "0".repeat(64));
        assertThat(call(BEN.address(), asked + list(shown(BEN.delegatesTo(CONTRACT, 1)))))
                .as("of another nonce")
                .isEqualTo("0x");
        assertThat(conversation
                        .result("eth_getCode", "[\"" + BEN.address().toHex() + "\",\"latest\"]")
                        .stringValue())
                .as("nothing stays")
                .isEqualTo("0x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "{}",
                "[5]",
                "[{}]",
                "[{\"chainId\":\"0x1\"," + NUMBERS + "}]",
                "[{\"chainId\":1,\"address\":\"0x2222222222222222222222222222222222222222\"," + NUMBERS + "}]",
                "[{\"chainId\":\"0x8000000000000000\",\"address\":\"0x2222222222222222222222222222222222222222\","
                        + NUMBERS + "}]",
                "[{\"chainId\":\"0x1\",\"address\":\"0x2222222222222222222222222222222222222222\",\"nonce\":\"0x0\","
                        + "\"yParity\":\"0x2\",\"r\":\"0x1\",\"s\":\"0x1\"}]"
            })
    void whatIsNoAuthorization_isAnInvalidArgument(String list) {
        String call = "[{\"to\":\"" + STRANGER.toHex() + "\",\"authorizationList\":" + list + "}]";
        for (String method : new String[] {"eth_call", "eth_estimateGas", "eth_createAccessList"}) {
            assertThat(conversation.ask(method, call).path("error").path("code").intValue())
                    .isEqualTo(-32_602);
        }
    }

    @Test
    void creationWithAnAuthorization_isRefused() {
        String list = list("\"chainId\":\"0x1\",\"address\":\"" + STRANGER.toHex() + "\"," + NUMBERS);
        assertThat(conversation
                        .ask("eth_estimateGas", "[{\"data\":\"0x00\"" + list + "}]")
                        .path("error")
                        .path("message")
                        .stringValue())
                .endsWith("EIP-7702 transaction cannot be used to create contract");
    }

    private static String list(String fields) {
        return ",\"authorizationList\":[{" + fields + "}]";
    }

    private static String shown(SignedAuthorization signed) {
        return "\"chainId\":\"%s\",\"address\":\"%s\",\"nonce\":\"%s\",\"yParity\":\"%s\",\"r\":\"%s\",\"s\":\"%s\""
                .formatted(
                        Shown.quantity(signed.numbers().chain()),
                        signed.authorization().delegate().toHex(),
                        Shown.quantity(signed.numbers().nonce()),
                        Shown.quantity(signed.signature().yParity()),
                        Shown.quantity(signed.signature().r()),
                        Shown.quantity(signed.signature().s()));
    }

    private String estimate(String more) {
        return conversation
                .result(
                        "eth_estimateGas",
                        "[{\"from\":\"" + ANNA.address().toHex() + "\",\"to\":\"" + STRANGER.toHex() + "\"" + more
                                + "}]")
                .stringValue();
    }

    private String call(Address to, String more) {
        return conversation
                .result(
                        "eth_call",
                        "[{\"from\":\"" + ANNA.address().toHex() + "\",\"to\":\"" + to.toHex() + "\"" + more
                                + "},\"latest\"]")
                .stringValue();
    }
}

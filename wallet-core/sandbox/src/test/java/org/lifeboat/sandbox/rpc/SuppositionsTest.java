package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.Mining;
import tools.jackson.databind.JsonNode;

class SuppositionsTest {
    private static final String TOKEN = PlayToken.OAR.address().toHex();
    private static final String RICH = "0x3635c9adc5dea00000";

    /// Returns the word that the instruction before it left on the stack.
    private static final String RETURN_WORD = "60005260206000f3";

    private final Conversation conversation = new Conversation(new TestChain(Mining.AT_ONCE).rpc());

    private JsonNode call(String call, String accounts, String block) {
        return conversation.ask("eth_call", "[%s,\"latest\",%s,%s]".formatted(call, accounts, block));
    }

    private static String balanceOf(String owner) {
        return "{\"to\":\"%s\",\"data\":\"0x70a08231%s\"}".formatted(TOKEN, owner);
    }

    private static String word(long number) {
        return Hash32.ofNumber(number).toHex();
    }

    @Test
    void codeAndBalance_canBeSupposed_andNothingIsKept() {
        String here = "{\"to\":\"" + STRANGER + "\"}";
        String selfBalance = "{\"%s\":{\"code\":\"0x47%s\",\"balance\":\"0x2a\"}}".formatted(STRANGER, RETURN_WORD);

        assertThat(call(here, selfBalance, "{}").path("result").stringValue()).isEqualTo(word(42));
        assertThat(call(here, "{}", "{}").path("result").stringValue()).isEqualTo("0x");
        assertThat(conversation
                        .result("eth_getBalance", "[\"" + STRANGER + "\"]")
                        .stringValue())
                .isEqualTo("0x0");
    }

    @Test
    void slots_areWrittenOver_orReplaceAll() {
        String owner = STRANGER.toWord().toHex().substring(2);
        String slot = PlayToken.balanceSlot(STRANGER).toHex();
        String supply = "{\"to\":\"" + TOKEN + "\",\"data\":\"0x18160ddd\"}";
        String diff = "{\"%s\":{\"stateDiff\":{\"%s\":\"%s\"}}}".formatted(TOKEN, slot, word(7));
        String whole = diff.replace("stateDiff", "state");

        assertThat(call(balanceOf(owner), diff, "{}").path("result").stringValue())
                .isEqualTo(word(7));
        assertThat(call(balanceOf(owner), whole, "{}").path("result").stringValue())
                .isEqualTo(word(7));
        assertThat(call(supply, diff, "{}").path("result").stringValue()).isNotEqualTo(word(0));
        assertThat(call(supply, whole, "{}").path("result").stringValue()).isEqualTo(word(0));
    }

    @Test
    void figuresOfTheBlock_canBeSupposed() {
        String here = "{\"to\":\"" + STRANGER + "\"}";
        for (List<String> each : List.of(
                List.of("43", "{\"number\":\"0x309\"}"),
                List.of("42", "{\"time\":\"0x309\"}"),
                List.of("45", "{\"gasLimit\":\"0x309\"}"),
                List.of("4a", "{\"blobBaseFee\":\"0x309\"}"))) {
            String code = "{\"%s\":{\"code\":\"0x%s%s\"}}".formatted(STRANGER, each.getFirst(), RETURN_WORD);

            assertThat(call(here, code, each.getLast()).path("result").stringValue())
                    .as(each.getLast())
                    .isEqualTo(word(777));
        }
    }

    @Test
    void gas_isEstimatedOnWhatIsSupposed() {
        String pays = "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"%s\"}".formatted(STRANGER, ANNA.address(), RICH);
        String rich = "{\"" + STRANGER + "\":{\"balance\":\"" + RICH + "\"}}";

        assertThat(conversation
                        .result("eth_estimateGas", "[%s,\"latest\",%s]".formatted(pays, rich))
                        .stringValue())
                .isEqualTo("0x5208");
        assertThat(conversation.ask("eth_estimateGas", "[" + pays + "]").has("error"))
                .isTrue();
    }

    @Test
    void whatIsNotUnderstood_isRefused() {
        String here = "{\"to\":\"" + STRANGER + "\"}";
        for (String accounts : List.of(
                "{\"" + STRANGER + "\":{\"state\":{},\"stateDiff\":{\"" + word(1) + "\":\"" + word(1) + "\"}}}",
                "{\"" + STRANGER + "\":{\"movePrecompileToAddress\":\"" + STRANGER + "\"}}",
                "{\"0x12\":{}}",
                "[]")) {
            assertThat(HostileRequestsTest.code(call(here, accounts, "{}")))
                    .as(accounts)
                    .isEqualTo(-32_602);
        }
        assertThat(HostileRequestsTest.code(call(here, "{}", "{\"beaconRoot\":\"0x\"}")))
                .isEqualTo(-32_602);
    }
}

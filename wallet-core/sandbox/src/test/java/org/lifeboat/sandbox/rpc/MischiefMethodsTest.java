package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import tools.jackson.databind.JsonNode;

class MischiefMethodsTest {
    private final TestChain chain = new TestChain(Mining.AT_ONCE);
    private final Conversation conversation = new Conversation(chain.rpc());

    private JsonNode block() {
        return conversation.result("eth_getBlockByNumber", "[\"latest\",true]");
    }

    private void misbehave(String how) {
        conversation.result("sandbox_misbehave", "[" + how + "]");
    }

    @Test
    void everyFieldOfABlock_canBeLiedAbout_andNoOtherIs() {
        chain.send(ANNA.pays(0, STRANGER, Wei.of(5)));
        JsonNode honest = block();
        for (String field : honest.propertyNames()) {
            if (!honest.path(field).isString()
                    || honest.path(field).stringValue().equals("0x")) {
                continue;
            }
            misbehave("{\"kind\":\"lie\",\"about\":\"" + field + "\",\"seed\":7}");
            JsonNode told = block();
            conversation.result("sandbox_behave", "[]");

            for (String each : honest.propertyNames()) {
                boolean same = told.path(each).equals(honest.path(each));
                // Some names stand in the transactions too.
                assertThat(same || each.equals("transactions"))
                        .as("lie about " + field + ", " + each)
                        .isEqualTo(!each.equals(field) || each.equals("transactions"));
            }
        }
        assertThat(block()).isEqualTo(honest);
    }

    @Test
    void wholeAnswer_canBeFalse_andTheSameSeedTellsTheSameLie() {
        String question = "[\"" + ANNA.address() + "\"]";
        JsonNode honest = conversation.result("eth_getBalance", question);
        Set<JsonNode> lies = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            misbehave("{\"kind\":\"lie\",\"about\":\"eth_getBalance\",\"seed\":3}");
            lies.add(conversation.result("eth_getBalance", question));
            conversation.result("sandbox_behave", "[]");
        }

        assertThat(lies).hasSize(1).doesNotContain(honest);
    }

    @Test
    void randomLies_areAsOftenAsWasSaid() {
        JsonNode honest = block();
        misbehave("{\"kind\":\"random\",\"perThousand\":500,\"seed\":1}");
        int lies = 0;
        for (int i = 0; i < 200; i++) {
            lies += block().equals(honest) ? 0 : 1;
        }

        // Null, empty lists and the like cannot be lied about.
        assertThat(lies).isBetween(50, 120);
    }

    @Test
    void whatIsHidden_isEmptyOrNull_andOnlyThat() {
        JsonNode honest = block();
        misbehave("{\"kind\":\"hide\",\"about\":\"eth_getLogs\"}");
        misbehave("{\"kind\":\"hide\",\"about\":\"eth_getBalance\"}");

        assertThat(conversation
                        .result("eth_getLogs", "[{\"fromBlock\":\"earliest\"}]")
                        .isArray())
                .isTrue();
        assertThat(conversation
                        .result("eth_getLogs", "[{\"fromBlock\":\"earliest\"}]")
                        .isEmpty())
                .isTrue();
        assertThat(conversation
                        .result("eth_getBalance", "[\"" + ANNA.address() + "\"]")
                        .isNull())
                .isTrue();
        assertThat(block()).isEqualTo(honest);
    }

    @Test
    void whatIsDenied_isAnError_untilTheServerBehaves() {
        String question = "[\"" + ANNA.address() + "\"]";
        JsonNode honest = conversation.result("eth_getBalance", question);
        misbehave("{\"kind\":\"deny\",\"about\":\"eth_getBalance\"}");
        assertThat(HostileRequestsTest.code(conversation.ask("eth_getBalance", question)))
                .isEqualTo(-32_601);
        conversation.result("sandbox_behave", "[]");
        misbehave("{\"kind\":\"deny\",\"code\":-32005}");
        assertThat(HostileRequestsTest.code(conversation.ask("eth_getBalance", question)))
                .isEqualTo(-32_005);
        assertThat(HostileRequestsTest.code(conversation.ask("eth_blockNumber", "[]")))
                .isEqualTo(-32_005);

        conversation.result("sandbox_behave", "[]");
        assertThat(conversation.result("eth_getBalance", question)).isEqualTo(honest);
    }

    @Test
    void nowAndThen_isAsOftenAsWasSaid() {
        misbehave("{\"kind\":\"hide\",\"perThousand\":500,\"seed\":1}");
        int hidden = 0;
        for (int i = 0; i < 200; i++) {
            hidden += block().isNull() ? 1 : 0;
        }

        assertThat(hidden).isBetween(70, 130);
    }

    @Test
    void delay_isHonest_andTheSandboxItselfAnswersAtOnce() {
        JsonNode honest = block();
        misbehave("{\"kind\":\"delay\",\"milliseconds\":20}");

        long begin = System.nanoTime();
        assertThat(block()).isEqualTo(honest);

        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void baseFee_risesByFullBlocks() {
        String told = conversation
                .result("sandbox_raiseBaseFee", "[\"0x2540be400\"]") // 10 gwei
                .stringValue();

        assertThat(Long.decode(told)).isBetween(10_000_000_000L, 11_250_000_000L);
        assertThat(block().path("baseFeePerGas").stringValue()).isEqualTo(told);
        assertThat(chain.send(ANNA.pays(0, STRANGER, Wei.of(5)))).isNotNull();
        assertThat(chain.node().mining()).isEqualTo(Mining.AT_ONCE);
    }

    @Test
    void unknownWays_areRefused() {
        for (String how : List.of(
                "{}",
                "{\"kind\":\"lie\"}",
                "{\"kind\":\"random\",\"perThousand\":1001}",
                "{\"kind\":\"delay\",\"milliseconds\":-1}",
                "{\"kind\":\"hide\",\"perThousand\":1001}",
                "{\"kind\":\"deny\",\"code\":3}",
                "{\"kind\":\"deny\",\"code\":\"-32000\"}",
                "[]")) {
            assertThat(HostileRequestsTest.code(conversation.ask("sandbox_misbehave", "[" + how + "]")))
                    .as(how)
                    .isEqualTo(-32_602);
        }
        assertThat(HostileRequestsTest.code(conversation.ask("sandbox_raiseBaseFee", "[\"0xffffffffffff\"]")))
                .isEqualTo(-32_602);
    }
}

package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.world.Faucet;
import tools.jackson.databind.JsonNode;

/// Filters, as geth answers them (execution-apis, src/eth/filter.yaml).
class FilterMethodsTest {
    private static final int FILTER_NOT_FOUND = -32_000;

    private final TestChain chain = new TestChain(Mining.AT_ONCE);
    private final L1Node node = chain.node();
    private final Conversation conversation = new Conversation(chain.rpc());
    private final Faucet faucet = new Faucet(node, Secp256k1.preferred());
    private final String token = "{\"address\":\"" + PlayToken.DOLLAR.address() + "\"}";

    @BeforeEach
    void somethingOld() {
        event(1);
    }

    /// A block with one event of the token.
    private void event(long units) {
        faucet.giveTokens(PlayToken.DOLLAR, STRANGER, PlayToken.DOLLAR.units(units));
    }

    private String make(String method, String params) {
        return conversation.result(method, params).stringValue();
    }

    private List<JsonNode> changes(String filter) {
        return list(conversation.result("eth_getFilterChanges", "[\"" + filter + "\"]"));
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    private int code(String method, String filter) {
        return HostileRequestsTest.code(conversation.ask(method, "[\"" + filter + "\"]"));
    }

    @Test
    void newEvents_areToldOnce_andAllOfThemByTheQuestionItself() {
        String filter = make("eth_newFilter", "[" + token + "]");
        assertThat(changes(filter)).as("what is old is not new").isEmpty();
        event(2);
        chain.send(ANNA.pays(0, STRANGER, Wei.of(5)));
        event(3);

        List<JsonNode> told = changes(filter);
        assertThat(told).hasSize(2).allMatch(log -> !log.path("removed").asBoolean());
        assertThat(told.getLast())
                .isEqualTo(list(conversation.result("eth_getLogs", "[" + token + "]"))
                        .getLast());
        assertThat(changes(filter)).isEmpty();

        String whole = make("eth_newFilter", "[{\"fromBlock\":\"0x0\"}]");
        assertThat(conversation.result("eth_getFilterLogs", "[\"" + whole + "\"]"))
                .isEqualTo(conversation.result("eth_getLogs", "[{\"fromBlock\":\"0x0\"}]"));
    }

    @Test
    void newBlocks_areToldOnce() {
        String filter = make("eth_newBlockFilter", "[]");
        assertThat(changes(filter)).isEmpty();
        node.mine();
        node.mine();

        assertThat(changes(filter))
                .extracting(JsonNode::stringValue)
                .containsExactly(
                        node.history()
                                .at(node.history().newest().number() - 1)
                                .orElseThrow()
                                .hash()
                                .toHex(),
                        node.history().newest().hash().toHex());
        assertThat(changes(filter)).isEmpty();
        assertThat(code("eth_getFilterLogs", filter)).isEqualTo(FILTER_NOT_FOUND);
    }

    @Test
    void aReorganisation_takesBackWhatWasTold_andTellsWhatStandsThereNow() {
        String filter = make("eth_newFilter", "[" + token + "]");
        String blocks = make("eth_newBlockFilter", "[]");
        event(2);
        String first = changes(filter).getFirst().path("blockHash").stringValue();
        changes(blocks);

        node.reorganise(1, true).orElseThrow();

        List<JsonNode> told = changes(filter);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().path("removed").asBoolean()).isTrue();
        assertThat(told.getFirst().path("blockHash").stringValue()).isEqualTo(first);
        assertThat(told.getLast().path("removed").asBoolean()).isFalse();
        assertThat(told.getLast().path("blockHash").stringValue()).isNotEqualTo(first);
        assertThat(changes(blocks)).hasSize(2);
    }

    @Test
    void whatWasThereBeforeTheFilter_isTakenBackToo() {
        String filter = make("eth_newFilter", "[" + token + "]");

        node.reorganise(1, false).orElseThrow();

        assertThat(changes(filter))
                .singleElement()
                .matches(log -> log.path("removed").asBoolean());
    }

    @Test
    void blocksThatAreNotMeant_areNotTold() {
        long next = node.history().newest().number() + 1;
        String only = Long.toHexString(next);
        String filter = make("eth_newFilter", "[{\"fromBlock\":\"0x" + only + "\",\"toBlock\":\"0x" + only + "\"}]");
        event(2);
        event(3);

        assertThat(changes(filter)).hasSize(1);
        assertThat(HostileRequestsTest.code(
                        conversation.ask("eth_newFilter", "[{\"fromBlock\":\"0x5\",\"toBlock\":\"0x4\"}]")))
                .isEqualTo(-32_602);
    }

    @Test
    void whatIsTakenDown_orNotAskedForInFiveMinutes_isNotThereAnyMore() {
        String down = make("eth_newBlockFilter", "[]");
        assertThat(conversation
                        .result("eth_uninstallFilter", "[\"" + down + "\"]")
                        .booleanValue())
                .isTrue();
        assertThat(conversation
                        .result("eth_uninstallFilter", "[\"" + down + "\"]")
                        .booleanValue())
                .isFalse();
        assertThat(code("eth_getFilterChanges", down)).isEqualTo(FILTER_NOT_FOUND);

        String old = make("eth_newBlockFilter", "[]");
        String asked = make("eth_newBlockFilter", "[]");
        node.clock().advance(Duration.ofSeconds(FilterMethods.PATIENCE));
        assertThat(changes(asked)).isEmpty();
        node.clock().advance(Duration.ofSeconds(1));
        assertThat(code("eth_getFilterChanges", old)).isEqualTo(FILTER_NOT_FOUND);
        assertThat(changes(asked)).isEmpty();
    }

    @Test
    void thereAreOnlySoMany_untilSomeAreForgotten() {
        for (int i = 0; i < FilterMethods.MOST; i++) {
            make("eth_newBlockFilter", "[]");
        }
        assertThat(HostileRequestsTest.code(conversation.ask("eth_newBlockFilter", "[]")))
                .isEqualTo(-32_005);

        node.clock().advance(Duration.ofSeconds(FilterMethods.PATIENCE + 1));
        assertThat(make("eth_newBlockFilter", "[]")).startsWith("0x");
    }
}

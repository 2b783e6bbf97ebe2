package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.BEN;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.world.PlayChain;
import tools.jackson.databind.JsonNode;

class BuildingMethodsTest {
    private static final String METHOD = "testing_buildBlockV1";
    private static final String NOTHING = "[]";

    private final TestChain chain = new TestChain(Mining.WHEN_TOLD);
    private final Conversation conversation = new Conversation(chain.rpc());
    private String newest = "";

    @BeforeEach
    void head() {
        newest = chain.node().history().newest().hash().toHex();
    }

    @Test
    void blockOfNothing_hasNoTransactions_andIsNotKept() {
        send(ANNA.pays(0, STRANGER, Wei.of(1)));

        JsonNode built = built(attributes(HandClock.START + 12, "[]"), "[]", "\"0x6869\"");
        JsonNode payload = built.path("executionPayload");
        assertThat(payload.path("parentHash").stringValue()).isEqualTo(newest);
        assertThat(payload.path("blockNumber").stringValue()).isEqualTo("0x1");
        assertThat(payload.path("transactions").size()).isEqualTo(0);
        assertThat(payload.path("extraData").stringValue()).isEqualTo("0x6869");
        assertThat(payload.path("feeRecipient").stringValue()).isEqualTo(STRANGER.toHex());
        assertThat(built.path("blockValue").stringValue()).isEqualTo("0x0");
        assertThat(built.path("executionRequests").size()).isEqualTo(0);
        assertThat(conversation.result("eth_blockNumber", NOTHING).stringValue())
                .isEqualTo("0x0");
        assertThat(conversation.result("txpool_status", NOTHING).path("pending").stringValue())
                .isEqualTo("0x1");
    }

    @Test
    void blockOfThePool_andOfWhatIsNamed_areTheSameWhereTheirTransactionsAre() {
        SignedTransaction annas = ANNA.pays(0, STRANGER, Wei.of(1));
        send(annas);
        String attributes = attributes(HandClock.START + 12, "[]");

        JsonNode ofPool = built(attributes, "null", "\"0x\"");
        JsonNode named = built(attributes, raw(annas), "\"0x\"");
        assertThat(ofPool).isEqualTo(named);
        assertThat(named.path("executionPayload").path("transactions").toString())
                .isEqualTo(raw(annas));
        assertThat(named.path("blockValue").stringValue()).isEqualTo(Shown.quantity(Person.TIP.times(21_000)));
        assertThat(built(attributes, raw(BEN.pays(0, STRANGER, Wei.of(1))), "null")
                        .path("executionPayload")
                        .path("blockHash"))
                .isNotEqualTo(named.path("executionPayload").path("blockHash"));
    }

    @Test
    void withdrawals_arePaid() {
        String withdrawal = "{\"index\":\"0x1\",\"validatorIndex\":\"0x2\",\"address\":\"" + STRANGER.toHex()
                + "\",\"amount\":\"0x3\"}";
        String time = attributes(HandClock.START + 12, "[]");
        JsonNode with = built(attributes(HandClock.START + 12, "[" + withdrawal + "]"), "[]", "null")
                .path("executionPayload");
        JsonNode without = built(time, "[]", "null").path("executionPayload");
        assertThat(with.path("withdrawals").toString()).isEqualTo("[" + withdrawal + "]");
        assertThat(with.path("stateRoot")).isNotEqualTo(without.path("stateRoot"));
    }

    @Test
    void whatCannotStandInIt_isAnErrorInGethsWords() {
        String attributes = attributes(HandClock.START + 12, "[]");
        assertThat(words(newest, attributes, raw(ANNA.pays(1, STRANGER, Wei.of(1))), "\"0x\""))
                .isEqualTo("-32000 nonce too high");
        assertThat(words(newest, attributes, "[\"0x02c0\"]", "\"0x\"")).startsWith("-32000 rlp: ");
        assertThat(words(newest, attributes, "[\"0x\"]", "\"0x\"")).startsWith("-32000 ");
        assertThat(words(newest, attributes, raw(blob()), "\"0x\""))
                .isEqualTo("-32000 blocks are built of transactions without blobs alone");
        assertThat(words(Hash32.ofNumber(1).toHex(), attributes, "[]", "\"0x\""))
                .isEqualTo("-32000 parentHash is not current head");
        assertThat(words(newest, attributes(HandClock.START, "[]"), "[]", "\"0x\""))
                .isEqualTo("-32000 invalid timestamp, parent %d given %d".formatted(HandClock.START, HandClock.START));
        assertThat(conversation.result("eth_blockNumber", NOTHING).stringValue())
                .isEqualTo("0x0");
    }

    @Test
    void extraData_isAtMost32Bytes() {
        String attributes = attributes(HandClock.START + 12, "[]");
        assertThat(built(attributes, "[]", "\"0x" + "ab".repeat(32) + "\"")
                        .path("executionPayload")
                        .path("extraData")
                        .stringValue())
                .hasSize(66);
        assertThat(words(newest, attributes, "[]", "\"0x" + "ab".repeat(33) + "\""))
                .startsWith("-32602 invalid argument 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[5]",
                "[HEAD]",
                "[HEAD,5]",
                "[HEAD,{}]",
                "[HEAD,[]]",
                "[HEAD,ATTRIBUTES,5]",
                "[HEAD,ATTRIBUTES,{}]",
                "[HEAD,ATTRIBUTES,[5]]",
                "[HEAD,ATTRIBUTES,[\"garbage\"]]",
                "[HEAD,ATTRIBUTES,[],5]",
                "[HEAD,ATTRIBUTES,[],\"hi\"]",
                "[HEAD,ATTRIBUTES,[],\"0x\",5]"
            })
    void badParameters_areInvalidArguments(String params) {
        String filled = params.replace("HEAD", "\"" + newest + "\"")
                .replace("ATTRIBUTES", attributes(HandClock.START + 12, "[]"));
        assertThat(conversation.ask(METHOD, filled).path("error").path("code").intValue())
                .isEqualTo(-32_602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "prevRandao", "parentBeaconBlockRoot", "suggestedFeeRecipient", "withdrawals"})
    void attributeThatIsNotThere_isAnInvalidArgument(String name) {
        String without = attributes(HandClock.START + 12, "[]").replace(name, "other");
        assertThat(words(newest, without, "[]", "\"0x\"")).startsWith("-32602 invalid argument 1");
    }

    private static SignedTransaction blob() {
        return ANNA.sign(new Transaction.Blob(
                PlayChain.ID,
                new Nonce(0),
                Person.TIP,
                Person.FEE,
                new Gas(100_000),
                STRANGER,
                Wei.ZERO,
                Bytes.EMPTY,
                List.of(),
                Wei.of(1),
                List.of(Hash32.ofNumber(1))));
    }

    private static String attributes(long unixSeconds, String withdrawals) {
        return """
                {"timestamp":"%s","prevRandao":"%s","suggestedFeeRecipient":"%s","parentBeaconBlockRoot":"%s",
                "withdrawals":%s}""".formatted(
                Shown.quantity(unixSeconds), Hash32.ofNumber(7), STRANGER.toHex(), Hash32.ofNumber(8), withdrawals);
    }

    private JsonNode built(String attributes, String transactions, String extraData) {
        return conversation.result(METHOD, params(newest, attributes, transactions, extraData));
    }

    private String words(String parent, String attributes, String transactions, String extraData) {
        JsonNode error = conversation
                .ask(METHOD, params(parent, attributes, transactions, extraData))
                .path("error");
        return error.path("code").intValue() + " " + error.path("message").stringValue();
    }

    private static String params(String parent, String attributes, String transactions, String extraData) {
        return "[\"" + parent + "\"," + attributes + "," + transactions + "," + extraData + "]";
    }

    private void send(SignedTransaction signed) {
        conversation.result("eth_sendRawTransaction", raw(signed));
    }

    private static String raw(SignedTransaction signed) {
        return "[\"" + signed.encoded().toHex() + "\"]";
    }
}

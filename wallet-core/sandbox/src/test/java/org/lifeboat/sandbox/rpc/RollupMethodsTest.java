package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.blob.PlaySidecar;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayWorld;
import tools.jackson.databind.JsonNode;

/// The rollup's node as programs see it.
class RollupMethodsTest {
    private static final RollupPlan PLAN = RollupPlan.named("Test rollup", 40);
    private static final Person ANNA = Person.named("anna", PLAN.chain());
    private static final Address STRANGER = Address.fromHex("0x2222222222222222222222222222222222222222");
    private static final String GENESIS_HASH = "0x" + "0".repeat(64);

    private final Secp256k1 curve = Secp256k1.preferred();
    private final L1Node l1 = new L1Node(
            Rollup.onL1(PLAN, PlayWorld.genesis(HandClock.START)),
            curve,
            new NodeClock(HandClock.at(HandClock.START)),
            Mining.AT_ONCE);
    private final Rollup rollup = Rollup.on(l1, PLAN, curve);
    private final Conversation layer2 =
            new Conversation(new JsonRpc(rollup, new Faucet(l1, curve), "test", rollup::turn));

    /// Money for Anna, which comes through L1.
    @BeforeEach
    void fund() {
        layer2.result("sandbox_faucet", "[\"" + ANNA.address() + "\"]");
        passSeconds(12);
    }

    private void passSeconds(long seconds) {
        l1.clock().advance(Duration.ofSeconds(seconds));
        layer2.result("sandbox_time", "[]");
    }

    @Test
    void chain_isItsOwn_andHasItsTags() {
        assertThat(layer2.result("eth_chainId", "[]").stringValue())
                .isEqualTo("0x" + Long.toHexString(PLAN.chain().value()));
        assertThat(number("latest")).isEqualTo(6);
        assertThat(number("safe")).as("nothing was written down yet").isZero();
        passSeconds(60);
        assertThat(number("safe")).isEqualTo(36);
        assertThat(number("finalized")).isZero();
    }

    @Test
    void blobs_areForL1Alone() {
        PlaySidecar sidecar = PlaySidecar.of(3, 4);
        Bytes transaction = ANNA.sign(new Transaction.Blob(
                        PLAN.chain(),
                        new Nonce(0),
                        Person.TIP,
                        Person.FEE,
                        new Gas(100_000),
                        STRANGER,
                        Wei.ZERO,
                        Bytes.EMPTY,
                        List.of(),
                        Wei.of(1),
                        List.of(sidecar.blob().versionedHash())))
                .encoded();
        JsonNode error = layer2.ask(
                        "eth_sendRawTransaction",
                        "[\"" + sidecar.beside(transaction).toHex() + "\"]")
                .path("error");
        assertThat(error.path("code").intValue()).isEqualTo(-32_000);
        assertThat(error.path("message").stringValue()).isEqualTo("transaction type not supported");
        assertThat(layer2.ask("eth_config", "[]").path("error").path("code").intValue())
                .isEqualTo(-32_601);
    }

    private long number(String tag) {
        return Long.decode(layer2.result("eth_getBlockByNumber", "[\"" + tag + "\",false]")
                .path("number")
                .stringValue());
    }

    @Test
    void deposit_hasTheFieldsOfOpGeth() {
        JsonNode block = depositBlock();
        JsonNode told = block.path("transactions").get(0);
        JsonNode deposit = block.path("transactions").get(1);

        assertThat(told.path("from").stringValue()).isEqualTo("0xdeaddeaddeaddeaddeaddeaddeaddeaddead0001");
        assertThat(deposit.path("type").stringValue()).isEqualTo("0x7e");
        assertThat(deposit.path("mint").stringValue()).isEqualTo("0x8ac7230489e80000");
        assertThat(deposit.path("sourceHash").stringValue()).hasSize(66).isNotEqualTo(GENESIS_HASH);
        JsonNode receipt = layer2.result(
                "eth_getTransactionReceipt", "[\"" + deposit.path("hash").stringValue() + "\"]");
        assertThat(receipt.path("status").stringValue()).isEqualTo("0x1");
        assertThat(receipt.path("depositReceiptVersion").stringValue()).isEqualTo("0x1");
        assertThat(receipt.has("l1Fee")).isFalse();
    }

    private JsonNode depositBlock() {
        for (int i = 1; i <= 6; i++) {
            JsonNode block = layer2.result("eth_getBlockByNumber", "[\"0x" + i + "\",true]");
            if (block.path("transactions").size() > 1) {
                return block;
            }
        }
        throw new AssertionError("no deposit");
    }

    @Test
    void payment_waits_isMined_andItsReceiptNamesTheFeeForL1() {
        String hash = send(0);
        assertThat(layer2.result("eth_getTransactionReceipt", "[\"" + hash + "\"]")
                        .isNull())
                .isTrue();
        passSeconds(2);

        JsonNode receipt = layer2.result("eth_getTransactionReceipt", "[\"" + hash + "\"]");
        assertThat(receipt.path("status").stringValue()).isEqualTo("0x1");
        assertThat(Long.decode(receipt.path("l1Fee").stringValue())).isPositive();
        assertThat(layer2.result("eth_getBalance", "[\"" + STRANGER + "\",\"latest\"]")
                        .stringValue())
                .isEqualTo("0x5");
    }

    private String send(long nonce) {
        String raw = ANNA.pays(nonce, STRANGER, Wei.of(5)).encoded().toHex();
        return layer2.result("eth_sendRawTransaction", "[\"" + raw + "\"]").stringValue();
    }

    @Test
    void sequencer_thatIsTold_censorsUntilItIsToldOtherwise() {
        layer2.result(
                "sandbox_tell", "[\"sequencer\",{\"kind\":\"censor\",\"accounts\":[\"" + ANNA.address() + "\"]}]");
        String hash = send(0);
        passSeconds(20);
        assertThat(layer2.result("eth_getTransactionReceipt", "[\"" + hash + "\"]")
                        .isNull())
                .isTrue();
        assertThat(layer2.result("sandbox_actors", "[]").path("sequencer").stringValue())
                .isEqualTo("censoring");

        layer2.result("sandbox_tell", "[\"sequencer\",{\"kind\":\"honest\"}]");
        passSeconds(2);

        assertThat(layer2.result("eth_getTransactionReceipt", "[\"" + hash + "\"]")
                        .isNull())
                .isFalse();
    }

    @Test
    void orders_thatDoNotFit_areRefused() {
        for (String order : new String[] {
            "[\"batcher\",{\"kind\":\"falseRoots\"}]",
            "[\"proposer\",{\"kind\":\"censor\",\"accounts\":[]}]",
            "[\"guardian\",{\"kind\":\"stop\"}]",
            "[\"nobody\",{\"kind\":\"stop\"}]",
            "[\"sequencer\",{\"kind\":\"sing\"}]",
            "[\"batcher\",{\"kind\":\"equivocate\"}]",
            "[\"batcher\",{\"kind\":\"late\"}]",
            "[\"batcher\",{\"kind\":\"late\",\"seconds\":31557601}]",
            "[\"sequencer\"]"
        }) {
            assertThat(HostileRequestsTest.code(layer2.ask("sandbox_tell", order)))
                    .as(order)
                    .isEqualTo(-32_602);
        }
        assertThat(layer2.result("sandbox_actors", "[]").path("batcher").stringValue())
                .isEqualTo("honest");
    }

    @Test
    void sequencer_thatEquivocates_showsWhatIsNotWrittenDown() {
        layer2.result("sandbox_tell", "[\"sequencer\",{\"kind\":\"equivocate\"}]");
        String hash = send(0);
        passSeconds(20);
        assertThat(layer2.result("eth_getTransactionReceipt", "[\"" + hash + "\"]")
                        .path("status")
                        .stringValue())
                .isEqualTo("0x1");
        assertThat(rollup.node().history().transaction(Hash32.fromHex(hash))).isEmpty();
        assertThat(layer2.result("sandbox_actors", "[]").path("sequencer").stringValue())
                .isEqualTo("equivocating");

        layer2.result("sandbox_tell", "[\"sequencer\",{\"kind\":\"honest\"}]");
        assertThat(layer2.result("eth_getTransactionReceipt", "[\"" + hash + "\"]")
                        .isNull())
                .isTrue();
    }

    @Test
    void bridge_isPausedAndChanged_onDemand() {
        layer2.result("sandbox_pauseBridge", "[]");
        String made = layer2.result("sandbox_changePortal", "[]").stringValue();

        assertThat(l1.history().newest().state().code(Address.fromHex(made)).isEmpty())
                .isFalse();
        assertThat(layer2.result("sandbox_pauseBridge", "[false]").stringValue())
                .hasSize(66);
        assertThat(layer2.result("sandbox_faults", "[]")).isEmpty();
    }

    @Test
    void facts_nameTheContracts() {
        JsonNode facts = layer2.result("sandbox_rollup", "[]");

        assertThat(facts.path("portal").stringValue()).isEqualTo(PLAN.portal().toHex());
        assertThat(l1.history().newest().state().code(PLAN.portal()).isEmpty()).isFalse();
    }
}

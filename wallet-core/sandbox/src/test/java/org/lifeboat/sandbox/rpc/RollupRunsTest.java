package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.execution.OpRules;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayHand;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockResult;
import org.lifeboat.verifier.block.BlockVerifier;
import tools.jackson.databind.JsonNode;

/// What the rollup's node runs again and what it supposes, by the rules of the OP Stack.
class RollupRunsTest {
    private static final RollupPlan PLAN = RollupPlan.named("Test rollup", 40);
    private static final Person ANNA = Person.named("anna", PLAN.chain());
    private static final Address STRANGER = Address.fromHex("0x2222222222222222222222222222222222222222");
    private static final Address READER = Address.fromHex("0x3333333333333333333333333333333333333333");
    private static final String L1_FEE_VAULT = "420000000000000000000000000000000000001a";
    private static final String BASE_FEE_VAULT = "4200000000000000000000000000000000000019";
    private static final String DEAR = ",\"maxFeePerGas\":\"0x4a817c800\",\"maxPriorityFeePerGas\":\"0x3b9aca00\"";

    private final Secp256k1 curve = Secp256k1.preferred();
    private final L1Node l1 = new L1Node(
            Rollup.onL1(PLAN, PlayWorld.genesis(HandClock.START)),
            curve,
            new NodeClock(HandClock.at(HandClock.START)),
            Mining.AT_ONCE);
    private final Rollup rollup = Rollup.on(l1, PLAN, curve);
    private final Faucet faucet = new Faucet(l1, curve);
    private final Conversation layer2 = new Conversation(new JsonRpc(rollup, faucet, "test", rollup::turn));

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

    /// A payment of Anna's in a block of its own.
    private JsonNode payment() {
        String raw = ANNA.pays(0, STRANGER, Wei.of(5)).encoded().toHex();
        String hash =
                layer2.result("eth_sendRawTransaction", "[\"" + raw + "\"]").stringValue();
        passSeconds(2);
        return layer2.result("eth_getTransactionReceipt", "[\"" + hash + "\"]");
    }

    /// The first block with more than the description of L1.
    private JsonNode deposits() {
        for (int i = 1; i <= 20; i++) {
            JsonNode block = layer2.result("eth_getBlockByNumber", "[\"0x" + Integer.toHexString(i) + "\",true]");
            if (block.path("transactions").size() > 1) {
                return block;
            }
        }
        throw new AssertionError("no deposit");
    }

    // ---- traces

    private static String callsOf(JsonNode hash) {
        return "[\"" + hash.stringValue() + "\",{\"tracer\":\"callTracer\"}]";
    }

    @Test
    void deposits_areTraced_withTheGasThatTheyCounted() {
        JsonNode block = deposits();
        JsonNode told = layer2.result("debug_traceTransaction", callsOf(block.at("/transactions/0/hash")));
        JsonNode deposit = layer2.result("debug_traceTransaction", callsOf(block.at("/transactions/1/hash")));

        assertThat(told.path("to").stringValue()).isEqualTo("0x4200000000000000000000000000000000000015");
        assertThat(told.path("input")).isEqualTo(block.at("/transactions/0/input"));
        assertThat(told.has("error")).isFalse();
        assertThat(deposit.path("type").stringValue()).isEqualTo("CALL");
        assertThat(deposit.path("to").stringValue()).isEqualTo(ANNA.address().toHex());
        assertThat(deposit.path("value").stringValue()).isEqualTo("0x8ac7230489e80000");
        assertThat(deposit.path("gas")).isEqualTo(block.at("/transactions/1/gas"));
        assertThat(deposit.path("gasUsed"))
                .isEqualTo(layer2.result(
                                "eth_getTransactionReceipt",
                                "[\"" + block.at("/transactions/1/hash").stringValue() + "\"]")
                        .path("gasUsed"));
    }

    @Test
    void instructions_ofWhatCameAfterDeposits_areItsOwnAlone() {
        JsonNode receipt = payment();
        JsonNode hash = receipt.path("transactionHash");

        JsonNode steps = layer2.result("debug_traceTransaction", "[\"" + hash.stringValue() + "\"]");
        JsonNode calls = layer2.result("debug_traceTransaction", callsOf(hash));

        assertThat(steps.path("structLogs")).as("a payment runs no code").isEmpty();
        assertThat(steps.path("failed").booleanValue()).isFalse();
        assertThat(steps.path("gas").longValue())
                .isEqualTo(Long.decode(receipt.path("gasUsed").stringValue()));
        assertThat(calls.path("from").stringValue()).isEqualTo(ANNA.address().toHex());
        assertThat(calls.path("value").stringValue()).isEqualTo("0x5");
        JsonNode told = layer2.result("eth_getBlockByNumber", "[\"0x1\",false]").at("/transactions/0");
        assertThat(layer2.result("debug_traceTransaction", "[\"" + told.stringValue() + "\"]")
                        .path("structLogs"))
                .isNotEmpty();
    }

    @Test
    void deposit_thatCannotBegin_hasNoCallToShow() {
        faucet.giveCoins(ANNA.address(), PlayWorld.ether(1));
        PlayHand hand = new PlayHand(l1, curve, ANNA.key());
        L1Call tooMuch = OpStack.force(
                PLAN.portal(), new L1Call(STRANGER, PlayWorld.ether(1_000), Bytes.EMPTY), new Gas(100_000));
        hand.send(Optional.of(tooMuch.to()), new Gas(1_000_000), tooMuch.value(), tooMuch.data());
        passSeconds(24);
        JsonNode forced = null;
        for (long i = 1; i <= rollup.node().history().newest().number(); i++) {
            for (JsonNode each : layer2.result("eth_getBlockByNumber", "[\"0x" + Long.toHexString(i) + "\",true]")
                    .path("transactions")) {
                forced = each.path("to").stringValue().equals(STRANGER.toHex()) ? each : forced;
            }
        }
        assertThat(forced).isNotNull();

        JsonNode answer = layer2.ask("debug_traceTransaction", callsOf(forced.path("hash")));

        assertThat(HostileRequestsTest.code(answer)).isEqualTo(-32_000);
        assertThat(answer.at("/error/message").stringValue()).isEqualTo("incorrect number of top-level calls");
        JsonNode steps = layer2.result(
                "debug_traceTransaction", "[\"" + forced.path("hash").stringValue() + "\"]");
        assertThat(steps.path("failed").booleanValue()).isTrue();
        assertThat(steps.path("structLogs")).isEmpty();
    }

    @Test
    void whatIsNotThere_isNotTraced() {
        String nobodys = "[\"0x" + "12".repeat(32) + "\"]";
        assertThat(HostileRequestsTest.code(layer2.ask("debug_traceTransaction", nobodys)))
                .isEqualTo(-32_000);
        assertThat(HostileRequestsTest.code(layer2.ask("debug_traceTransaction", "[]")))
                .isEqualTo(-32_602);
        assertThat(HostileRequestsTest.code(layer2.ask("debug_executionWitness", "[\"0x0\"]")))
                .isEqualTo(-32_000);
        assertThat(HostileRequestsTest.code(layer2.ask("debug_executionWitness", "[\"0xffffff\"]")))
                .isEqualTo(-32_000);
    }

    // ---- witnesses

    private BlockResult verify(String number, List<Bytes> preimages, List<Bytes> headers) {
        Bytes raw = Bytes.fromHex(
                layer2.result("debug_getRawBlock", "[\"" + number + "\"]").stringValue());
        return new BlockVerifier(new OpRules(rollup.config().chain()), curve, new CodeCache(1 << 20))
                .verify(((Answer.Proven<Block>) Block.fromRlp(raw)).value(), preimages, headers);
    }

    private static List<Bytes> bytes(JsonNode list) {
        return new ArrayList<>(list.valueStream()
                .map(JsonNode::stringValue)
                .map(Bytes::fromHex)
                .toList());
    }

    @Test
    void witness_isEnoughToRunABlock_ofDepositsOrOfPayments_andNoneOfItCanBeLeftOut() {
        String paid = payment().path("blockNumber").stringValue();
        for (String number : List.of(deposits().path("number").stringValue(), paid)) {
            JsonNode witness = layer2.result("debug_executionWitness", "[\"" + number + "\"]");
            List<Bytes> preimages = bytes(witness.path("state"));
            preimages.addAll(bytes(witness.path("codes")));
            List<Bytes> headers = bytes(witness.path("headers"));

            assertThat(verify(number, preimages, headers)).isInstanceOf(BlockResult.Valid.class);
            assertThat(witness.path("keys").size()).isGreaterThan(4);
            for (int i = 0; i < preimages.size(); i++) {
                List<Bytes> fewer = new ArrayList<>(preimages);
                fewer.remove(i);
                assertThat(verify(number, fewer, headers))
                        .as(number + ": " + i)
                        .isInstanceOf(BlockResult.Incomplete.class);
            }
        }
    }

    // ---- simulations

    private JsonNode simulate(String payload) {
        return layer2.ask("eth_simulateV1", "[" + payload + ",\"latest\"]");
    }

    private static String strictly(String calls, String overrides) {
        return "{\"validation\":true,\"blockStateCalls\":[{\"stateOverrides\":{%s},\"calls\":[%s]}]}"
                .formatted(overrides, calls);
    }

    private static String pays(String more) {
        return "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x5\"%s}".formatted(ANNA.address(), STRANGER, more);
    }

    /// What a contract finds that an account has: PUSH20, BALANCE, PUSH0 MSTORE, PUSH1 32 PUSH0 RETURN.
    private static String readsBalance(String account) {
        return "\"%s\":{\"code\":\"0x73%s315f5260205ff3\"}".formatted(READER, account);
    }

    private BigInteger balanceAfterPaying(String account) {
        String reads = "{\"from\":\"%s\",\"to\":\"%s\"%s}".formatted(PLAN.portal(), READER, "%s");
        String free = reads.formatted(",\"gas\":\"0x186a0\"" + DEAR);
        String rich = "\"%s\":{\"balance\":\"0xde0b6b3a7640000\"}".formatted(PLAN.portal());
        JsonNode answer =
                simulate(strictly(pays(",\"gas\":\"0x5208\"" + DEAR) + "," + free, readsBalance(account) + "," + rich));
        assertThat(answer.has("error")).as(answer.toString()).isFalse();
        return new BigInteger(
                answer.at("/result/0/calls/1/returnData").stringValue().substring(2), 16);
    }

    private BigInteger balance(String account) {
        return new BigInteger(
                layer2.result("eth_getBalance", "[\"0x" + account + "\",\"latest\"]")
                        .stringValue()
                        .substring(2),
                16);
    }

    @Test
    void whereMoneyCounts_dataIsPaidForAsInABlock_andTheBaseFeeIsKept() {
        BigInteger vault = balance(L1_FEE_VAULT);
        BigInteger base = balance(BASE_FEE_VAULT);
        BigInteger had = balance(ANNA.address().toHex().substring(2));
        // The second call pays for itself after it has looked.
        BigInteger data = balanceAfterPaying(L1_FEE_VAULT).subtract(vault);
        BigInteger kept = balanceAfterPaying(BASE_FEE_VAULT).subtract(base);
        BigInteger left = balanceAfterPaying(ANNA.address().toHex().substring(2));

        JsonNode receipt = payment();

        long really = Long.decode(receipt.path("l1Fee").stringValue());
        assertThat(data.doubleValue()).isBetween(really * 0.9, really * 1.1);
        assertThat(kept.signum()).isPositive();
        BigInteger gas = BigInteger.valueOf(21_000).multiply(BigInteger.valueOf(1_000_000_000));
        assertThat(had.subtract(left)).isEqualTo(data.add(kept).add(gas).add(BigInteger.valueOf(5)));
    }

    @Test
    void strictly_moneyForTheDataMustBeThere() {
        // What gas and value take, to the last wei.
        String just = "\"%s\":{\"balance\":\"%s\"}"
                .formatted(
                        ANNA.address(),
                        "0x"
                                + BigInteger.valueOf(21_000)
                                        .multiply(BigInteger.valueOf(20_000_000_000L))
                                        .add(BigInteger.valueOf(5))
                                        .toString(16));
        String call = pays(",\"gas\":\"0x5208\"" + DEAR);

        assertThat(HostileRequestsTest.code(simulate(strictly(call, just)))).isEqualTo(-38_014);
        assertThat(simulate(strictly(call, just).replace("true", "false"))
                        .at("/result/0/calls/0/status")
                        .stringValue())
                .isEqualTo("0x1");
        assertThat(HostileRequestsTest.code(simulate(strictly(pays(",\"nonce\":\"0x3\"" + DEAR), ""))))
                .isEqualTo(-38_011);
        assertThat(HostileRequestsTest.code(simulate(strictly(pays(""), "")))).isEqualTo(-38_012);
        assertThat(HostileRequestsTest.code(simulate("{\"blockStateCalls\":[]}")))
                .isEqualTo(-32_602);
    }

    @Test
    void supposedBlock_hasTheFieldsOfAnL2() {
        JsonNode before = layer2.result("eth_getBlockByNumber", "[\"latest\",false]");
        JsonNode blocks = simulate(
                        "{\"validation\":true,\"blockStateCalls\":[{\"calls\":[%s]},{}]}".formatted(pays(DEAR)))
                .path("result");
        JsonNode block = blocks.get(0);

        assertThat(block.path("parentHash")).isEqualTo(before.path("hash"));
        for (String same : List.of("extraData", "withdrawalsRoot", "requestsHash", "gasLimit", "excessBlobGas")) {
            assertThat(block.path(same)).as(same).isEqualTo(before.path(same));
        }
        assertThat(Long.decode(block.path("blobGasUsed").stringValue()))
                .as("what the data counts for")
                .isPositive();
        assertThat(blocks.get(1).path("blobGasUsed").stringValue()).isEqualTo("0x0");
        assertThat(block.path("transactions")).as("no deposits").hasSize(1);
        assertThat(layer2.result("eth_getBlockByNumber", "[\"latest\",false]")).isEqualTo(before);
        passSeconds(2);
        JsonNode next = layer2.result(
                "eth_getBlockByNumber", "[\"" + block.path("number").stringValue() + "\",false]");
        assertThat(block.path("baseFeePerGas")).isEqualTo(next.path("baseFeePerGas"));
    }

    @Test
    void messages_areCommittedToAsInABlock() {
        String leaves = "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x5\"%s}"
                .formatted(ANNA.address(), OpStack.MESSAGE_PASSER, ",\"gas\":\"0x493e0\"");
        JsonNode block =
                simulate("{\"blockStateCalls\":[{\"calls\":[" + leaves + "]}]}").at("/result/0");

        assertThat(block.at("/calls/0/status").stringValue()).isEqualTo("0x1");
        assertThat(block.path("withdrawalsRoot"))
                .isNotEqualTo(layer2.result("eth_getBlockByNumber", "[\"latest\",false]")
                        .path("withdrawalsRoot"));
    }
}

package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.BEN;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.world.PlayChain;
import org.lifeboat.sandbox.world.PlayWorld;
import tools.jackson.databind.JsonNode;

class TransactionMethodsTest {
    private final TestChain chain = new TestChain(Mining.AT_ONCE);
    private final Conversation conversation = new Conversation(chain.rpc());

    @Test
    void eachType_isMinedAtOnceAndFound() {
        List<SignedTransaction> all = List.of(
                ANNA.legacy(0, Optional.of(STRANGER), Wei.of(1), Bytes.EMPTY),
                ANNA.withAccessList(1, STRANGER, Bytes.EMPTY, List.of()),
                ANNA.pays(2, STRANGER, Wei.of(1)),
                ANNA.setsCode(3, STRANGER, BEN.delegatesTo(STRANGER, 0)));
        for (SignedTransaction each : all) {
            String hash =
                    conversation.result("eth_sendRawTransaction", raw(each)).stringValue();
            JsonNode receipt = conversation.result("eth_getTransactionReceipt", "[\"" + hash + "\"]");

            assertThat(hash).isEqualTo(each.hash().toHex());
            assertThat(receipt.path("status").stringValue()).isEqualTo("0x1");
            assertThat(receipt.path("type").stringValue())
                    .isEqualTo("0x" + each.transaction().type());
            assertThat(conversation
                            .result("debug_getRawTransaction", "[\"" + hash + "\"]")
                            .stringValue())
                    .isEqualTo(each.encoded().toHex());
        }
        assertThat(conversation.result("eth_blockNumber", "[]").stringValue()).isEqualTo("0x" + all.size());
        assertThat(conversation
                        .result("eth_getCode", "[\"" + BEN.address().toHex() + "\",\"latest\"]")
                        .stringValue())
                .isEqualTo("0xef0100" + STRANGER.toHex().substring(2));
    }

    @Test
    void refusals_areInGethsWords() {
        conversation.result("eth_sendRawTransaction", raw(ANNA.pays(0, STRANGER, Wei.of(1))));

        assertThat(refusal(ANNA.pays(0, STRANGER, Wei.of(1)))).isEqualTo("already known");
        assertThat(refusal(ANNA.pays(0, STRANGER, Wei.of(2)))).isEqualTo("nonce too low");
        assertThat(refusal(ANNA.pays(1, STRANGER, PlayWorld.ether(101))))
                .isEqualTo("insufficient funds for gas * price + value");
        assertThat(refusal(Person.named("nobody", PlayChain.ID).pays(0, STRANGER, Wei.ZERO)))
                .isEqualTo("insufficient funds for gas * price + value");
        assertThat(refusal(Person.named("anna", new ChainId(1)).pays(1, STRANGER, Wei.of(1))))
                .isEqualTo("invalid chain ID");
        assertThat(refusal(ANNA.sends(1, STRANGER, Wei.of(1), Bytes.EMPTY, new Gas(20_999), Person.TIP)))
                .isEqualTo("intrinsic gas too low");
        assertThat(refusal(ANNA.sends(1, STRANGER, Wei.of(1), Bytes.EMPTY, new Gas(16_777_217), Person.TIP)))
                .isEqualTo("transaction gas limit too high");
        assertThat(refusal(ANNA.sends(1, STRANGER, Wei.of(1), Bytes.EMPTY, new Gas(21_000), Wei.of(30_000_000_000L))))
                .isEqualTo("max priority fee per gas higher than max fee per gas");
        assertThat(refusal(ANNA.setsCode(1, STRANGER))).isEqualTo("set code transaction with empty auth list");
        assertThat(refusal(ANNA.sign(new Transaction.Legacy(
                        Optional.empty(),
                        new Nonce(1),
                        Person.FEE,
                        new Gas(21_000),
                        Optional.of(STRANGER),
                        Wei.ZERO,
                        Bytes.EMPTY))))
                .isEqualTo("only replay-protected (EIP-155) transactions allowed over RPC");
        assertThat(refusal("[\"0x05c0\"]")).isEqualTo("transaction type not supported");
        assertThat(refusal("[\"0x02c0\"]")).startsWith("rlp: ");
    }

    @Test
    void pending_isSeenAndReplaced() {
        conversation.result("sandbox_setMining", "[false]");
        SignedTransaction first = ANNA.pays(0, STRANGER, Wei.of(1));
        conversation.result("eth_sendRawTransaction", raw(first));

        assertThat(conversation
                        .result("eth_getTransactionByHash", "[\"" + first.hash() + "\"]")
                        .path("blockHash")
                        .isNull())
                .isTrue();
        assertThat(conversation
                        .result("eth_getTransactionReceipt", "[\"" + first.hash() + "\"]")
                        .isNull())
                .isTrue();
        assertThat(nonce("pending")).isEqualTo("0x1");
        assertThat(nonce("latest")).isEqualTo("0x0");
        assertThat(refusal(ANNA.pays(0, STRANGER, Wei.of(2)))).isEqualTo("replacement transaction underpriced");

        SignedTransaction better = ANNA.sign(new Transaction.DynamicFee(
                PlayChain.ID,
                new Nonce(0),
                Person.TIP.times(2),
                Person.FEE.times(2),
                new Gas(21_000),
                Optional.of(STRANGER),
                Wei.of(3),
                Bytes.EMPTY,
                List.of()));
        conversation.result("eth_sendRawTransaction", raw(better));
        conversation.result("sandbox_mine", "[]");

        assertThat(conversation
                        .result("eth_getTransactionByHash", "[\"" + first.hash() + "\"]")
                        .isNull())
                .isTrue();
        assertThat(conversation
                        .result("eth_getBalance", "[\"" + STRANGER.toHex() + "\",\"latest\"]")
                        .stringValue())
                .isEqualTo("0x3");
    }

    @Test
    void call_revertsWithItsReason() {
        // Multicall3's aggregate3 of one call that may not fail and does: to an account without the function.
        String call = "0x82ad56cb" + word(32) + word(1) + word(32) + "0".repeat(24)
                + "504c4159000000000000000000000000000000d0" + word(0) + word(96) + word(4) + "a9059cbb"
                + "0".repeat(56);
        JsonNode answer = conversation.ask(
                "eth_call",
                "[{\"to\":\"0xca11bde05977b3631167028862be2a173976ca11\",\"data\":\"" + call + "\"},\"latest\"]");

        assertThat(answer.path("error").path("code").intValue()).isEqualTo(3);
        assertThat(answer.path("error").path("message").stringValue())
                .isEqualTo("execution reverted: Multicall3: call failed");
        assertThat(answer.path("error").path("data").stringValue()).startsWith("0x08c379a0");
    }

    private static String word(int number) {
        return Hash32.ofNumber(number).toHex().substring(2);
    }

    private String nonce(String tag) {
        return conversation
                .result("eth_getTransactionCount", "[\"" + ANNA.address().toHex() + "\",\"" + tag + "\"]")
                .stringValue();
    }

    private String refusal(SignedTransaction signed) {
        return refusal(raw(signed));
    }

    private String refusal(String parameters) {
        JsonNode error = conversation.ask("eth_sendRawTransaction", parameters).path("error");
        assertThat(error.path("code").intValue()).isEqualTo(-32_000);
        return error.path("message").stringValue();
    }

    private static String raw(SignedTransaction signed) {
        return "[\"" + signed.encoded().toHex() + "\"]";
    }
}

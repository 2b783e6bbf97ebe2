package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.Mining;
import tools.jackson.databind.JsonNode;

class SandboxMethodsTest {
    private final TestChain chain = new TestChain(Mining.AT_ONCE);
    private final Conversation conversation = new Conversation(chain.rpc());

    @Test
    void faucet_givesCoinsAndTokens() {
        conversation.result("sandbox_faucet", "[\"" + STRANGER + "\",\"0x10\"]");
        for (JsonNode token : conversation.result("sandbox_tokens", "[]")) {
            String contract = token.path("address").stringValue();
            conversation.result("sandbox_giveToken", "[\"" + contract + "\",\"" + STRANGER + "\",\"0x20\"]");
            String call = "{\"to\":\"%s\",\"data\":\"0x70a08231%s\"}"
                    .formatted(contract, STRANGER.toWord().toHex().substring(2));
            assertThat(conversation.result("eth_call", "[" + call + "]").stringValue())
                    .endsWith("020");
        }

        assertThat(conversation
                        .result("eth_getBalance", "[\"" + STRANGER + "\"]")
                        .stringValue())
                .isEqualTo("0x10");
        assertThat(conversation.result("eth_blockNumber", "[]").stringValue()).isEqualTo("0x3");
    }

    @Test
    void faucet_hasLimits() {
        assertThat(HostileRequestsTest.code(
                        conversation.ask("sandbox_faucet", "[\"" + STRANGER + "\",\"0x3635c9adc5dea00001\"]")))
                .isEqualTo(-32_602);
        assertThat(HostileRequestsTest.code(
                        conversation.ask("sandbox_giveToken", "[\"" + STRANGER + "\",\"" + STRANGER + "\",\"0x1\"]")))
                .isEqualTo(-32_000);
    }

    @Test
    void time_movesAheadAndNotBack() {
        conversation.result("sandbox_increaseTime", "[604800]");
        assertThat(conversation.result("sandbox_mine", "[2, 12]").stringValue()).isEqualTo("0x2");
        assertThat(conversation.result("sandbox_time", "[]").stringValue())
                .isEqualTo("0x%x".formatted(HandClock.START + 604_800));
        // Two blocks a sync-committee period stand before it.
        assertThat(conversation.result("sandbox_mine", "[]").stringValue()).isEqualTo("0x10");
        assertThat(HostileRequestsTest.code(conversation.ask("sandbox_setNextBlockTime", "[" + HandClock.START + "]")))
                .isEqualTo(-32_602);
        assertThat(HostileRequestsTest.code(conversation.ask("sandbox_increaseTime", "[-1]")))
                .isEqualTo(-32_602);
        assertThat(HostileRequestsTest.code(conversation.ask("sandbox_mine", "[10001]")))
                .isEqualTo(-32_602);
    }

    @Test
    void accessList_makesTheCallItIsForNoDearerThanItSays() {
        Bytes data = Bytes.fromHex("0xa9059cbb")
                .plus(Bytes.of(STRANGER.toWord().toArray()))
                .plus(Bytes.of(new byte[32]));
        String call = "{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"%s\"}"
                .formatted(ANNA.address(), PlayToken.OAR.address(), data.toHex());
        JsonNode found = conversation.result("eth_createAccessList", "[" + call + "]");

        assertThat(found.path("accessList")).hasSize(1);
        assertThat(found.path("accessList")
                        .get(0)
                        .path("storageKeys")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyInAnyOrder(
                        PlayToken.balanceSlot(ANNA.address()).toHex(),
                        PlayToken.balanceSlot(STRANGER).toHex());
        // A store needs more than 2,300 gas to begin, which it does not use up (EIP-2200).
        long gas = Long.decode(found.path("gasUsed").stringValue()) + 2_300;
        String listed =
                call.replace("}", ",\"gas\":\"0x%x\",\"accessList\":%s}".formatted(gas, found.path("accessList")));
        assertThat(conversation.result("eth_call", "[" + listed + "]").stringValue())
                .endsWith("1");
    }
}

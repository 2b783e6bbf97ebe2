package org.lifeboat.testkit.anvil;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnvilNodeTest {
    @Test
    void l1_answersWithItsChainId() {
        try (AnvilNode node = AnvilNode.l1(31_337)) {
            assertThat(node.rpc("eth_chainId", "[]").stringValue()).isEqualTo("0x7a69");
            assertThat(node.accounts()).hasSize(10);
        }
    }

    @Test
    void optimism_takesADepositTransaction() {
        try (AnvilNode node = AnvilNode.optimism(901)) {
            // OP Stack specification, "Deposits": 0x7e || rlp([sourceHash, from, to, mint, value, gas, isSystemTx,
            // data])
            // with mint 1 wei to 0x22..22, gas 100000.
            String deposit = "0x7ef853a0" + "11".repeat(32) + "94" + "22".repeat(20) + "94" + "22".repeat(20)
                    + "0180830186a08080";
            String hash =
                    node.rpc("eth_sendRawTransaction", "[\"" + deposit + "\"]").stringValue();

            assertThat(node.receipt(hash).get("type").stringValue()).isEqualToIgnoringCase("0x7e");
        }
    }
}

package org.lifeboat.testkit.solidity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.testkit.anvil.AnvilNode;

class TestContractsTest {
    private static final BigInteger MINTED = BigInteger.valueOf(5_000);
    private static AnvilNode node;

    @BeforeAll
    static void startNode() {
        node = AnvilNode.l1(31_337);
    }

    @AfterAll
    static void stopNode() {
        if (node != null) {
            node.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void token_mintsAndTransfersInItsOwnWay(TestToken kind) {
        DeployedToken token = TestContracts.deploy(node, kind);
        String sender = node.accounts().getFirst();
        String receiver = "0x" + "ab".repeat(20);

        token.mint(sender, MINTED);
        var receipt = token.transfer(sender, receiver, BigInteger.valueOf(1_000));

        assertThat(receipt.get("status").stringValue()).isEqualTo("0x1");
        long shown = kind == TestToken.BOASTING ? 10 : 1;
        long arrived = kind == TestToken.FEE_ON_TRANSFER ? 990 : 1_000;
        assertThat(token.balanceOf(sender)).isEqualTo(BigInteger.valueOf(4_000 * shown));
        assertThat(token.balanceOf(receiver)).isEqualTo(BigInteger.valueOf(arrived * shown));
    }

    @Test
    void installMulticall3_answersAnEmptyBatch() {
        TestContracts.installMulticall3(node);

        String call = "[{\"to\":\"%s\",\"data\":\"0x82ad56cb%s%s\"},\"latest\"]"
                .formatted(
                        TestContracts.MULTICALL3_ADDRESS,
                        DeployedToken.word(BigInteger.valueOf(32)),
                        DeployedToken.word(BigInteger.ZERO));

        assertThat(node.rpc("eth_call", call).stringValue()).hasSize(2 + 2 * 64);
    }
}

package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.verifier.block.ForkSchedule;
import tools.jackson.databind.JsonNode;

class ConfigMethodsTest {
    private final TestChain chain = new TestChain(Mining.WHEN_TOLD);

    @Test
    void chainOfOneFork_hasNothingThatComesNext() {
        JsonNode config = new Conversation(chain.rpc()).result("eth_config", "[]");
        JsonNode current = config.path("current");
        assertThat(current.path("activationTime").longValue()).isEqualTo(0);
        assertThat(current.path("blobSchedule").toString())
                .isEqualTo("{\"target\":6,\"max\":9,\"baseFeeUpdateFraction\":5007716}");
        assertThat(current.path("precompiles").size()).isEqualTo(18);
        assertThat(current.path("systemContracts").size()).isEqualTo(5);
        assertThat(current.path("forkId").stringValue()).isEqualTo(checksum());
        assertThat(config.path("next").isNull()).isTrue();
        assertThat(config.path("last").isNull()).isTrue();
    }

    @Test
    void forksToCome_areSaid() {
        SealedBlock genesis = chain.node().history().newest();
        ChainSettings play = chain.node().settings();
        ForkSchedule forks = ForkSchedule.always(Fork.PRAGUE)
                .atTime(HandClock.START + 10, Fork.OSAKA)
                .blobsAtTime(HandClock.START + 20, new BlobSchedule(14, 21, 11_684_671));
        ChainSettings settings =
                new ChainSettings(play.chain(), forks, play.gasLimit(), play.feeRecipient(), play.initialBaseFee());
        Secp256k1 curve = Secp256k1.preferred();
        L1Node node = new L1Node(
                settings, new History(genesis), curve, new NodeClock(HandClock.at(HandClock.START)), Mining.WHEN_TOLD);
        JsonNode config =
                new Conversation(new JsonRpc(node, new Faucet(node, curve), "test")).result("eth_config", "[]");

        assertThat(config.path("current").path("precompiles").propertyNames())
                .hasSize(17)
                .doesNotContain("P256VERIFY");
        assertThat(config.path("current").path("forkId").stringValue()).isEqualTo(checksum());
        assertThat(config.path("next").path("activationTime").longValue()).isEqualTo(HandClock.START + 10);
        assertThat(config.path("next").path("forkId").stringValue()).isEqualTo(checksum(HandClock.START + 10));
        assertThat(config.path("last").path("blobSchedule").path("max").longValue())
                .isEqualTo(21);
        assertThat(config.path("last").path("forkId").stringValue())
                .isEqualTo(checksum(HandClock.START + 10, HandClock.START + 20));
    }

    @Test
    void parameters_areRefused() {
        JsonNode error =
                new Conversation(chain.rpc()).ask("eth_config", "[\"latest\"]").path("error");
        assertThat(error.path("code").intValue()).isEqualTo(-32_602);
    }

    /// EIP-6122.
    private String checksum(long... times) {
        CRC32 checksum = new CRC32();
        checksum.update(chain.node().history().at(0).orElseThrow().hash().toArray());
        for (long time : times) {
            checksum.update(ByteBuffer.allocate(8).putLong(time).array());
        }
        return "0x" + HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}

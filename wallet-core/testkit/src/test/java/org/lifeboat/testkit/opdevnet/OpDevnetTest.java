package org.lifeboat.testkit.opdevnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpDevnetTest {
    @Test
    void devnet_isUpWhole_andLeavesNothingBehind() {
        List<ProcessHandle> programs;
        Path folder;
        try (OpDevnet net = OpDevnet.start(DevnetOptions.standard().without(DevnetProgram.CHALLENGER))) {
            programs = ProcessHandle.current().descendants().toList();
            folder = net.folder();
            DevnetFacts facts = net.facts();
            assertThat(facts.l1().rpc("eth_chainId", "[]").stringValue()).isEqualTo("0x384");
            assertThat(facts.sequencer().rpc("eth_chainId", "[]").stringValue()).isEqualTo("0x385");
            String genesis = "[\"0x0\",false]";
            assertThat(facts.verifier().rpc("eth_getBlockByNumber", genesis).get("hash"))
                    .isEqualTo(facts.sequencer()
                            .rpc("eth_getBlockByNumber", genesis)
                            .get("hash"));
            String portal = facts.contract("OptimismPortal2");
            assertThat(facts.l1()
                            .rpc("eth_getCode", "[\"" + portal + "\",\"latest\"]")
                            .stringValue())
                    .hasSizeGreaterThan(2);

            net.stop(DevnetProgram.BATCHER);

            assertThat(net.isRunning(DevnetProgram.BATCHER)).isFalse();
            assertThat(net.isRunning(DevnetProgram.SEQUENCER_NODE)).isTrue();
        }
        assertThat(programs).hasSizeGreaterThan(6).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.exists(folder)).isFalse();
    }

    @Test
    void everyOption_isAnArgumentOfTheScript() {
        DevnetOptions options = DevnetOptions.standard()
                .data(DevnetOptions.Data.BLOBS)
                .contracts(DevnetOptions.Contracts.FIRST_FAULT_PROOFS)
                .batches(DevnetOptions.Batches.SPAN)
                .karstAt(20)
                .without(DevnetProgram.PROPOSER);

        assertThat(options.commandLine())
                .containsExactly(
                        "--batch-type=1",
                        "--contracts=npm",
                        "--da=blobs",
                        "--karst-at=20",
                        "--l1=geth",
                        "--no-proposer");
    }
}

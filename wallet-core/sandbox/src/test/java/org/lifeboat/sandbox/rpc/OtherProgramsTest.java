package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.testkit.anvil.Rig;
import org.lifeboat.testkit.solidity.SolidityCompiler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs that others wrote take the sandbox for a node: they deploy, send, read, and look for logs and proofs.
class OtherProgramsTest {
    private static final String SOURCE = """
            pragma solidity ^0.8.20;
            contract Keeper {
                uint256 public kept;
                event Kept(address indexed by, uint256 value);
                error TooSmall(uint256 least);
                function keep(uint256 value) external {
                    if (value == 0) revert TooSmall(1);
                    kept = value;
                    emit Kept(msg.sender, value);
                }
            }
            """;

    private final TestChain chain = new TestChain(Mining.AT_ONCE);
    private final String key = Bytes.of(TestChain.ANNA.key()).toHex();
    private RpcServer server;
    private String creation;

    @BeforeEach
    void start() throws IOException {
        creation = Objects.requireNonNull(
                        SolidityCompiler.compile(Map.of("Keeper.sol", SOURCE)).get("Keeper"))
                .creationCode();
        server = RpcServer.start(chain.rpc(), 0);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /// The document that it printed, after it has ended well.
    private static JsonNode run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return JsonMapper.shared().readTree(out);
    }

    private JsonNode cast(String what, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Rig.cast().toString(), what, "--rpc-url", server.url().toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Hash32 kept(Address contract) {
        SealedBlock newest = chain.node().history().newest();
        return newest.state().storage(contract, Hash32.ofNumber(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"viem", "ethers"})
    void scripts_findWhatTheyExpect(String library) throws IOException, InterruptedException {
        Path script = Rig.script(library + ".mjs");

        JsonNode found = run(List.of("node", script.toString(), server.url().toString(), key, creation));

        Address contract = Address.fromHex(found.path("contract").stringValue().toLowerCase(java.util.Locale.ROOT));
        assertThat(kept(contract)).isEqualTo(Hash32.ofNumber(42));
        assertThat(chain.node()
                        .history()
                        .transaction(Hash32.fromHex(found.path("transaction").stringValue())))
                .isPresent();
    }

    @Test
    void cast_deploysSendsAndReads() throws IOException, InterruptedException {
        JsonNode deployed = cast("send", "--private-key", key, "--json", "--create", creation);
        String contract = deployed.path("contractAddress").stringValue();
        JsonNode sent = cast("send", "--private-key", key, "--json", contract, "keep(uint256)", "42");
        String hash = sent.path("transactionHash").stringValue();

        assertThat(sent.path("status").stringValue()).isEqualTo("0x1");
        assertThat(kept(Address.fromHex(contract))).isEqualTo(Hash32.ofNumber(42));
        assertThat(cast("call", "--json", contract, "kept()(uint256)").get(0).asString())
                .isEqualTo("42");
        assertThat(cast("logs", "--json", "--from-block", "0", "--address", contract))
                .hasSize(1);
        assertThat(cast("proof", contract, Hash32.ofNumber(0).toHex())
                        .path("storageProof")
                        .get(0)
                        .path("value")
                        .stringValue())
                .isEqualTo("0x2a");
        assertThat(cast("tx", "--json", hash).path("hash").stringValue()).isEqualTo(hash);
        assertThat(cast("block", "--json", "latest").path("number").stringValue())
                .isEqualTo(Shown.quantity(chain.node().history().newest().number()));
    }
}

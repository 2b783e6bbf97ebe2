package org.lifeboat.conformance.lightclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.conformance.Report;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.lightclient.Update;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rpc.beacon.LightClientJson;
import org.lifeboat.testkit.vectors.VectorFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plain folders on the disk, made of what a Lodestar node has served, and run as the suite runs any other.
class PlainFolderTest {
    private static final Path RECORDED = Path.of(
            System.getProperty("vectors", "../../../shared/vectors"), "lightclient", "lodestar-minimal-capella");
    private static final long LATE = 100_000;

    @TempDir
    Path folder;

    private final JsonMapper json = new JsonMapper();
    private String root = "";
    private long newest;

    @BeforeEach
    void record() throws Exception {
        assumeTrue(Files.isDirectory(RECORDED), "the recording is not at " + RECORDED);
        Bootstrap bootstrap = LightClientJson.bootstrap(data("bootstrap.json"));
        root = bootstrap.header().beacon().root().toHex();
        write("bootstrap.ssz", bootstrap.write(Fork.CAPELLA, Preset.MINIMAL));
        for (int period = 0; period < 5; period++) {
            Update update = LightClientJson.update(
                    json.readTree(Files.readAllBytes(RECORDED.resolve("updates_p" + period + ".json")))
                            .get(0)
                            .path("data"));
            write("update_" + period + ".ssz", update.write(Fork.CAPELLA, Preset.MINIMAL));
            newest = Math.max(newest, update.signatureSlot());
        }
        String root2 = data("genesis.json").path("genesis_validators_root").stringValue();
        write("config.yaml", config());
        meta("accepted", "genesis_validators_root: '" + root2 + "'\ncurrent_slot: " + LATE);
    }

    @Test
    void whatANodeServed_isAccepted() throws IOException {
        assertThat(run().failedCount()).isZero();
        assertThat(run().passedCount()).isEqualTo(1);
    }

    @Test
    void oneWrongBit_isRefusedWhereverItIs() throws IOException {
        for (String name : List.of("bootstrap.ssz", "update_0.ssz", "update_4.ssz")) {
            byte[] genuine = Files.readAllBytes(folder.resolve(name));
            byte[] altered = genuine.clone();
            altered[altered.length / 3] ^= 4;
            Files.write(folder.resolve(name), altered);
            assertThat(run().failedCount()).as(name).isEqualTo(1);
            expect("refused");
            assertThat(run().passedCount()).as(name).isEqualTo(1);
            Files.write(folder.resolve(name), genuine);
            expect("accepted");
        }
    }

    @Test
    void messagesMayBeMissing() throws IOException {
        Files.delete(folder.resolve("update_4.ssz"));
        Files.delete(folder.resolve("update_3.ssz"));
        assertThat(run().passedCount()).isEqualTo(1);
        for (int period = 0; period < 3; period++) {
            Files.delete(folder.resolve("update_" + period + ".ssz"));
        }
        assertThat(run().passedCount()).as("the bootstrap alone").isEqualTo(1);
    }

    @Test
    void aMissingPeriod_isRefused() throws IOException {
        Files.delete(folder.resolve("update_1.ssz"));
        Files.delete(folder.resolve("update_2.ssz"));
        expect("refused");
        assertThat(run().passedCount()).isEqualTo(1);
    }

    @Test
    void aMissingBootstrap_isRefused_andAMissingMetaIsAFailure() throws IOException {
        Files.delete(folder.resolve("bootstrap.ssz"));
        expect("refused");
        assertThat(run().passedCount()).isEqualTo(1);
        Files.write(folder.resolve("bootstrap.ssz"), new byte[8]);
        Files.delete(folder.resolve("meta.yaml"));
        assertThat(run().failedCount()).isEqualTo(1);
    }

    @Test
    void messagesFromTheFuture_areRefused() throws IOException {
        String meta = Files.readString(folder.resolve("meta.yaml"));
        Files.writeString(folder.resolve("meta.yaml"), meta.replace("" + LATE, "" + newest));
        assertThat(run().passedCount()).isEqualTo(1);
        Files.writeString(
                folder.resolve("meta.yaml"),
                meta.replace("" + LATE, "" + (newest - 1)).replace("accepted", "refused"));
        assertThat(run().passedCount()).isEqualTo(1);
        Files.writeString(folder.resolve("meta.yaml"), meta.replace("current_slot: " + LATE, ""));
        assertThat(run().passedCount()).as("without a clock").isEqualTo(1);
    }

    @Test
    void anotherRootOrAnotherNetwork_isRefused() throws IOException {
        String meta = Files.readString(folder.resolve("meta.yaml"));
        String other = "0x" + "11".repeat(32);
        Files.writeString(folder.resolve("meta.yaml"), meta.replace(root, other).replace("accepted", "refused"));
        assertThat(run().passedCount()).isEqualTo(1);
        Files.writeString(
                folder.resolve("meta.yaml"),
                meta.replaceFirst("genesis_validators_root: .*", "genesis_validators_root: " + other)
                        .replace("accepted", "refused"));
        assertThat(run().passedCount()).isEqualTo(1);
    }

    @Test
    void theConfiguration_mayStandInTheMetaAndUnderAnyName() throws IOException {
        String meta = Files.readString(folder.resolve("meta.yaml"));
        Files.move(folder.resolve("config.yaml"), folder.resolve("devnet.yaml"));
        Files.writeString(folder.resolve("meta.yaml"), meta + "\nconfig: devnet.yaml\n");
        assertThat(run().passedCount()).isEqualTo(1);
        Files.writeString(
                folder.resolve("meta.yaml"),
                meta + "\nconfig:\n" + new String(config().toArray(), StandardCharsets.UTF_8).indent(2));
        Files.delete(folder.resolve("devnet.yaml"));
        assertThat(run().passedCount()).isEqualTo(1);
        Files.writeString(folder.resolve("meta.yaml"), meta);
        assertThat(run().failedCount()).as("a network that nobody describes").isEqualTo(1);
    }

    private void meta(String expect, String more) throws IOException {
        Files.writeString(folder.resolve("meta.yaml"), """
                network: devnet
                fork: capella
                trusted_block_root: %s
                expect: %s
                %s
                """.formatted(root, expect, more));
    }

    private void expect(String expect) throws IOException {
        String meta = Files.readString(folder.resolve("meta.yaml"));
        Files.writeString(folder.resolve("meta.yaml"), meta.replaceFirst("expect: .*", "expect: " + expect));
    }

    /// The node's own, as a configuration file has it.
    private Bytes config() {
        StringBuilder config = new StringBuilder();
        data("spec.json").properties().forEach(entry -> {
            if (entry.getKey().endsWith("_FORK_VERSION")
                    || entry.getKey().endsWith("_FORK_EPOCH")
                    || entry.getKey().equals("PRESET_BASE")) {
                config.append(entry.getKey() + ": " + entry.getValue().stringValue() + "\n");
            }
        });
        return Bytes.of(config.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode data(String name) {
        return json.readTree(RECORDED.resolve(name).toFile()).path("data");
    }

    private void write(String name, Bytes content) throws IOException {
        Files.write(folder.resolve(name), content.toArray());
    }

    private Report run() throws IOException {
        Report report = new Report(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        new LightClientSuite().run(new VectorFolder(folder), report);
        return report;
    }
}

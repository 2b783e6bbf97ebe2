package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.HealthBook;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rpc.Patience;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.sandbox.beacon.BeaconChain;
import org.lifeboat.sandbox.beacon.BeaconFace;
import org.lifeboat.sandbox.beacon.Payloads;
import org.lifeboat.sandbox.beacon.PlayNetwork;
import org.lifeboat.sandbox.beacon.Trick;
import org.lifeboat.testkit.anvil.AnvilNode;

/// On the command line: from a beacon source to a final balance, and to a file that another computer checks.
class SyncStoryTest {
    private static final ChainId CHAIN = new ChainId(31_337);
    private static final String OWNER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

    @TempDir
    Path folder;

    @Test
    void aBalanceBecomesFinal_andItsEvidenceIsCheckedElsewhere() throws IOException {
        BeaconChain chain = new BeaconChain(PlayNetwork.minimal(Instant.now().getEpochSecond() - 12 * 200));
        try (AnvilNode node = AnvilNode.l1(CHAIN.value());
                BeaconFace beacon = BeaconFace.open(chain);
                RpcSources opener =
                        new RpcSources(Route.DIRECT, _ -> {}, HealthBook.NONE, Patience.standard(), Instant::now)) {
            Source source = ((SourceOpener.Opened.Ready) opener.open(
                            new Endpoint(new SourceId(CHAIN, node.url().toString()), false)))
                    .source();
            follow(node, chain, source, 1, 130);
            String root = chain.rootAt(100).orElseThrow().toHex();
            Launcher lifeboat = new Launcher(folder.resolve("profile"));
            done(lifeboat.run("accounts", "watch", OWNER, "--label", "Mine"));
            done(lifeboat.run(
                    "networks",
                    "add",
                    "31337",
                    "--name",
                    "Local",
                    "--layer",
                    "L1",
                    "--test-net",
                    "--source",
                    node.url().toString(),
                    "--yes"));
            done(lifeboat.run("sync", "add", "31337", "--source", beacon.url(), "--yes"));
            Launcher.Result tooEarly = lifeboat.run("sync", "follow", "31337", "--once");
            assertThat(tooEarly.exitCode()).isEqualTo(3);
            assertThat(lifeboat.run("logs", "31337", "--to", "5").exitCode()).isEqualTo(3);
            done(lifeboat.run("sync", "checkpoint", "31337", "--root", root, "--yes"));
            Launcher.Result followed = done(lifeboat.run("sync", "follow", "31337", "--once", "--json"));
            assertThat(followed.out()).contains("\"phase\" : \"FOLLOWING\"").contains("\"slot\" : 130");

            Launcher.Result first = done(lifeboat.run("balances", "--network", "31337", "--json"));
            assertThat(first.out()).contains("\"POSTED\"");
            follow(node, chain, source, 131, 190);
            Launcher.Result later = done(lifeboat.run("balances", "--network", "31337", "--json"));
            assertThat(later.out()).contains("\"FINAL\"");
            assertThat(done(lifeboat.run("balances", "--offline")).out()).contains("Final");

            logs(lifeboat, node);

            Path file = folder.resolve("evidence.json");
            done(lifeboat.run("sync", "evidence", "31337", file.toString(), "--account", OWNER));
            Launcher elsewhere = new Launcher(folder.resolve("another-computer"));
            Launcher.Result checked = done(elsewhere.run("verify", file.toString(), "--checkpoint", root, "--json"));
            assertThat(checked.out()).contains("\"checkpointExpected\" : true").contains("\"AMOUNT\"");
            String altered = Files.readString(file).replaceFirst("\"nonce\" : \"0\"", "\"nonce\" : \"1\"");
            Path forged = Files.writeString(folder.resolve("forged.json"), altered);
            assertThat(elsewhere.run("verify", forged.toString()).exitCode()).isEqualTo(8);
            assertThat(lifeboat.run("sync", "status").out()).contains("Local");
        }
    }

    /// A transfer of nothing but an event, found below the final block; none elsewhere, and that is proven as well.
    private static void logs(Launcher lifeboat, AnvilNode node) {
        Launcher.Result all = done(lifeboat.run("logs", "31337", "--from", "20", "--to", "60", "--json"));
        assertThat(all.out())
                .contains("\"complete\" : true")
                .contains("\"FINAL\"")
                .contains("\"logs\" : [ ]");
        Launcher.Result received =
                done(lifeboat.run("logs", "31337", "--from", "20", "--to", "60", "--received", "Mine"));
        assertThat(received.out()).contains("0 logs in blocks 20 to 60, and no other");
        Launcher.Result beyond = lifeboat.run("logs", "31337", "--from", "100", "--to", "400", "--json");
        assertThat(beyond.exitCode()).isEqualTo(1);
        assertThat(beyond.out()).contains("NOT_VERIFIED").contains("\"complete\" : false");
        assertThat(lifeboat.run("logs", "31337", "--to", "9999999", "--from", "1")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void aCheckpoint_isAgreedByTwoOperators_orTheBuiltInOne_orNone() {
        BeaconChain chain = new BeaconChain(PlayNetwork.minimal(Instant.now().getEpochSecond() - 12 * 200));
        for (long slot = 1; slot <= 199; slot++) {
            chain.append(slot, Payloads.made(slot, chain.network().timeOf(slot), 0));
        }
        try (AnvilNode node = AnvilNode.l1(CHAIN.value());
                BeaconFace one = BeaconFace.open(chain);
                BeaconFace two = BeaconFace.open(chain)) {
            Launcher lifeboat = new Launcher(folder.resolve("profile"));
            done(lifeboat.run(
                    "networks",
                    "add",
                    "31337",
                    "--name",
                    "Local",
                    "--layer",
                    "L1",
                    "--test-net",
                    "--source",
                    node.url().toString(),
                    "--yes"));
            done(lifeboat.run("sync", "add", "31337", "--source", one.url(), "--yes"));

            Launcher.Result alone = lifeboat.run("sync", "checkpoint", "31337", "--agreed", "--yes");
            assertThat(alone.exitCode()).isEqualTo(3);
            assertThat(alone.err()).contains("No checkpoint was chosen");
            assertThat(lifeboat.run("sync", "checkpoint", "31337", "--built-in", "--yes")
                            .exitCode())
                    .as("none is built in for this network")
                    .isEqualTo(3);

            done(lifeboat.run("sync", "add", "31337", "--source", two.url(), "--yes"));
            // Eight epochs back from slot 200: epoch 17, whose first slot is 136; later on a slow machine.
            Launcher.Result agreed = done(lifeboat.run("sync", "checkpoint", "31337", "--agreed", "--yes", "--json"));
            assertThat(Stream.of(136, 144, 152, 160, 168))
                    .anyMatch(slot -> agreed.out()
                            .contains(chain.rootAt(slot).orElseThrow().toHex()));
            assertThat(done(lifeboat.run("sync", "follow", "31337", "--once", "--json"))
                            .out())
                    .contains("FOLLOWING");
            two.play(Trick.WRONG_COMMITTEE);
            assertThat(lifeboat.run("sync", "checkpoint", "31337", "--agreed", "--yes")
                            .exitCode())
                    .as("they name different blocks")
                    .isEqualTo(3);

            Launcher.Result builtIn =
                    done(lifeboat.run("sync", "checkpoint", "ethereum", "--built-in", "--yes", "--json"));
            assertThat(builtIn.err()).contains("Built into this version");
            assertThat(builtIn.out()).contains("\"RELEASE\"").contains("NOT_BEGUN");
        }
    }

    private static void follow(AnvilNode node, BeaconChain chain, Source source, long from, long to) {
        for (long slot = from; slot <= to; slot++) {
            node.mine(1);
            var claim = source.ask(new Query.HeaderOf(BlockSelector.LATEST), Purpose.FOLLOW_L1, Duration.ofSeconds(10))
                    .got()
                    .orElseThrow()
                    .orElseThrow();
            if (BlockHeader.fromFields(claim.fields(), claim.claimedHash())
                    instanceof Answer.Proven<BlockHeader>(BlockHeader header)) {
                chain.append(slot, Payloads.of(header));
            }
        }
    }

    private static Launcher.Result done(Launcher.Result result) {
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result;
    }
}

package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lifeboat.app.launcher.WholeStoryTest.assertDone;
import static org.lifeboat.app.launcher.WholeStoryTest.json;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.anvil.NodeClient;
import tools.jackson.databind.JsonNode;

/// A rehearsal through the launcher. The chains of another sandbox stand for the user's real ones: what is there is
/// copied, and nothing is done there.
class RehearsalStoryTest {
    @TempDir
    Path folder;

    @Test
    void rehearsal_copiesWhatIsThere_playsItElsewhere_andNamesTheOneThingToDo() throws Exception {
        Path profile = folder.resolve("profile");
        Process chains =
                new Launcher(folder.resolve("unused")).start("sandbox", "--profile", profile.toString(), "--json");
        try {
            JsonNode world = SandboxStoryTest.firstDocument(chains).path("result");
            Launcher lifeboat = new Launcher(profile);
            String words = secret("words", world.path("words").stringValue());
            assertDone(lifeboat.run(
                    "restore", "--words-file", words, "--password-file", secret("password", "correct horse")));
            NodeClient l1 = new NodeClient(URI.create(world.path("url").stringValue()));
            String account = json(lifeboat.run("accounts", "list", "--json"))
                    .at("/result/accounts/0/address")
                    .stringValue();
            String count = "[\"" + account + "\",\"pending\"]";
            String before = l1.rpc("eth_getTransactionCount", count).stringValue();
            Path certificate = folder.resolve("certificate.html");

            Launcher.Result rehearsed = lifeboat.run(
                    "drill", "rehearse", "Sandbox L2", "--yes", "--json", "--certificate", certificate.toString());

            assertDone(rehearsed);
            JsonNode result = json(rehearsed).path("result");
            assertThat(result.path("onLayer2").stringValue()).startsWith("10");
            assertThat(result.path("stoppedAt").isNull()).isTrue();
            assertThat(result.path("wouldFail"))
                    .extracting(JsonNode::stringValue)
                    .containsSequence("ONE_L1_SOURCE", "ONE_L2_SOURCE");
            assertThat(result.path("tokens"))
                    .extracting(
                            token -> token.path("symbol").stringValue(),
                            token -> token.path("played").booleanValue())
                    .containsExactly(tuple("playOAR", true));
            assertThat(result.path("moves")
                            .valueStream()
                            .map(move -> move.path("token").asString("")))
                    .as("of the tokens that the account holds, each step")
                    .containsSubsequence("60 playplayOAR", "60 playplayOAR", "60 playplayOAR");
            assertThat(result.path("secondsOfSilence").asLong())
                    .as("the window of the chain that was copied")
                    .isEqualTo(3_600);
            assertThat(result.path("bondOfRoot").stringValue()).isEqualTo("0.08");
            assertThat(Files.readString(certificate))
                    .contains("Add a second source of Lifeboat sandbox", "Sandbox L2")
                    .doesNotContain(account.substring(2));
            assertThat(l1.rpc("eth_getTransactionCount", count).stringValue())
                    .as("nothing was sent to the chains that were copied")
                    .isEqualTo(before);
            assertThat(json(lifeboat.run("exit", "list", "--json")).at("/result/exits"))
                    .isEmpty();
            assertInNoContest(lifeboat);
        } finally {
            chains.destroy();
            chains.waitFor();
        }
    }

    /// As whoever has lost a profile looks for contests.
    private static void assertInNoContest(Launcher lifeboat) {
        JsonNode contests =
                json(lifeboat.run("dispute", "find", "Sandbox L2", "--json")).path("result");
        assertThat(contests.path("found")).isEmpty();
        assertThat(contests.path("unread").asInt(-1)).isZero();
        assertThat(lifeboat.run("dispute", "find", "Sandbox L2").out()).contains("Found and kept: 0.");
    }

    private String secret(String name, String content) throws IOException {
        Path file = Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content).toString();
    }
}

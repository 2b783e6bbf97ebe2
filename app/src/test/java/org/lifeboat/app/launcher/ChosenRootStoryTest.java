package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.anvil.NodeClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `exit games` and `exit next --game`, with every way in which they are refused.
class ChosenRootStoryTest {
    private static final String USER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

    private static final int USAGE = 2;
    private static final int REFUSED = 3;
    private static final int NO_ANSWER = 5;

    private static final int MOST_HOURS = 6;

    @TempDir
    Path folder;

    private Process sandbox;
    private NodeClient l1;
    private DevnetWallet wallet;
    private String chain;

    @BeforeEach
    void start() throws IOException {
        sandbox = new Launcher(folder.resolve("unused"))
                .start("sandbox", "--profile", folder.resolve("play").toString(), "--json");
        JsonNode world = SandboxStoryTest.firstDocument(sandbox).path("result");
        l1 = new NodeClient(URI.create(world.path("url").stringValue()));
        chain = Long.toString(world.at("/rollups/0/chainId").longValue());
        wallet = new DevnetWallet(folder, "play", world.path("words").stringValue());
    }

    @AfterEach
    void stop() throws InterruptedException {
        sandbox.destroy();
        sandbox.waitFor();
    }

    @Test
    void theRootOfAProof_isTheUsersChoice_andWhatIsNoneIsRefused() throws InterruptedException {
        wallet.signed("exit", "start", "--network", chain, "--from", USER, "--amount", "0.1", "--to", USER);
        assertRefused(REFUSED, "No proof is due", "exit", "games", "1");
        assertRefused(REFUSED, "9", "exit", "games", "9");
        List<JsonNode> roots = roots();
        JsonNode own = roots.getFirst();
        JsonNode other = roots.get(1);
        assertThat(own.path("recommended").booleanValue()).isTrue();
        assertThat(other.path("recommended").booleanValue()).isFalse();
        assertThat(roots).noneMatch(root -> root.path("chosen").booleanValue());

        assertWrongOnesKeepNothing();
        assertChosen(own, other);
        JsonNode proven = wallet.signed("exit", "next", "1", "--game", index(other));
        assertThat(proven.at("/exit/step").asString()).isEqualTo("PROVE");
        l1.rpc("sandbox_mine", "[1]");
        JsonNode waiting = wallet.look();
        assertThat(waiting.path("standing").asString()).isEqualTo("WAITING");
        assertThat(waiting.path("game").asString()).isEqualTo(other.path("game").asString());

        assertRefused(REFUSED, "No proof is due", "exit", "games", "1");
        assertRefused(REFUSED, "No proof is due", "exit", "next", "1", "--game", index(own));
        sandbox.destroyForcibly().waitFor();
        assertRefused(NO_ANSWER, "", "exit", "games", "1");
        assertRefused(NO_ANSWER, "", "exit", "next", "1", "--game", index(own));
    }

    /// The best by itself, and another one at least.
    private List<JsonNode> roots() {
        for (int hour = 0; hour < MOST_HOURS; hour++) {
            l1.rpc("sandbox_mine", "[303,12]"); // after which there is a root more
            wallet.look();
            Launcher.Result result = wallet.run("exit", "games", "1");
            List<JsonNode> fitting = StreamSupport.stream(
                            JsonMapper.shared()
                                    .readTree(result.out())
                                    .at("/result/games")
                                    .spliterator(),
                            false)
                    .filter(root -> root.path("refusal").isNull())
                    .toList();
            if (fitting.size() > 1) {
                return fitting;
            }
        }
        throw new AssertionError(
                "never two roots: " + wallet.run("exit", "games", "1").out()
                        + wallet.run("exit", "games", "1").err());
    }

    private void assertWrongOnesKeepNothing() {
        assertRefused(USAGE, "neither the address of a game nor a number", "exit", "next", "1", "--game", "newest");
        assertRefused(USAGE, "0x12", "exit", "next", "1", "--game", "0x12");
        assertRefused(REFUSED, "There is no root 999999", "exit", "next", "1", "--game", "999999");
        assertRefused(REFUSED, "There is no root " + USER, "exit", "next", "1", "--game", USER);
        assertRefused(REFUSED, "older than your withdrawal", "exit", "next", "1", "--game", "0");
        assertThat(wallet.done("exit", "list", "--offline")
                        .at("/exits/0/chosenGame")
                        .isNull())
                .isTrue();
    }

    /// By its number, taken back by the address of the one that is best by itself.
    private void assertChosen(JsonNode own, JsonNode other) {
        Launcher.Result chosen = wallet.run("exit", "next", "1", "--look", "--game", index(other));
        assertThat(chosen.exitCode()).as(chosen.err()).isZero();
        assertThat(chosen.err()).contains("Kept: exit 1 is to be proven against the root of block");
        JsonNode exit = JsonMapper.shared().readTree(chosen.out()).at("/result/exit");
        assertThat(exit.path("chosenGame").asString()).isEqualTo(index(other));
        assertThat(exit.path("rootOfBlock")).isEqualTo(other.path("block"));
        assertThat(wallet.done("exit", "games", "1").path("games"))
                .filteredOn(root -> root.path("chosen").booleanValue())
                .extracting(ChosenRootStoryTest::index)
                .containsExactly(index(other));

        Launcher.Result back = wallet.run(
                "exit", "next", "1", "--look", "--game", own.path("game").asString());
        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.err()).contains("the root that is best by itself");
        assertThat(JsonMapper.shared()
                        .readTree(back.out())
                        .at("/result/exit/chosenGame")
                        .isNull())
                .isTrue();
    }

    private void assertRefused(int exitCode, String said, String... command) {
        Launcher.Result result = wallet.run(command);

        assertThat(result.exitCode())
                .as("%s: %s", List.of(command), result.err())
                .isEqualTo(exitCode);
        assertThat(result.out() + result.err()).contains(said);
    }

    private static String index(JsonNode root) {
        return root.path("index").asString();
    }
}

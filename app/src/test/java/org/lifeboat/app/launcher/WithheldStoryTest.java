package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.DevnetProgram;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/// On a real OP Stack: the batcher holds back its data, so that a transfer which the sequencer had accepted disappears.
/// The watcher, a process of its own for each look, sees and says each step of it.
class WithheldStoryTest {
    /// Nobody's.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee04";

    private static final int MOST_LOOKS = 60;

    @TempDir
    Path folder;

    private final List<JsonNode> said = new ArrayList<>();

    @OnDevnetForms
    void aTransferThatDisappears_isSeenAndSaid(DevnetForm form) throws Exception {
        DevnetOptions options = form.on(DevnetOptions.standard())
                .without(DevnetProgram.CHALLENGER)
                .without(DevnetProgram.PROPOSER);
        try (OpDevnet devnet = OpDevnet.start(options)) {
            DevnetFacts facts = devnet.facts();
            DevnetWallet wallet = new DevnetWallet(folder, "wallet", facts, facts.sequencer(), facts.verifier());
            wallet.run(knowTheChain(facts));
            look(wallet);
            look(wallet);

            devnet.stop(DevnetProgram.BATCHER);
            wallet.signedAtTheSecondTry(
                    "send", "--network", "opdev", "--from", "user", "--to", TARGET, "--amount", "0.2");
            until(wallet, one -> is(one, "payment") && one.path("wentBack").asBoolean());
            until(
                    wallet,
                    one -> is(one, "chain") && one.path("stands").asString().equals("REPLACED"));

            assertThat(steps()).startsWith("ACCEPTED");
            assertThat(stands()).as("withheld first, replaced then").containsSubsequence("WITHHELD", "REPLACED");
            assertThat(said).anySatisfy(one -> {
                assertThat(one.path("notice").asString()).isEqualTo("replaced");
                assertThat(one.path("told").asString())
                        .isNotEqualTo(one.path("now").asString());
            });
            assertThat(sentences())
                    .anySatisfy(sentence -> assertThat(sentence).contains("do not accept payments here yet"))
                    .anySatisfy(sentence -> assertThat(sentence).contains("0.2 ETH", "went back"));
            JsonNode payment =
                    wallet.done("activity", "--offline").path("transactions").path(0);
            assertThat(payment.path("wentBackFrom").isIntegralNumber())
                    .as(payment.toString())
                    .isTrue();
        }
    }

    /// Any check keeps the chain's own description, without which its window is not known.
    private static String[] knowTheChain(DevnetFacts facts) {
        return Stream.of(
                        "check-chain",
                        "opdev",
                        "--spot",
                        "1",
                        "--rollup",
                        facts.rollupConfig().toString(),
                        "--l1-config",
                        facts.rollupConfig()
                                .resolveSibling("l1-chain-config.json")
                                .toString(),
                        "--yes")
                .toArray(String[]::new);
    }

    private void until(DevnetWallet wallet, Predicate<JsonNode> seen) {
        for (int look = 0; look < MOST_LOOKS && said.stream().noneMatch(seen); look++) {
            look(wallet);
        }
        assertThat(said).as("what was said").anyMatch(seen);
    }

    private void look(DevnetWallet wallet) {
        Launcher.Result result = wallet.run("watch", "--once", "--no-notices");
        try (MappingIterator<JsonNode> documents =
                JsonMapper.shared().readerFor(JsonNode.class).readValues(result.out())) {
            while (documents.hasNext()) {
                said.add(documents.next().path("result"));
            }
        } catch (JacksonException broken) {
            throw new AssertionError(result.out() + result.err(), broken);
        }
    }

    private static boolean is(JsonNode one, String notice) {
        return one.path("notice").asString().equals(notice);
    }

    private List<String> steps() {
        return texts("payment", "step");
    }

    private List<String> stands() {
        return texts("chain", "stands");
    }

    private List<String> sentences() {
        return said.stream().map(one -> one.path("sentence").asString()).toList();
    }

    private List<String> texts(String notice, String member) {
        return said.stream()
                .filter(one -> is(one, notice))
                .map(one -> one.path(member).asString())
                .toList();
    }
}

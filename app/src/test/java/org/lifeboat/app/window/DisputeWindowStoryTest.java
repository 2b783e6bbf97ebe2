package org.lifeboat.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.launcher.Launcher;
import org.lifeboat.app.launcher.OpProfile;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.DevnetProgram;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;

/// A false root on a real OP Stack on loopback, found, contested and won, and what is due had paid, by what a user
/// presses in the window. Nobody else plays.
class DisputeWindowStoryTest {
    private static final int MOST_LOOKS = 200;
    private static final int GLANCE_MILLIS = 1_000;

    /// CANNON. Source: optimism, `src/dispute/lib/Types.sol`, `GameTypes`.
    private static final int CANNON = 0;

    /// What the page offers, by the name of the step.
    private static final Map<String, String> STEPS = Map.of(
            "MOVE", "Review the next move",
            "SETTLE", "Review: settle what has no time left",
            "UNLOCK", "Review: begin the waiting time of what is due",
            "CLAIM", "Review: have it paid");

    @TempDir
    Path folder;

    @OnDevnetForms
    void aFalseRoot_isFound_contested_andWon_inTheWindow(DevnetForm form) throws Exception {
        try (OpDevnet devnet = OpDevnet.start(options(form))) {
            DevnetFacts facts = devnet.facts();
            OpProfile made = OpProfile.make(folder, facts);
            knowTheChain(made, facts);
            devnet.falseRoot(CANNON);
            if (!(Profile.open(made.home()) instanceof Profile.Opened.Ready(Profile profile))) {
                throw new AssertionError("the profile does not open");
            }
            BigInteger before = balance(facts);
            try (profile;
                    WindowWallet wallet = new WindowWallet(profile)) {
                Eyes eyes = new Eyes(wallet);
                eyes.write("Password", OpProfile.PASSWORD);
                eyes.press("Unlock");
                eyes.press("Exits");
                eyes.press("About this chain");
                eyes.press("Posted roots and contests");
                eyes.press("Look at it");
                eyes.press("Check this root here");
                eyes.see("False: block ");
                eyes.chooseLast("Account that contests");
                eyes.press("Contest it");

                List<String> taken = carryOut(eyes);
                eyes.close();
                assertThat(taken).startsWith("MOVE").contains("SETTLE").endsWith("CLAIM");
                assertThat(taken)
                        .filteredOn("MOVE"::equals)
                        .as("one attack is enough")
                        .hasSize(1);
            }
            assertThat(balance(facts)).as("its own bond, and the liar's").isGreaterThan(before);
        }
    }

    /// Presses what the page offers until nothing is due any more.
    private static List<String> carryOut(Eyes eyes) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (int look = 0; look < MOST_LOOKS; look++) {
            for (Map.Entry<String, String> step : STEPS.entrySet()) {
                if (eyes.offers(step.getValue())) {
                    eyes.press(step.getValue());
                    eyes.signBeginning("Sign and send ", "Back to the contest");
                    taken.add(step.getKey());
                    break;
                }
            }
            if (taken.contains("CLAIM") && eyes.shows("Nothing is due to you from it.")) {
                return taken;
            }
            eyes.press("Look again");
            Thread.sleep(GLANCE_MILLIS);
        }
        throw new AssertionError("not paid after " + MOST_LOOKS + " looks; steps: " + taken);
    }

    /// Data in calldata: the window asks for blobs at beacon nodes that a light client follows, which the devnet lacks.
    private static DevnetOptions options(DevnetForm form) {
        DevnetForm calldata = new DevnetForm(
                form.contracts(), DevnetOptions.Data.CALLDATA, form.batches(), form.brotli(), form.karst());
        return calldata.on(DevnetOptions.standard())
                .without(DevnetProgram.CHALLENGER)
                .without(DevnetProgram.PROPOSER)
                .with("seq-window", "300")
                .clocks(90, 12, 6);
    }

    /// Any check keeps the chain's own description, without which no block can be run again.
    private static void knowTheChain(OpProfile made, DevnetFacts facts) {
        Path rollup = facts.rollupConfig();
        Launcher.Result result = made.lifeboat()
                .run(
                        "check-chain",
                        "opdev",
                        "--spot",
                        "1",
                        "--rollup",
                        rollup.toString(),
                        "--l1-config",
                        rollup.resolveSibling("l1-chain-config.json").toString(),
                        "--yes");
        assertThat(result.exitCode()).as(result.err()).isIn(0, 1);
    }

    private static BigInteger balance(DevnetFacts facts) {
        String user = facts.account(DevnetFacts.Role.USER).address();
        String answer = facts.l1()
                .rpc("eth_getBalance", "[\"" + user + "\", \"latest\"]")
                .asString();
        return new BigInteger(answer.substring(2), 16);
    }
}

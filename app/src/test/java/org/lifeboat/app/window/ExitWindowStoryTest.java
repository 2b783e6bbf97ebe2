package org.lifeboat.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.launcher.OpProfile;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;

/// Money brought home from a real OP Stack on loopback, by what a user presses in the window.
class ExitWindowStoryTest {
    /// Nobody's: what arrives there is what was paid out.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee02";

    private static final int MOST_LOOKS = 200;
    private static final int GLANCE_MILLIS = 1_000;

    /// What a step is called on the page, and on the button that signs it.
    private static final Map<String, String> STEPS = steps();

    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("Prove it", "Sign: prove it, on l1dev");
        steps.put("End the contest", "Sign: end the contest, on l1dev");
        steps.put("Have it paid out", "Sign: have it paid out, on l1dev");
        return steps;
    }

    @TempDir
    Path folder;

    @OnDevnetForms
    void aWithdrawal_thatWasBegunInTheWindow_isPaidOut(DevnetForm form) throws Exception {
        try (OpDevnet devnet = OpDevnet.start(form.on(OpProfile.options()))) {
            OpProfile made = OpProfile.make(folder, devnet.facts());
            if (!(Profile.open(made.home()) instanceof Profile.Opened.Ready(Profile profile))) {
                throw new AssertionError("the profile does not open");
            }
            try (profile;
                    WindowWallet wallet = new WindowWallet(profile)) {
                Eyes eyes = new Eyes(wallet);
                eyes.write("Password", OpProfile.PASSWORD);
                eyes.press("Unlock");
                eyes.press("Exits");
                eyes.see("user  (0x709979…dc79C8): You could leave today: yes");
                bringIn(eyes, devnet.facts());
                eyes.see("user  (0x709979…dc79C8): You could leave today: yes");
                eyes.press("Withdraw");
                eyes.chooseLast("From");
                eyes.write("Amount", "0.3");
                eyes.write("To", TARGET);
                eyes.press("Keep it and go to the review");
                sign(eyes, "Sign: take it off, on opdev");
                carryOut(eyes);
                eyes.see("Done: paid out on l1dev.");
                eyes.close();
            }
            assertThat(balance(devnet)).isEqualTo(new BigInteger("300000000000000000"));
        }
    }

    /// The devnet's accounts have money on the L2 that nobody brought in: the bridge has none of it yet.
    private static void bringIn(Eyes eyes, DevnetFacts facts) throws InterruptedException {
        String before = OpProfile.nonce(facts);
        eyes.press("Bring money in");
        eyes.see("Nothing was put into opdev from here yet.");
        eyes.chooseLast("From");
        eyes.write("Amount", "1");
        eyes.press("Review");
        eyes.signBeginning("Sign and send 1 ETH on l1dev", "Back to the deposit");
        for (int look = 0; look < MOST_LOOKS && !eyes.showsBeginning("It has arrived on opdev, in block"); look++) {
            eyes.press("Look again");
            Thread.sleep(GLANCE_MILLIS);
        }
        eyes.see("It has arrived on opdev, in block");
        OpProfile.seeItArrive(facts, before);
        eyes.press("Back to the exits");
    }

    /// Presses what the page offers until nothing is left to do.
    private static void carryOut(Eyes eyes) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            eyes.press("Look again");
            do {
                Thread.sleep(GLANCE_MILLIS);
            } while (eyes.shows("Looking at both layers."));
            for (Map.Entry<String, String> step : STEPS.entrySet()) {
                if (eyes.offers(step.getKey())) {
                    eyes.press(step.getKey());
                    sign(eyes, step.getValue());
                    break;
                }
            }
            if (eyes.shows("Done: paid out on l1dev.")) {
                return;
            }
        }
    }

    private static void sign(Eyes eyes, String button) throws InterruptedException {
        eyes.signBeginning(button, "Back to the exits");
        eyes.see("Exits under way");
    }

    private static BigInteger balance(OpDevnet devnet) {
        String answer = devnet.facts()
                .l1()
                .rpc("eth_getBalance", "[\"" + TARGET + "\", \"latest\"]")
                .asString();
        return new BigInteger(answer.substring(2), 16);
    }
}

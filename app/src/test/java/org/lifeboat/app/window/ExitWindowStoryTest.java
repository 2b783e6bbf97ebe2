package org.lifeboat.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    /// The devnet's challenger ends a contest too, with one transaction for each of its two parts.
    private static final int MOST_TURNS_BACK = 2;

    private static final String PROVE = "Prove it";
    private static final String RESOLVE = "End the contest";

    /// What a step is called on the page, and on the button that signs it.
    private static final Map<String, String> STEPS = steps();

    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put(PROVE, "Sign: prove it, on l1dev");
        steps.put(RESOLVE, "Sign: end the contest, on l1dev");
        steps.put("Have it paid out", "Sign: have it paid out, on l1dev");
        return steps;
    }

    @TempDir
    Path folder;

    @OnDevnetForms
    void aWithdrawal_thatWasBegunInTheWindow_isPaidOut(DevnetForm form) throws Exception {
        try (OpDevnet devnet = OpDevnet.start(form.on(OpProfile.patientOptions()))) {
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
                carryOut(eyes, devnet);
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
    private static void carryOut(Eyes eyes, OpDevnet devnet) throws InterruptedException {
        int turnsBack = 0;
        boolean isProven = false;
        for (int look = 0; look < MOST_LOOKS; look++) {
            eyes.press("Look again");
            do {
                Thread.sleep(GLANCE_MILLIS);
            } while (eyes.shows("Looking at both layers."));
            Optional<String> offered =
                    STEPS.keySet().stream().filter(eyes::offers).findFirst();
            if (offered.isPresent()) {
                String button = STEPS.getOrDefault(offered.get(), "");
                eyes.press(offered.get());
                if (offered.get().equals(RESOLVE) && isDoneByOthers(eyes, button)) {
                    turnsBack++;
                } else {
                    sign(eyes, button);
                }
                isProven |= offered.get().equals(PROVE);
                devnet.stopOperator(); // What is under way is in a root.
            } else if (isProven) {
                devnet.jumpL1(2, 5); // Nobody goes by the clock on the wall any more.
            }
            assertThat(turnsBack).as("steps that others had taken").isLessThanOrEqualTo(MOST_TURNS_BACK);
            if (eyes.shows("Done: paid out on l1dev.")) {
                return;
            }
        }
    }

    /// Between the look and the press the challenger may have ended the contest. Then there is no review to sign, or
    /// one
    /// that says that it fails; a user goes back and looks again.
    private static boolean isDoneByOthers(Eyes eyes, String button) throws InterruptedException {
        eyes.await(node -> Eyes.begins(node, button) || eyes.says(node, "Back"));
        boolean fails = eyes.shows("Tried out here, this fails. The fee is lost all the same.");
        if (eyes.offersBeginning(button) && !fails) {
            return false;
        }
        eyes.press("Back");
        eyes.see("Exits under way");
        return true;
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

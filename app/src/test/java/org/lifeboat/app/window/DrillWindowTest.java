package org.lifeboat.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.drill.WindowDrill;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.primitives.Address;

/// Drills from the list to the certificate, by what a user presses in the real window, beside a profile of real money
/// that only watches.
class DrillWindowTest {
    private static final String WATCHED = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    private static final int MOST_TURNS = 3_000;
    private static final int GLANCE_MILLIS = 100;

    /// What the guide says, and the button on the page that it means.
    private static final Map<String, String> STEPS = Map.of(
            "The money is off the L2, and nobody posts a true root any more. Anybody may, and so may you.",
            "Post a root yourself",
            "A root on L1 covers your withdrawal.",
            "Prove it",
            "Nobody has contested the root. Somebody has to say on L1 that the time is over.",
            "End the contest",
            "All waiting times are over.",
            "Have it paid out");

    /// What a contest that is over calls for, in its order.
    private static final List<String> DUE =
            List.of("settle what has no time left", "begin the waiting time of what is due", "have it paid");

    @TempDir
    Path folder;

    /// What a drill is played with in place of made-up money.
    private Optional<RealMoney> copied = Optional.empty();

    private Profile profile;
    private WindowWallet wallet;
    private Eyes eyes;

    @BeforeEach
    void open() {
        profile = ((Profile.Opened.Ready) Profile.open(folder.resolve("profile"))).profile();
        profile.accounts().add(Address.fromUser(WATCHED), "Ada", new Account.Kind.WatchOnly());
        wallet = new WindowWallet(profile).offering((drill, money) -> WindowDrill.open(drill, money.or(() -> copied)));
        eyes = new Eyes(wallet);
    }

    @AfterEach
    void close() {
        eyes.close();
        wallet.close();
        profile.close();
    }

    @Test
    void sequencerGone_isPlayedFromTheListToTheCertificate() throws Exception {
        begin("The sequencer is gone");
        eyes.press("Exits");
        eyes.press("Force it through L1");
        eyes.press("Forced withdrawal");
        eyes.write("Amount", "2");
        eyes.press("Keep it and go to the review");
        sign();
        carryOut();
        eyes.press("To the closing page");
        eyes.see("Your 2 play ETH came home to L1.");
        eyes.see("You posted the L2's root on L1 yourself, with a bond.");
        eyes.write("Price of 1 ETH", "2500");
        eyes.press("Recalculate");
        eyes.see("At 2500 for one ETH that is ");
        Path file = folder.resolve("certificate.html");
        eyes.write("Into the file", file.toString());
        eyes.press("Save the certificate");
        eyes.press("Close");

        assertThat(Files.readString(file))
                .contains("The sequencer is gone", "came home", "At 2500 for one ETH")
                .doesNotContain("0x");
        eyes.press("Back to the drills");
        eyes.see("Takes about 5 minutes; days of waiting are skipped. Played to the end on ");
        untouched();
    }

    @Test
    void tokensAlone_areNamedByTheGuide_andComeHome() throws Exception {
        copied = Optional.of(RehearsedTokens.ofTokensAlone());
        eyes.press("Drills");
        eyes.press("Start the drill: The sequencer is gone");
        eyes.see("Everything still works. This wallet is new and has play ETH on L1, and copies of your tokens");
        eyes.press("Let it happen");
        eyes.see("250.5 playUSD is still on the L2: token 1 of 1 that can come home.");
        eyes.press("Balances");
        eyes.press("Refresh");
        eyes.press("Exits");
        eyes.press("Force it through L1");
        eyes.press("Forced withdrawal");
        eyes.chooseLast("What");
        eyes.write("Amount", "250.5");
        eyes.press("Keep it and go to the review");
        sign();
        carryOut();
        eyes.press("To the closing page");
        eyes.see("The tokens that you brought home are on L1.");
        untouched();
    }

    @Test
    void tokensLeftBehind_areNamedOnTheWay_andAtTheEnd() throws Exception {
        copied = Optional.of(RehearsedTokens.ofCoinAndTokens());
        begin("The sequencer is gone");
        eyes.press("Exits");
        eyes.press("Force it through L1");
        eyes.press("Forced withdrawal");
        eyes.write("Amount", "2");
        eyes.press("Keep it and go to the review");
        sign();
        eyes.see("250.5 playUSD is still on the L2: token 1 of 1 that can come home.");
        carryOut();
        eyes.see("250.5 playUSD is still on the L2: token 1 of 1 that can come home.");
        eyes.press("To the closing page");
        eyes.see("If it had happened today, every step would have gone through, by what could be read."
                + " In the play you left the tokens on the L2: their way home was not tried.");
        untouched();
    }

    @Test
    void aLyingServer_isCaught_andAskedAgainOnlyOnTheUsersWord() throws Exception {
        begin("Your server lies");
        eyes.press("Balances");
        eyes.press("Refresh");
        eyes.see("The server named a balance that its own proof refutes.");
        eyes.press("Let it tell the truth again");
        eyes.see("The server tells the truth again. It is still not asked");
        eyes.press("Networks");
        eyes.press("Trust it again");
        eyes.press("Ask it again");
        eyes.press("To the closing page");
        eyes.see("The server was caught with its false balance");
        eyes.press("Back to the drills");
        untouched();
    }

    @Test
    void whoeverLeavesADrill_isBackInTheirOwnWallet() throws Exception {
        begin("A false root was posted");
        eyes.press("Leave the drill");
        eyes.see("You left the drill before its end.");
        eyes.press("Accounts");
        eyes.see("Ada");
        untouched();
    }

    private void begin(String drill) throws InterruptedException {
        eyes.press("Drills");
        eyes.press("Start the drill: " + drill);
        eyes.see("Look around as long as you like.");
        eyes.see("Lifeboat: play money");
        eyes.press("Let it happen");
    }

    /// Nothing of the drill is in the profile but that it was played.
    private void untouched() {
        assertThat(profile.storage().activity().count(ActivityFilter.ALL)).isZero();
        assertThat(profile.storage().plans().all()).isEmpty();
        assertThat(profile.storage().sources().all()).isEmpty();
        assertThat(profile.vault().exists()).isFalse();
        assertThat(profile.accounts().all()).hasSize(1);
    }

    @Test
    void falseRoot_isContestedByThePlayer_andHisBondAndTheLiarsComeHome() throws Exception {
        begin("A false root was posted");
        eyes.press("Exits");
        eyes.press("Withdraw");
        eyes.write("Amount", "2");
        eyes.press("Keep it and go to the review");
        sign();
        letBlocksPassUntil("A root that covers your withdrawal was just posted, and it is not the L2's own.");
        eyes.pressBeginning("Skip ");
        eyes.see("The root that covers your withdrawal is not the L2's own.");
        openRoots();
        int fromEnd = eyes.count("Look at it");
        eyes.press("Look at it");
        eyes.press("Check this root here");
        eyes.see("False: block ");
        eyes.press("Contest it");
        eyes.press("Review the next move");
        signMove();

        List<String> done = new ArrayList<>();
        carryOut(() -> {
            openRoots();
            eyes.press("Look at it", eyes.count("Look at it") - fromEnd);
            takeWhatIsDue(done);
            eyes.press("Exits");
        });

        assertThat(done).contains("begin the waiting time of what is due", "have it paid");
        eyes.press("To the closing page");
        eyes.see("You contested the false root on L1, with a bond.");
        untouched();
    }

    private void letBlocksPassUntil(String words) throws InterruptedException {
        for (int turn = 0; turn < MOST_TURNS && !eyes.showsBeginning(words); turn++) {
            if (eyes.offers("Let a block pass")) {
                eyes.press("Let a block pass");
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        eyes.see(words);
    }

    private void openRoots() throws InterruptedException {
        eyes.press("Exits");
        eyes.press("About this chain");
        eyes.press("Posted roots and contests");
        eyes.await(node -> eyes.says(node, "Look at it"));
    }

    /// Whatever the page of the contest offers now.
    private void takeWhatIsDue(List<String> done) throws InterruptedException {
        eyes.see("What comes next");
        for (String due : DUE) {
            if (eyes.offers("Review: " + due)) {
                eyes.press("Review: " + due);
                signMove();
                done.add(due);
                eyes.see("What comes next");
            }
        }
    }

    private void signMove() throws InterruptedException {
        eyes.pressBeginning("Sign and send ");
        eyes.await(node -> eyes.says(node, "Back to the contest") || Eyes.ends(node, "all the same"));
        if (eyes.offersEnding("all the same")) {
            eyes.pressEnding("all the same");
        }
        eyes.press("Back to the contest");
    }

    /// Does what the guide says until it has nothing more to say.
    private void carryOut() throws InterruptedException {
        carryOut(() -> {});
    }

    private interface Errand {
        void run() throws InterruptedException;
    }

    /// As [#carryOut()].
    /// @param afterEachWait is done whenever a long time has passed
    private void carryOut(Errand afterEachWait) throws InterruptedException {
        for (int turn = 0; turn < MOST_TURNS && !eyes.offers("To the closing page"); turn++) {
            for (Map.Entry<String, String> step : STEPS.entrySet()) {
                if (eyes.shows(step.getKey()) && eyes.offers(step.getValue())) {
                    eyes.press(step.getValue());
                    sign();
                }
            }
            for (String time : new String[] {"Let a block pass", "Let the window pass"}) {
                if (eyes.offers(time)) {
                    eyes.press(time);
                }
            }
            if (eyes.offersBeginning("Skip ")) {
                eyes.pressBeginning("Skip ");
                while (eyes.shows("One moment, time is moving.")) {
                    Thread.sleep(GLANCE_MILLIS);
                }
                afterEachWait.run();
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    /// What the page offered may be done already: then the next step stands there, or nothing. Where there is a danger,
    /// it is asked about twice.
    private void sign() throws InterruptedException {
        String nothing = "There is nothing to sign now. Where the exit stands is on its page.";
        String waits = "This step is signed already and waits; another would pay twice or do nothing.";
        if (eyes.offers("Go on to the review")) {
            eyes.press("Go on to the review");
        }
        eyes.await(node -> Eyes.begins(node, "Sign: ") || eyes.says(node, nothing) || eyes.says(node, waits));
        if (eyes.shows(nothing) || eyes.shows(waits)) {
            eyes.press("Back");
            return;
        }
        eyes.pressBeginning("Sign: ");
        eyes.await(node -> eyes.says(node, "Back to the exits") || Eyes.ends(node, "all the same"));
        if (eyes.offersEnding("all the same")) {
            eyes.pressEnding("all the same");
        }
        eyes.press("Back to the exits");
        eyes.see("Exits under way");
    }
}

package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.DevnetProgram;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;

/// On a real OP Stack: the root that a withdrawal was proven against is attacked, nobody defends it, and it is
/// about to fall. The withdrawal is proven again against another one before it does; that one is attacked too and is
/// lost, and the withdrawal is proven a third time and paid out. Each step is first begun by a process that is killed.
class LostRootStoryTest {
    /// Nobody's.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee03";

    private static final int MOST_LOOKS = 60;

    @TempDir
    Path folder;

    @OnDevnetForms
    void aLostRoot_costsTimeAndNotTheMoney(DevnetForm form) throws Exception {
        DevnetOptions options = form.on(DevnetOptions.standard())
                .clocks(30, 12, 6)
                .with("seq-window", "300")
                .without(DevnetProgram.CHALLENGER);
        try (OpDevnet devnet = OpDevnet.start(options)) {
            DevnetFacts facts = devnet.facts();
            DevnetWallet wallet = new DevnetWallet(folder, "wallet", facts, facts.verifier(), facts.sequencer());
            wallet.begun("exit", "start", "--network", "opdev", "--from", "user", "--amount", "0.4", "--to", TARGET);
            wallet.until("CAN_PROVE");
            // Only now: on the L2 a deposit takes a nonce of its sender, who must have nothing waiting there.
            wallet.signedAtTheSecondTry("deposit", "--network", "opdev", "--from", "user", "--amount", "1");
            wallet.signedAtTheSecondTry("exit", "next", "1");
            JsonNode waiting = wallet.until("WAITING");
            String game = waiting.path("game").asString();

            devnet.attack(game);
            JsonNode doubted = wallet.until("ROOT_IN_DOUBT");
            assertThat(doubted.path("notBefore").isNull())
                    .as("while somebody contests the root, no time is promised")
                    .isTrue();
            assertThat(doubted.path("fallsAt").isNull())
                    .as("nobody answers for it")
                    .isFalse();
            provenAgain(wallet);
            String other = provenAgainstAnother(wallet, game);
            devnet.attack(other);
            devnet.settleAttacked(other);
            wallet.until("MUST_PROVE_AGAIN");
            devnet.stopOperator(); // There is another root already; nobody has to post a further one.
            List<String> steps = wallet.finish(devnet);

            assertThat(steps).startsWith("PROVE").endsWith("FINISH");
            assertThat(DevnetWallet.balance(facts.l1(), TARGET)).isEqualTo(DevnetWallet.ether("0.4"));
        }
    }

    /// By the user's wish, before the root falls; it takes until the next one is posted.
    private static void provenAgain(DevnetWallet wallet) throws Exception {
        wallet.killed("exit", "next", "1", "--prove-again");
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (wallet.next("--prove-again").equals(Optional.of("PROVE"))) {
                return;
            }
        }
        throw new AssertionError("no other root was offered: " + wallet.look());
    }

    private static String provenAgainstAnother(DevnetWallet wallet, String game) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            String now = wallet.until("WAITING", "ROOT_IN_DOUBT").path("game").asString();
            if (!now.equals(game)) {
                return now;
            }
        }
        throw new AssertionError("still against the one that falls: " + wallet.look());
    }
}

package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.DevnetProgram;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;

/// On a real OP Stack: the root that a withdrawal was proven against is attacked, nobody defends it, and it
/// is lost. The withdrawal is proven again against another one and paid out.
class LostRootStoryTest {
    /// Nobody's.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee03";

    @TempDir
    Path folder;

    @OnDevnetForms
    void aLostRoot_costsTimeAndNotTheMoney(DevnetForm form) throws Exception {
        DevnetOptions options =
                form.on(DevnetOptions.standard()).clocks(30, 12, 6).without(DevnetProgram.CHALLENGER);
        try (OpDevnet devnet = OpDevnet.start(options)) {
            DevnetFacts facts = devnet.facts();
            DevnetWallet wallet = new DevnetWallet(folder, "wallet", facts, facts.verifier(), facts.sequencer());
            wallet.signed("exit", "start", "--network", "opdev", "--from", "user", "--amount", "0.4", "--to", TARGET);
            wallet.until("CAN_PROVE");
            // Only now: on the L2 a deposit takes a nonce of its sender, who must have nothing waiting there.
            wallet.signed("deposit", "--network", "opdev", "--from", "user", "--amount", "1");
            wallet.signed("exit", "next", "1");
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
            devnet.settleAttacked(game);
            wallet.until("MUST_PROVE_AGAIN");
            List<String> steps = wallet.finish();

            assertThat(steps).startsWith("PROVE").endsWith("FINISH");
            assertThat(DevnetWallet.balance(facts.l1(), TARGET)).isEqualTo(DevnetWallet.ether("0.4"));
        }
    }
}

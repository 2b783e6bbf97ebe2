package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.DevnetProgram;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;

/// On a real OP Stack: a payment that the sequencer cannot leave out; then every server of the L2 dies
/// while a withdrawal is under way, and a fresh profile brings it home with a file of evidence and the
/// L1.
class DeadServersStoryTest {
    /// Nobody's.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee02";

    @TempDir
    Path folder;

    @OnDevnetForms
    void aWithdrawal_isPaidOut_thoughEveryServerOfTheLayer2IsGone(DevnetForm form) throws Exception {
        try (OpDevnet devnet = OpDevnet.start(form.on(OpProfile.patientOptions()))) {
            DevnetFacts facts = devnet.facts();
            DevnetWallet first = new DevnetWallet(folder, "first", facts, facts.verifier(), facts.sequencer());
            DevnetWallet second = new DevnetWallet(folder, "second", facts, facts.verifier());
            DevnetWallet third = new DevnetWallet(folder, "third", facts, facts.verifier());
            first.begun("exit", "start", "--network", "opdev", "--from", "user", "--amount", "0.4", "--to", TARGET);
            first.until("NO_ROOT", "CAN_PROVE");
            // Only now: on the L2 what comes through L1 takes a nonce of its sender, who must have nothing waiting.
            first.signedAtTheSecondTry("deposit", "--network", "opdev", "--from", "user", "--amount", "1");
            first.signedAtTheSecondTry(
                    "force", "--network", "opdev", "--from", "user", "--to", TARGET, "--amount", "0.01");
            first.until("CAN_PROVE");
            Path file = folder.resolve("exit.json");
            assertThat(first.done("evidence", "export", "1", file.toString())
                            .path("proofs")
                            .asInt())
                    .isPositive();
            first.until(facts.verifier(), TARGET, "0.01"); // What was forced has come to the L2.

            devnet.stopOperator();
            devnet.stop(DevnetProgram.VERIFIER_NODE);
            devnet.stop(DevnetProgram.VERIFIER_GETH);
            second.done("evidence", "import", file.toString());
            assertThat(second.signedAtTheSecondTry("exit", "next", "1")
                            .path("exit")
                            .path("step")
                            .asString())
                    .isEqualTo("PROVE");
            foundOnL1Alone(third);
            second.finish(devnet);

            assertThat(DevnetWallet.balance(facts.l1(), TARGET)).isEqualTo(DevnetWallet.ether("0.4"));
        }
    }

    /// What was proven and what was forced left their events there; the L2 answers nobody any more.
    private static void foundOnL1Alone(DevnetWallet third) throws InterruptedException {
        JsonNode found = third.partly("exit", "find", "--network", "opdev", "--from", "user")
                .path("found");
        for (int look = 0; look < 60 && found.isEmpty(); look++) {
            Thread.sleep(500); // until the proof is in a block
            found = third.partly("exit", "find", "--network", "opdev", "--from", "user")
                    .path("found");
        }
        assertThat(found).hasSize(1);
        assertThat(third.look().path("standing").asString()).isIn("WAITING", "CAN_RESOLVE", "CAN_FINISH");
    }
}

package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.DevnetProgram;
import org.lifeboat.testkit.opdevnet.OpDevnet;

/// On a real OP Stack: a payment that the sequencer cannot leave out; then every server of the layer 2 dies
/// while a withdrawal is under way, and a fresh profile brings it home with a file of evidence and the
/// layer 1.
class DeadServersStoryTest {
    /// Nobody's.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee02";

    private static final int MOST_LOOKS = 60;

    @TempDir
    Path folder;

    @Test
    void aWithdrawal_isPaidOut_thoughEveryServerOfTheLayer2IsGone() throws Exception {
        try (OpDevnet devnet =
                OpDevnet.start(DevnetOptions.standard().with("l1", "geth").clocks(20, 12, 6))) {
            DevnetFacts facts = devnet.facts();
            DevnetWallet first = new DevnetWallet(folder, "first", facts, facts.verifier(), facts.sequencer());
            DevnetWallet second = new DevnetWallet(folder, "second", facts, facts.verifier());
            first.signed("deposit", "--network", "opdev", "--from", "user", "--amount", "1");
            first.signed("force", "--network", "opdev", "--from", "user", "--to", TARGET, "--amount", "0.01");
            first.signed("exit", "start", "--network", "opdev", "--from", "user", "--amount", "0.4", "--to", TARGET);
            until(first, "CAN_PROVE");
            Path file = folder.resolve("exit.json");
            assertThat(first.done("evidence", "export", "1", file.toString())
                            .path("proofs")
                            .asInt())
                    .isPositive();
            assertThat(DevnetWallet.balance(facts.verifier(), TARGET))
                    .as("what was forced has come to the layer 2")
                    .isEqualTo(DevnetWallet.ether("0.01"));

            devnet.stopOperator();
            devnet.stop(DevnetProgram.VERIFIER_NODE);
            devnet.stop(DevnetProgram.VERIFIER_GETH);
            second.done("evidence", "import", file.toString());
            assertThat(second.signed("exit", "next", "1")
                            .path("exit")
                            .path("step")
                            .asString())
                    .isEqualTo("PROVE");
            for (int look = 0; look < MOST_LOOKS && !second.standing().equals("PAID_OUT"); look++) {
                second.signing("exit", "next", "1");
            }

            assertThat(DevnetWallet.balance(facts.l1(), TARGET)).isEqualTo(DevnetWallet.ether("0.4"));
        }
    }

    private static void until(DevnetWallet wallet, String standing) {
        String seen = "";
        for (int look = 0; look < MOST_LOOKS && !seen.equals(standing); look++) {
            seen = wallet.standing();
        }
        assertThat(seen).isEqualTo(standing);
    }
}

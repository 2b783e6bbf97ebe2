package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.DevnetProgram;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A false root on a real OP Stack on loopback: found by running the blocks again, attacked, won, and the bonds
/// of both sides claimed, by the program's own commands alone; a true one before it is left alone. Nobody else plays:
/// there is no op-challenger.
class DisputeStoryTest {
    private static final int MOST_LOOKS = 240;

    /// CANNON. Source: optimism, `src/dispute/lib/Types.sol`, `GameTypes`.
    private static final int CANNON = 0;

    @TempDir
    Path folder;

    @OnDevnetForms
    void aTrueRoot_isLeftAlone_andAFalseOne_isFound_attacked_andWon_thoughTheProgramIsKilled(DevnetForm form)
            throws Exception {
        try (OpDevnet devnet = OpDevnet.start(options(form))) {
            DevnetFacts facts = devnet.facts();
            DevnetWallet wallet = new DevnetWallet(folder, "profile", facts, facts.verifier());
            aTrueRoot_isFoundTrue_andNothingIsOffered(wallet, facts);
            OpDevnet.FalseRoot lie = devnet.falseRoot(CANNON);

            JsonNode verdict = wallet.done(check(facts, "--game", lie.game()));
            assertThat(verdict.path("verdict").asString()).isEqualTo("FALSE");
            assertThat(verdict.path("wrongBlock").asLong()).isEqualTo(lie.l2Block());
            assertThat(verdict.path("computed").asString()).isEqualTo(rootOf(facts, lie.l2Block()));
            assertThat(verdict.path("remedy").asString()).isEqualTo("DISPUTE");

            BigInteger before = balance(facts);
            wallet.killed(dispute(facts, "move", lie.game()));
            JsonNode moved = wallet.signed(dispute(facts, "move", lie.game()));
            assertThat(claims(wallet, lie))
                    .as("one attack, however often it was begun")
                    .isEqualTo(2);
            assertThat(moved.path("dispute").path("stance").asString()).isEqualTo("ATTACK");
            assertThat(balance(facts)).isLessThan(before);

            devnet.stopOperator();
            List<String> steps = claimAll(wallet, devnet, lie);

            assertThat(steps).contains("SETTLE").endsWith("CLAIM");
            assertThat(balance(facts)).as("its own bond, and the liar's").isGreaterThan(before);
        }
    }

    private static void aTrueRoot_isFoundTrue_andNothingIsOffered(DevnetWallet wallet, DevnetFacts facts) {
        JsonNode verdict = newest(wallet, facts);
        assertThat(verdict.path("verdict").asString()).as(verdict.toString()).isEqualTo("TRUE");
        JsonNode moved =
                wallet.signed(dispute(facts, "move", verdict.path("game").asString()));

        assertThat(moved.path("dispute").path("standing").asString()).isIn("WAIT", "CAN_SETTLE");
        assertThat(moved.path("dispute").path("stance").asString()).isEqualTo("DEFEND");
        JsonNode spot = wallet.done(check(facts, "--spot", "5"));
        assertThat(spot.path("verdict").asString()).isEqualTo("TRUE");
        assertThat(spot.path("ground").asString()).isEqualTo("WORD");
    }

    /// The first root takes some seconds to be posted.
    private static JsonNode newest(DevnetWallet wallet, DevnetFacts facts) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Launcher.Result result = wallet.run(check(facts));
            JsonNode verdict = JsonMapper.shared().readTree(result.out()).path("result");
            if (!verdict.path("missing").asString("").equals("GAME")) {
                return verdict;
            }
        }
        throw new AssertionError("no root was posted");
    }

    /// With the operator gone nobody goes by the clock on the wall: L1's is moved where nothing but time is to pass.
    /// @return the steps whose transaction was handed over
    private static List<String> claimAll(DevnetWallet wallet, OpDevnet devnet, OpDevnet.FalseRoot lie)
            throws Exception {
        DevnetFacts facts = devnet.facts();
        List<String> steps = new ArrayList<>();
        int begun = -1;
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (steps.size() != begun) {
                wallet.killed(dispute(facts, "claim", lie.game()));
                begun = steps.size();
            }
            Launcher.Result result = wallet.signing(dispute(facts, "claim", lie.game()));
            assertThat(result.exitCode()).as(result.err()).isIn(0, 5);
            JsonNode dispute =
                    JsonMapper.shared().readTree(result.out()).path("result").path("dispute");
            if (dispute.path("step").isString()) {
                steps.add(dispute.path("step").asString());
            } else {
                devnet.jumpL1(2, 10);
            }
            if (dispute.path("standing").asString("").equals("WON")
                    && dispute.path("credit").asString("").equals("0")) {
                return steps;
            }
        }
        throw new AssertionError("not paid after " + MOST_LOOKS + " looks; steps: " + steps);
    }

    private static long claims(DevnetWallet wallet, OpDevnet.FalseRoot lie) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            JsonNode shown = wallet.done("dispute", "show", "opdev", lie.game());
            if (shown.path("claims").asLong() > 1) {
                return shown.path("claims").asLong();
            }
        }
        throw new AssertionError("the attack is in no block");
    }

    private static String[] check(DevnetFacts facts, String... more) {
        return command(facts, Stream.concat(Stream.of("check-chain", "opdev", "--yes"), Arrays.stream(more)));
    }

    private static String[] dispute(DevnetFacts facts, String part, String game) {
        return command(facts, Stream.of("dispute", part, "opdev", game, "--from", "user"));
    }

    private static String[] command(DevnetFacts facts, Stream<String> first) {
        Path rollup = facts.rollupConfig();
        return Stream.concat(
                        first,
                        Stream.of(
                                "--rollup",
                                rollup.toString(),
                                "--l1-config",
                                rollup.resolveSibling("l1-chain-config.json").toString(),
                                "--blobs",
                                facts.beacon().toString()))
                .toArray(String[]::new);
    }

    /// Data in blobs whatever the form, since they take one party more. The clock is long enough for a check and a move
    /// on a busy machine.
    private static DevnetOptions options(DevnetForm form) {
        return form.on(DevnetOptions.standard())
                .data(DevnetOptions.Data.BLOBS)
                .without(DevnetProgram.CHALLENGER)
                .with("seq-window", "300")
                .clocks(90, 12, 6);
    }

    /// As the stranger's op-node has it, which knows the L2 from L1 alone.
    private static String rootOf(DevnetFacts facts, long block) {
        return facts.verifierNode()
                .rpc("optimism_outputAtBlock", "[\"0x%x\"]".formatted(block))
                .get("outputRoot")
                .asString();
    }

    private static BigInteger balance(DevnetFacts facts) {
        return DevnetWallet.balance(
                facts.l1(), facts.account(DevnetFacts.Role.USER).address());
    }
}

package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An account that is a contract on L1, on a whole OP Stack: it is told what it has to call where the name under which
/// the L2 sees it has the money, and refused with what that name holds where it has not.
class ContractCallerStoryTest {
    /// Nobody's.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee21";

    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final int MOST_LOOKS = 240;

    @TempDir
    Path folder;

    @Test
    void aContract_isToldItsCall_onlyWhereItsOtherNameHasTheMoney() throws Exception {
        try (OpDevnet devnet = OpDevnet.start(OpProfile.options())) {
            DevnetFacts facts = devnet.facts();
            OpProfile profile = OpProfile.make(folder, facts);
            Launcher lifeboat = profile.lifeboat();
            // Any contract will do.
            Address portal = Address.fromHex(facts.contract("OptimismPortal2"));
            String alias = OpStack.alias(portal).toChecksum();
            done(lifeboat.run("accounts", "watch", portal.toChecksum(), "--label", "safe"));

            Launcher.Result poor = force(lifeboat);
            assertThat(poor.exitCode()).as(poor.err()).isEqualTo(3);
            assertThat(poor.err()).contains(alias).contains("only 0 ETH");

            done(lifeboat.run(profile.command(
                            "deposit", "--network", "opdev", "--from", "user", "--to", alias, "--amount", "0.25")
                    .toArray(String[]::new)));
            seeItThere(facts, alias);
            JsonNode forced = result(force(lifeboat));
            assertThat(forced.path("alias").asString()).isEqualTo(alias);
            assertThat(forced.path("aliasHolds").asString()).isEqualTo("250000000000000000");
            assertThat(forced.path("call").path("to").asString()).isEqualTo(portal.toChecksum());
            assertThat(forced.path("call").path("value").asString()).isEqualTo("0");

            JsonNode home = result(lifeboat.run(
                    "exit",
                    "start",
                    "--network",
                    "opdev",
                    "--from",
                    "safe",
                    "--amount",
                    "0.25",
                    "--through-l1",
                    "--json"));
            assertThat(home.path("call").path("data").asString())
                    .isEqualTo(OpStack.forceWithdrawal(portal, portal, new Wei(new BigInteger("250000000000000000")))
                            .data()
                            .toHex());
            assertThat(result(lifeboat.run("exit", "list", "--json"))
                            .path("exits")
                            .size())
                    .as("nothing is kept: somebody else sends it")
                    .isZero();
            assertThat(result(lifeboat.run("activity", "--json"))
                            .path("transactions")
                            .size())
                    .as("the deposit alone was signed")
                    .isOne();
        }
    }

    private static Launcher.Result force(Launcher lifeboat) throws Exception {
        return lifeboat.run(
                "force", "--network", "opdev", "--from", "safe", "--to", TARGET, "--amount", "0.25", "--json");
    }

    private static void seeItThere(DevnetFacts facts, String alias) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS && held(facts, alias).equals("0x0"); look++) {
            Thread.sleep(PAUSE);
        }
        assertThat(held(facts, alias)).isNotEqualTo("0x0");
    }

    private static String held(DevnetFacts facts, String alias) {
        return facts.verifier()
                .rpc("eth_getBalance", "[\"" + alias + "\", \"latest\"]")
                .asString();
    }

    private static JsonNode result(Launcher.Result result) {
        done(result);
        return JsonMapper.shared().readTree(result.out()).path("result");
    }

    private static void done(Launcher.Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
    }
}

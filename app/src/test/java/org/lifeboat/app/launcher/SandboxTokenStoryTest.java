package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.solidity.TestContracts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands of [TokenStoryTest], which plays them on the real contracts, on the sandbox's own: a difference
/// between the two shows here. Before it, what a newcomer finds there.
class SandboxTokenStoryTest {
    /// Nobody's.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee21";

    private static final String LATER = "0x00000000000000000000000000000000c0ffee22";

    private static final String PAID = "0x00000000000000000000000000000000c0ffee23";

    /// Source: specification, predeploys.
    private static final Address FACTORY = Address.fromHex("0x4200000000000000000000000000000000000012");

    /// The first two of the test words. Source: Hardhat and Foundry, default accounts.
    private static final String USER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

    private static final DevnetFacts.Account OTHER = new DevnetFacts.Account(
            "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
            "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");

    /// Longer than each of the bridge's delays but the longest.
    private static final Duration SKIP = Duration.ofDays(4);

    private static final int MOST_LOOKS = 40;

    @TempDir
    Path folder;

    private Process sandbox;
    private NodeClient l1;
    private NodeClient l2;
    private DevnetWallet wallet;
    private DevnetStranger onL1;
    private DevnetStranger onL2;
    private String chain;
    private String slowChain;
    private String portal = "";
    private Address l1Token = Address.ZERO;
    private Address l2Token = Address.ZERO;

    @BeforeEach
    void start() throws IOException {
        Path play = folder.resolve("play");
        sandbox = new Launcher(folder.resolve("unused")).start("sandbox", "--profile", play.toString(), "--json");
        JsonNode world = SandboxStoryTest.firstDocument(sandbox).path("result");
        l1 = new NodeClient(URI.create(world.path("url").stringValue()));
        l2 = new NodeClient(URI.create(world.at("/rollups/0/url").stringValue()));
        chain = Long.toString(world.at("/rollups/0/chainId").longValue());
        slowChain = Long.toString(world.at("/rollups/1/chainId").longValue());
        portal = world.at("/rollups/0/portal").stringValue();
        onL1 = new DevnetStranger(l1, new ChainId(world.path("chainId").longValue()), OTHER);
        onL2 = new DevnetStranger(l2, new ChainId(Long.parseLong(chain)), OTHER);
        wallet = new DevnetWallet(folder, "play", world.path("words").stringValue());
    }

    @AfterEach
    void stop() throws InterruptedException {
        sandbox.destroy();
        sandbox.waitFor();
    }

    @Test
    void newcomer_findsTwoRollups_andTokensComeInAndGoHome() throws Exception {
        findsWhatIsOnItsWay();
        issue();
        deposit();
        Launcher.Result begun = start("150.5", TARGET);
        assertThat(begun.exitCode()).as(begun.err()).isZero();
        assertThat(until(3, "WAITING")).containsExactly("PROVE");

        for (String role : List.of("sequencer", "batcher", "proposer", "challenger")) {
            l2.rpc("sandbox_tell", "[\"" + role + "\",{\"kind\":\"stop\"}]");
        }
        String payment = forced();
        l1.rpc("sandbox_mine", "[303,12]");
        assertThat(wallet.done("arrival", payment, "--network", chain, "--wait")
                        .path("standing")
                        .asString())
                .isEqualTo("ARRIVED");
        assertThat(onL2.tokensOf(l2Token, PAID)).isEqualTo(units("7"));
        isHandedOutAtTheSecondTry();
    }

    @Test
    void codeThatWouldBePaid_isSaid_beforeAnythingIsSigned() {
        String[] start = {"exit", "start", "--network", chain, "--from", USER, "--amount", "0.1", "--to", portal};

        Launcher.Result declined = wallet.run(start);

        assertThat(declined.exitCode()).as(declined.err()).isNotZero();
        assertThat(declined.err()).contains("rejects the call, it is lost", portal + " has code on");
        Launcher.Result plain = wallet.run(
                "exit",
                "start",
                "--network",
                chain,
                "--from",
                USER,
                "--amount",
                "0.1",
                "--again",
                "0.1",
                "--to",
                TARGET);
        assertThat(plain.err()).contains("rejects the call, it is lost").doesNotContain("has code on");
        assertThat(wallet.done("activity").path("transactions"))
                .as("nothing was signed")
                .isEmpty();
    }

    /// Of the world's past: on both rollups coins, tokens and a withdrawal.
    private void findsWhatIsOnItsWay() {
        JsonNode balances = wallet.done("balances");
        assertThat(balances.toString()).contains(chain, slowChain);
        assertThat(found(chain, "--transaction", begun())).isEqualTo(1);
        assertThat(found(chain, "--transaction", begun())).as("known by now").isZero();
        assertThat(found(chain)).as("the same by its account").isZero();
        assertThat(found(slowChain)).isEqualTo(1);
        assertThat(look(1).path("standing").asString()).isEqualTo("WAITING");
        assertThat(look(2).path("standing").asString()).isEqualTo("NO_ROOT");
    }

    private int found(String network, String... more) {
        List<String> command = new ArrayList<>(List.of("exit", "find", "--network", network, "--from", USER));
        command.addAll(List.of(more));
        return wallet.done(command.toArray(String[]::new)).path("found").size();
    }

    /// The hash of the transaction that began the withdrawal of the world's past.
    private String begun() {
        return l2.rpc("eth_getLogs", """
                        [{"fromBlock":"0x0","address":"%s","topics":[null,null,"%s"]}]""".formatted(
                                OpStack.MESSAGE_PASSER.toHex(),
                                Address.fromHex(USER).toWord().toHex()))
                .get(0)
                .get("transactionHash")
                .stringValue();
    }

    private void issue() throws Exception {
        l1Token = onL1.create(TestContracts.named("ShutToken").creationCode());
        onL1.call(l1Token, "mint(address,uint256)", Address.fromHex(USER), units("1000"));
        JsonNode made = onL2.call(
                FACTORY,
                "createOptimismMintableERC20WithDecimals(address,string,string,uint8)",
                l1Token,
                "Bridged",
                "BRDG",
                6);
        String topic = made.get("logs").get(0).get("topics").get(2).stringValue();
        l2Token = Address.fromHex("0x" + topic.substring(26));
        wallet.done("tokens", "add", chain, l2Token.toHex(), "--yes");
    }

    private void deposit() {
        List<String> steps = new ArrayList<>();
        JsonNode last = JsonMapper.shared().missingNode();
        for (int look = 0; look < MOST_LOOKS && !steps.contains("DEPOSIT"); look++) {
            Launcher.Result result = wallet.signing(
                    "deposit", "--network", chain, "--from", USER, "--token", l2Token.toHex(), "--amount", "400");
            // While the allowance is in no block it is refused to go on.
            assertThat(result.exitCode()).as(result.err()).isIn(0, 3);
            if (result.exitCode() == 0) {
                last = JsonMapper.shared().readTree(result.out()).path("result");
                steps.add(last.path("throughL1").path("step").asString());
            }
        }
        assertThat(steps).containsExactly("APPROVE", "DEPOSIT");
        JsonNode arrival = wallet.done("arrival", last.path("hash").asString(), "--network", chain, "--wait");
        assertThat(arrival.path("standing").asString()).isEqualTo("ARRIVED");
        assertThat(onL2.tokensOf(l2Token, USER)).isEqualTo(units("400"));
    }

    private Launcher.Result start(String amount, String to, String... more) {
        List<String> command = new ArrayList<>(List.of("exit", "start", "--network", chain, "--from", USER));
        command.addAll(List.of("--token", l2Token.toHex(), "--amount", amount, "--to", to));
        command.addAll(List.of(more));
        return wallet.signing(command.toArray(String[]::new));
    }

    /// A withdrawal and a payment through L1, while nobody works for the rollup.
    /// @return the payment's hash
    private String forced() throws Exception {
        assertThat(start("400.000001", LATER, "--through-l1").exitCode())
                .as("more than is locked for it")
                .isEqualTo(3);
        Launcher.Result begun = start("49.25", LATER, "--through-l1");
        assertThat(begun.exitCode()).as(begun.err()).isZero();
        assertThat(begun.err())
                .as("what the window says beforehand")
                .contains("Your money is not lost by waiting", "a forced withdrawal cannot be undone")
                .contains("Have it paid out on", "the tokens are handed out to 0x");
        assertThat(found(chain, "--transaction", hash(begun)))
                .as("its own plan has it")
                .isZero();
        onL1.call(l1Token, "setShut(bool)", true);
        Launcher.Result paid = wallet.signing(
                "force", "--network", chain, "--from", USER, "--to", PAID, "--token", l2Token.toHex(), "--amount", "7");
        assertThat(paid.exitCode()).as(paid.err()).isZero();
        assertThat(paid.err()).contains("a forced payment cannot be undone");
        Launcher.Result none =
                wallet.run("exit", "find", "--network", chain, "--from", USER, "--transaction", hash(paid));
        assertThat(none.err()).contains("began no withdrawal");
        return hash(paid);
    }

    private static String hash(Launcher.Result result) {
        return JsonMapper.shared()
                .readTree(result.out())
                .path("result")
                .path("hash")
                .asString();
    }

    private void isHandedOutAtTheSecondTry() throws Exception {
        assertThat(until(4, "CAN_REPLAY"))
                .containsOnlyOnce("OWN_ROOT") // each takes a bond
                .contains("PROVE")
                .endsWith("FINISH");
        assertThat(onL1.tokensOf(l1Token, LATER)).isZero();
        onL1.call(l1Token, "setShut(bool)", false);
        assertThat(until(4, "PAID_OUT")).contains("REPLAY");
        assertThat(onL1.tokensOf(l1Token, LATER)).isEqualTo(units("49.25"));
        assertThat(until(3, "PAID_OUT")).endsWith("FINISH");
        assertThat(onL1.tokensOf(l1Token, TARGET)).isEqualTo(units("150.5"));
    }

    /// Takes an exit's steps, and skips days where it waits for nothing else, until it stands so.
    /// @return the steps whose transaction was sent
    private List<String> until(int exit, String end) {
        List<String> steps = new ArrayList<>();
        String said = "";
        for (int look = 0; look < MOST_LOOKS; look++) {
            JsonNode seen = look(exit);
            String standing = seen.path("standing").asString("");
            if (standing.equals(end)) {
                return steps;
            }
            if (steps.contains("FINISH") && end.equals("CAN_REPLAY")) {
                l1.rpc("sandbox_mine", "[1]"); // or what has come true since the look would be replayed already
                continue;
            }
            if (standing.equals("WAITING")) {
                l1.rpc("sandbox_increaseTime", "[" + SKIP.toSeconds() + "]");
                l1.rpc("sandbox_mine", "[1]");
            }
            Launcher.Result result = wallet.signing(
                    end.equals("WAITING")
                            ? new String[] {"exit", "next", Integer.toString(exit)}
                            : new String[] {"exit", "next", Integer.toString(exit), "--own-root"});
            said = seen + " " + result.err();
            JsonMapper.shared()
                    .readTree(result.out())
                    .at("/result/exit/step")
                    .stringValueOpt()
                    .ifPresent(steps::add);
        }
        throw new AssertionError("never " + end + "; steps " + steps + "; last: " + said);
    }

    private JsonNode look(int exit) {
        Launcher.Result result = wallet.run("exit", "next", Integer.toString(exit), "--look");
        return JsonMapper.shared().readTree(result.out()).at("/result/exit");
    }

    private static BigInteger units(String amount) {
        return new BigDecimal(amount).movePointRight(6).toBigIntegerExact();
    }
}

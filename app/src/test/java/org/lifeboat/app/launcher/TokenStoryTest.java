package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.app.launcher.DevnetTokens.units;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.primitives.Address;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tokens on a real OP Stack: brought in by the standard bridge, brought home by it, forced home with the
/// operator gone, and handed out at the second try because the token was shut at the first.
class TokenStoryTest {
    /// Nobody's.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee11";

    private static final String LATER = "0x00000000000000000000000000000000c0ffee12";

    private static final String PAID = "0x00000000000000000000000000000000c0ffee13";

    /// L1 blocks of the devnet's sequencing window, and some.
    private static final int WINDOW = 24;

    private static final int MOST_LOOKS = 120;

    @TempDir
    Path folder;

    @OnDevnetForms
    void tokens_comeInAndGoHome_alsoThroughL1(DevnetForm form) throws Exception {
        try (OpDevnet devnet = OpDevnet.start(form.on(OpProfile.options()))) {
            Play play = new Play(devnet);
            play.issue();
            play.nothingIsLockedYet();
            play.deposit();
            play.whatDoesNotComeHome_isRefused();
            play.comesHome();
            play.isFoundAgain();
            play.isForcedHome_andHandedOutAtTheSecondTry();
        }
    }

    private final class Play {
        private final OpDevnet devnet;
        private final DevnetFacts facts;
        private final DevnetWallet wallet;
        private final String user;
        private final DevnetStranger onL1;
        private final DevnetStranger onL2;
        private Address l1Token = Address.ZERO;
        private Address l2Token = Address.ZERO;
        private Address l2Native = Address.ZERO;

        Play(OpDevnet devnet) throws Exception {
            this.devnet = devnet;
            this.facts = devnet.facts();
            this.wallet = new DevnetWallet(folder, "wallet", facts, facts.verifier(), facts.sequencer());
            this.user = facts.account(DevnetFacts.Role.USER).address();
            this.onL1 = DevnetStranger.onL1(facts);
            this.onL2 = DevnetStranger.onL2(facts);
        }

        void issue() throws Exception {
            DevnetTokens tokens = DevnetTokens.issue(facts);
            l1Token = tokens.onL1();
            l2Token = tokens.onL2();
            l2Native = tokens.nativeOfL2();
            wallet.done("tokens", "add", "opdev", l2Token.toHex(), "--yes");
            wallet.done("tokens", "add", "opdev", l2Native.toHex(), "--yes");
        }

        void nothingIsLockedYet() {
            assertThat(way(l2Token)).isEqualTo("NOTHING_LOCKED");
            assertThat(way(l2Native)).isEqualTo("NO_COUNTERPART");
        }

        private String way(Address token) {
            return wallet.done("exit", "plan", "opdev", "--token", token.toHex())
                    .path("token")
                    .path("class")
                    .asString();
        }

        void deposit() {
            String[] command = {
                "deposit", "--network", "opdev", "--from", "user", "--token", l2Token.toHex(), "--amount", "400"
            };
            List<String> steps = new ArrayList<>();
            JsonNode last = JsonMapper.shared().missingNode();
            for (int look = 0; look < MOST_LOOKS && !steps.contains("DEPOSIT"); look++) {
                Launcher.Result result = wallet.signing(command);
                // While the allowance is in no block it is refused to go on.
                assertThat(result.exitCode()).as(result.err()).isIn(0, 3);
                if (result.exitCode() == 0) {
                    last = JsonMapper.shared().readTree(result.out()).path("result");
                    steps.add(last.path("throughL1").path("step").asString());
                }
            }
            assertThat(steps).containsExactly("APPROVE", "DEPOSIT");
            JsonNode arrival = wallet.done("arrival", last.path("hash").asString(), "--network", "opdev", "--wait");
            assertThat(arrival.path("standing").asString()).isEqualTo("ARRIVED");
            assertThat(onL2.tokensOf(l2Token, user)).isEqualTo(units("400"));
            assertThat(way(l2Token)).isEqualTo("STANDARD_BRIDGE");
        }

        void whatDoesNotComeHome_isRefused() {
            for (String forced : List.of("", "--through-l1")) {
                assertThat(start(l2Native, "5", TARGET, forced).exitCode())
                        .as("a token of the L2's own")
                        .isEqualTo(3);
                assertThat(start(l2Token, "400.000001", TARGET, forced).exitCode())
                        .as("more than is locked for it")
                        .isEqualTo(3);
            }
        }

        private Launcher.Result start(Address token, String amount, String to, String... more) {
            List<String> command = new ArrayList<>(
                    List.of("exit", "start", "--network", "opdev", "--from", "user", "--token", token.toHex()));
            command.addAll(List.of("--amount", amount, "--to", to));
            for (String one : more) {
                if (!one.isEmpty()) {
                    command.add(one);
                }
            }
            return wallet.signing(command.toArray(String[]::new));
        }

        void comesHome() throws Exception {
            Launcher.Result begun = start(l2Token, "150.5", TARGET);
            assertThat(begun.exitCode()).as(begun.err()).isZero();
            wallet.until("CAN_PROVE");
            devnet.stopOperator(); // For good: what was taken off is in a root, and the rest is L1's.
            List<String> steps = wallet.finish(devnet);
            assertThat(steps).startsWith("PROVE").endsWith("FINISH");
            assertThat(wallet.look().path("arrived").asBoolean(false)).isTrue();
            assertThat(onL1.tokensOf(l1Token, TARGET)).isEqualTo(units("150.5"));
        }

        /// By another profile, which knows nothing but the chains.
        void isFoundAgain() throws Exception {
            DevnetWallet other = new DevnetWallet(folder, "other", facts, facts.verifier());
            JsonNode found = other.done("exit", "find", "--network", "opdev", "--from", "user")
                    .path("found");
            assertThat(found.size()).isEqualTo(1);
            assertThat(found.get(0).at("/token/contract").asString()).isEqualToIgnoringCase(l2Token.toHex());
            assertThat(found.get(0).at("/token/units").asString()).isEqualTo("150500000");
            assertThat(found.get(0).path("target").asString()).isEqualToIgnoringCase(TARGET);
            JsonNode seen = other.look();
            JsonNode own = wallet.look();
            for (String member : List.of("standing", "arrived", "withdrawal", "l2Transaction", "l2Block")) {
                assertThat(seen.path(member)).as(member).isEqualTo(own.path(member));
            }
            JsonNode again = wallet.done("exit", "find", "--network", "opdev", "--from", "user");
            assertThat(again.path("found").size()).as("beside the plan's own").isZero();
        }

        void isForcedHome_andHandedOutAtTheSecondTry() throws Exception {
            Launcher.Result begun = start(l2Token, "49.25", LATER, "--through-l1");
            assertThat(begun.exitCode()).as(begun.err()).isZero();
            JsonNode paid = wallet.signed(
                    "force",
                    "--network",
                    "opdev",
                    "--from",
                    "user",
                    "--to",
                    PAID,
                    "--token",
                    l2Native.toHex(),
                    "--amount",
                    "7");
            onL1.call(l1Token, "setShut(bool)", true);
            devnet.jumpL1(WINDOW, 2);
            assertThat(wallet.done("arrival", paid.path("hash").asString(), "--network", "opdev", "--wait")
                            .path("standing")
                            .asString())
                    .isEqualTo("ARRIVED");
            List<String> steps = until("CAN_REPLAY");
            assertThat(steps).contains("OWN_ROOT", "PROVE").endsWith("FINISH");
            assertThat(onL1.tokensOf(l1Token, LATER)).isZero();
            // It is still shut: tried again it fails again, and is kept again.
            wallet.signing("exit", "next", "2");
            assertThat(onceNothingWaits().path("standing").asString()).isEqualTo("CAN_REPLAY");
            assertThat(onL1.tokensOf(l1Token, LATER)).isZero();

            onL1.call(l1Token, "setShut(bool)", false);
            assertThat(until("PAID_OUT")).contains("REPLAY");
            assertThat(look().path("arrived").asBoolean(false)).isTrue();
            assertThat(onL1.tokensOf(l1Token, LATER)).isEqualTo(units("49.25"));
        }

        /// Takes steps until exit 2 stands so; none while one that was sent is in no block yet.
        private List<String> until(String end) {
            List<String> steps = new ArrayList<>();
            String said = "";
            for (int look = 0; look < MOST_LOOKS; look++) {
                JsonNode seen = onceNothingWaits();
                if (seen.path("standing").asString("").equals(end)) {
                    return steps;
                }
                if (seen.path("standing").asString("").equals("WAITING")) {
                    devnet.jumpL1(2, 10);
                }
                Launcher.Result result = wallet.signing("exit", "next", "2", "--own-root");
                said = seen + " " + result.err();
                JsonNode step = JsonMapper.shared().readTree(result.out()).at("/result/exit/step");
                step.stringValueOpt().ifPresent(steps::add);
            }
            throw new AssertionError("never " + end + "; steps " + steps + "; last: " + said);
        }

        /// A step that was sent may change how it stands in the middle of anything else.
        private JsonNode onceNothingWaits() {
            JsonNode seen = look();
            for (int look = 0; look < MOST_LOOKS && !seen.path("waiting").isEmpty(); look++) {
                seen = look();
            }
            assertThat(seen.path("waiting")).as(seen.toString()).isEmpty();
            return seen;
        }

        private JsonNode look() {
            Launcher.Result result = wallet.run("exit", "next", "2", "--look");
            return JsonMapper.shared().readTree(result.out()).at("/result/exit");
        }
    }
}

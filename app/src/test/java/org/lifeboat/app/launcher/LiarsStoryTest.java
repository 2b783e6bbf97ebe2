package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.liar.Lie;
import org.lifeboat.testkit.liar.LyingProxy;
import org.lifeboat.testkit.liar.Personality;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetForm;
import org.lifeboat.testkit.opdevnet.OnDevnetForms;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;

/// A way out of a real OP Stack among bad company: on each layer the source that is asked first lies, another lie for
/// each look, and is trusted again; the honest ones have the limits of poor endpoints, other
/// ones each time. And each process that signs is killed the moment a node has taken its transaction, before the answer
/// comes back.
class LiarsStoryTest {
    /// Nobody's.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee41";

    /// Those that a wallet can catch by what is proven, and that end at once.
    private static final Set<Lie.Kind> KINDS =
            Set.of(Lie.Kind.STATE, Lie.Kind.HEADER, Lie.Kind.CHAIN, Lie.Kind.MATCHING, Lie.Kind.FORM, Lie.Kind.RECEIPT);

    private static final List<Personality> LIMITS =
            List.of(Personality.BATCH_OF_10, Personality.NO_BATCHES, Personality.RATE_LIMITED, Personality.BODY_OF_40K);

    /// So that one turn's lie has little to do with the last one's.
    private static final int STRIDE = 11;

    private static final int MOST_LOOKS = 120;

    private static final int FEW_LOOKS = 5;

    /// Looks in a row in which the first step is in no block: a devnet that is too busy can lose its L2's blocks.
    private static final int MOST_UNHEARD = 40;

    @TempDir
    Path folder;

    @OnDevnetForms
    void aWithdrawal_isPaidOutOnce_amongLiars(DevnetForm form) throws Exception {
        try (OpDevnet devnet = OpDevnet.start(form.on(OpProfile.options()));
                Company company = new Company(devnet.facts(), form.hashCode())) {
            DevnetFacts facts = devnet.facts();
            DevnetWallet wallet = new DevnetWallet(folder, "wallet", facts, company.ofL1(), company.ofL2());
            Play play = new Play(wallet, company);

            play.killedOnceSent(
                    "exit", "start", "--network", "opdev", "--from", "user", "--amount", "0.3", "--to", TARGET);
            assertThat(wallet.look().path("standing").asString(""))
                    .as("the verifier passes nothing on")
                    .isEqualTo("AWAIT_OWN");
            wallet.addSource("901", company.sequencer());
            play.until("CAN_PROVE");
            // Only now: on the L2 a deposit takes a nonce of its sender, who must have nothing waiting there.
            play.killedOnceSent("deposit", "--network", "opdev", "--from", "user", "--amount", "1");
            play.until("PAID_OUT");

            assertThat(DevnetWallet.balance(facts.l1(), TARGET)).isEqualTo(DevnetWallet.ether("0.3"));
            assertThat(sent(facts.sequencer(), facts))
                    .as("on the L2: taken off, and a deposit")
                    .isEqualTo(2);
            assertThat(sent(facts.l1(), facts))
                    .as("on L1: deposited, proven, perhaps resolved, and finished, once each")
                    .isBetween(3L, 4L);
            System.out.println("lies told: " + company.told + "; a source was set aside " + company.caught + " times");
            assertThat(company.caught).as("lies that set their source aside").isPositive();
        }
    }

    private static long sent(NodeClient node, DevnetFacts facts) {
        String user = facts.account(DevnetFacts.Role.USER).address();
        String count = node.rpc("eth_getTransactionCount", "[\"" + user + "\",\"latest\"]")
                .stringValue();
        return new BigInteger(count.substring(2), 16).longValueExact();
    }

    private record Play(DevnetWallet wallet, Company company) {
        /// Looks and takes steps until exit 1 stands so. Each step is sent by a process that never learns of it.
        void until(String end) throws Exception {
            String done = "";
            int unheard = 0;
            for (int look = 0; look < MOST_LOOKS && unheard < MOST_UNHEARD; look++) {
                company.next(wallet);
                JsonNode seen = wallet.look();
                String standing = seen.path("standing").asString("");
                assertThat(seen.path("arrived").asBoolean(false)).isEqualTo(standing.equals("PAID_OUT"));
                if (standing.equals(end)) {
                    return;
                }
                unheard = standing.equals("AWAIT_OWN") ? unheard + 1 : 0;
                boolean calls = standing.startsWith("CAN_") || standing.equals("MUST_PROVE_AGAIN");
                if (calls && !standing.equals(done)) {
                    killedOnceSent("exit", "next", "1");
                    done = standing;
                } else if (calls || standing.equals("AWAIT_OWN") && look % FEW_LOOKS == 0) {
                    // The one source may keep to itself what it took from a process that was killed then.
                    wallet.signing("exit", "next", "1");
                }
            }
            throw new AssertionError("never " + end + ": " + wallet.look());
        }

        void killedOnceSent(String... command) {
            wallet.killedOnceSent(company.all(), command);
        }
    }

    /// The sources, which change their ways with each command.
    private static final class Company implements AutoCloseable {
        private final LyingProxy l1Liar;
        private final LyingProxy l2Liar;
        private final List<LyingProxy> honest = new ArrayList<>();
        private final List<Lie> lies;
        private final Set<Lie> told = new TreeSet<>();
        private int caught;
        private int turn;

        Company(DevnetFacts facts, int seed) {
            l1Liar = LyingProxy.inFrontOf(facts.l1().url());
            l2Liar = LyingProxy.inFrontOf(facts.verifier().url());
            honest.add(LyingProxy.inFrontOf(facts.l1().url()));
            honest.add(LyingProxy.inFrontOf(facts.verifier().url()));
            honest.add(LyingProxy.inFrontOf(facts.sequencer().url()));
            lies = Arrays.stream(Lie.values())
                    .filter(lie -> KINDS.contains(lie.kind()))
                    .toList();
            turn = Math.floorMod(seed, lies.size());
        }

        NodeClient[] ofL1() {
            return clients(l1Liar, honest.get(0));
        }

        NodeClient[] ofL2() {
            return clients(l2Liar, honest.get(1));
        }

        NodeClient sequencer() {
            return new NodeClient(honest.get(2).url());
        }

        private static NodeClient[] clients(LyingProxy... proxies) {
            return Arrays.stream(proxies)
                    .map(proxy -> new NodeClient(proxy.url()))
                    .toArray(NodeClient[]::new);
        }

        List<LyingProxy> all() {
            List<LyingProxy> all = new ArrayList<>(honest);
            all.addAll(List.of(l1Liar, l2Liar));
            return all;
        }

        /// Another lie of each layer, and other limits. The one liar and then the other is trusted again.
        void next(DevnetWallet wallet) {
            turn++;
            boolean ofL1 = turn % 2 == 0;
            Launcher.Result result = wallet.run(
                    "networks",
                    "trust",
                    ofL1 ? "l1dev" : "opdev",
                    "--source",
                    (ofL1 ? l1Liar : l2Liar).url().toString(),
                    "--yes");
            if (result.exitCode() == 0) {
                caught++;
            }
            tell(l1Liar, 2 * turn);
            tell(l2Liar, 2 * turn + 1);
            for (int each = 0; each < honest.size(); each++) {
                honest.get(each).play(LIMITS.get((turn + each) % LIMITS.size()));
            }
        }

        private void tell(LyingProxy liar, int number) {
            Lie lie = lies.get(Math.floorMod(number * STRIDE, lies.size()));
            told.add(lie);
            liar.tell(lie);
        }

        @Override
        public void close() {
            all().forEach(LyingProxy::close);
        }
    }
}

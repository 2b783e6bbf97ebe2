package org.lifeboat.sandbox.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Reads;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.world.PlayChain;
import org.lifeboat.sandbox.world.PlayWorld;

/// A world that was closed for long goes on as if it had not been: its time has stood still, whatever the
/// computer's clock says.
class ClosedWorldTest {
    private static final Person ANNA = Person.named("anna", PlayChain.ID);
    private static final Address STRANGER = Address.fromHex("0x2222222222222222222222222222222222222222");
    private static final Wei AMOUNT = PlayWorld.ether(1);
    private static final Gas GAS = new Gas(2_000_000);

    @TempDir
    Path folder;

    /// @param later days by the computer's clock, until the world is opened again
    @ParameterizedTest
    @ValueSource(longs = {10, -10})
    void aDeposit_aWithdrawal_andFinality_goOn(long later) throws IOException {
        long closed;
        try (Sandbox first = resume(HandClock.START)) {
            first.faucet().giveCoins(ANNA.address(), PlayWorld.ether(10));
            goOn(first, 5);
            closed = first.l1().clock().now();
        }

        try (Sandbox again = resume(HandClock.START + Duration.ofDays(later).toSeconds())) {
            assertThat(again.l1().clock().now()).isEqualTo(closed);
            deposit(again);
            withdraw(again);
            becomeFinal(again.l1());
            assertThat(again.rollup().faults().all()).isEmpty();
            assertThat(again.rollup().stopped()).isEmpty();
        }
    }

    private Sandbox resume(long clock) throws IOException {
        return Sandbox.resume(HandClock.at(clock), 0, "test", folder.resolve("world"))
                .orElseThrow();
    }

    private static void goOn(Sandbox sandbox, int blocks) {
        for (int i = 0; i < blocks; i++) {
            sandbox.l1().clock().advance(Duration.ofSeconds(12));
            sandbox.l1().mine();
            sandbox.rollup().turn();
        }
    }

    private static void deposit(Sandbox sandbox) {
        sandbox.faucet().bridgeCoins(sandbox.rollup().plan().portal(), STRANGER, AMOUNT);
        goOn(sandbox, 2);
        assertThat(RollupWorld.balance(sandbox.rollup().node(), STRANGER)).contains(AMOUNT);
    }

    /// From the rollup to its payout on L1, with the times of the bridge in between.
    private static void withdraw(Sandbox sandbox) {
        Rollup rollup = sandbox.rollup();
        Hash32 sent = RollupHistory.sendHome(rollup, STRANGER, AMOUNT, Secp256k1.preferred());
        goOn(sandbox, 2);
        var place = rollup.node().history().transaction(sent).orElseThrow();
        Withdrawal withdrawal = place.transaction().receipt().logs().stream()
                .flatMap(log -> Withdrawal.of(log) instanceof Answer.Proven<Withdrawal>(Withdrawal found)
                        ? Optional.of(found).stream()
                        : Optional.<Withdrawal>empty().stream())
                .findFirst()
                .orElseThrow();
        L2Block block = new L2Block(place.block().number());
        BridgeView view = new BridgeView(sandbox.l1(), rollup.plan().portal());
        Reads reads = new Reads(view::run);
        Standing standing = OpStack.standing(facts(sandbox, reads, withdrawal), block, Optional.empty());
        Game game = standing instanceof Standing.CanProve(Game best, var _) ? best : fail("no root: " + standing);
        SealedBlock proven = rollup.node().history().at(game.block().number()).orElseThrow();
        OutputRoot root = OutputRoot.of(proven.header()).orElseThrow();
        List<Bytes> nodes = proven.state()
                .prove(OpStack.MESSAGE_PASSER, List.of(withdrawal.slot()))
                .slots()
                .getFirst()
                .nodes();
        List<Bytes> whole = OpStack.storageProof(root, withdrawal, nodes) instanceof Answer.Proven<List<Bytes>>(var all)
                ? all
                : fail("no proof");
        send(sandbox.l1(), OpStack.prove(view.bridge(), withdrawal, game, root, whole));
        for (int i = 0; i < 2; i++) {
            sandbox.pass(Duration.ofDays(4));
            goOn(sandbox, 2);
        }
        var proof = facts(sandbox, reads, withdrawal).proofs().getFirst();
        send(sandbox.l1(), OpStack.finish(view.bridge(), withdrawal, proof, ANNA.address()));
        assertThat(RollupWorld.balance(sandbox.l1(), STRANGER)).contains(AMOUNT);
    }

    private static ExitFacts facts(Sandbox sandbox, Reads reads, Withdrawal withdrawal) {
        return OpStack.exitFacts(
                        reads,
                        OpStack.contracts(reads, sandbox.rollup().plan().portal())
                                .orElseThrow(),
                        withdrawal.hash(),
                        withdrawal.sender(),
                        new L1Time(sandbox.l1().history().newest().header().unixSeconds()))
                .orElseThrow();
    }

    private static void send(L1Node l1, L1Call call) {
        var signed = ANNA.sends(l1.pendingNonce(ANNA.address()), call.to(), call.value(), call.data(), GAS, Person.TIP);
        l1.send(l1.sender(signed).orElseThrow());
        assertThat(RollupWorld.succeeded(l1, signed.hash())).isTrue();
    }

    /// A light client that begins at slot 0 comes to the newest block by the world's time.
    private static void becomeFinal(L1Node l1) {
        long number = l1.finaliseNewest().number();
        goOnBySlots(l1);
        LightClient client = new LightClient(l1.beacon().network());
        Hash32 root = l1.beacon().rootAt(0).orElseThrow();
        Store store = accepted(client.begin(root, l1.beacon().bootstrap(root).orElseThrow()));
        BeaconNetwork network = l1.beacon().network();
        for (Update update : l1.beacon().updates(0, 128)) {
            store = taken(client, store, update, network.slotAt(l1.clock().now()));
        }
        store = taken(
                client,
                store,
                l1.beacon().newestUpdate().orElseThrow(),
                network.slotAt(l1.clock().now()));
        assertThat(store.finalized().payload().orElseThrow().blockNumber()).isEqualTo(number);
    }

    /// Until the newest block's slot is over.
    private static void goOnBySlots(L1Node l1) {
        l1.clock().advance(Duration.ofSeconds(2));
    }

    private static Store taken(LightClient client, Store store, Update update, long slot) {
        Verdict verdict = client.process(store, update, slot);
        return verdict.equals(new Verdict.Refused(Verdict.Reason.NOTHING_NEW)) ? store : accepted(verdict);
    }

    private static Store accepted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).store();
    }
}

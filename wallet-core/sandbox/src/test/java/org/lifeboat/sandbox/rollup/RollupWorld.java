package org.lifeboat.sandbox.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.node.Admission;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.world.PlayChain;
import org.lifeboat.sandbox.world.PlayWorld;

/// An L1 with a rollup, without servers; time moves when it is told to.
final class RollupWorld {
    static final RollupPlan PLAN = RollupPlan.named("Test rollup", 40);
    static final Person ANNA = Person.named("anna", PlayChain.ID);
    static final Person ANNA_ON_L2 = Person.named("anna", PLAN.chain());
    static final Address STRANGER = Address.fromHex("0x2222222222222222222222222222222222222222");

    final L1Node l1;
    final Rollup rollup;

    RollupWorld() {
        this(HandClock.START);
    }

    /// @param start Unix seconds of both chains' block 0
    RollupWorld(long start) {
        this(start, PLAN);
    }

    /// @param plan of the name and window of [#PLAN]
    RollupWorld(long start, RollupPlan plan) {
        Genesis play = PlayWorld.genesis(start);
        Map<Address, GenesisAccount> accounts = new HashMap<>(play.accounts());
        accounts.put(ANNA.address(), GenesisAccount.holding(PlayWorld.ether(100)));
        Genesis genesis = Rollup.onL1(plan, new Genesis(play.settings(), start, accounts));
        this.l1 = new L1Node(genesis, Secp256k1.preferred(), new NodeClock(HandClock.at(start)), Mining.AT_ONCE);
        this.rollup = Rollup.on(l1, plan, Secp256k1.preferred());
    }

    Layer2Node l2() {
        return rollup.node();
    }

    /// So many blocks of L1, twelve seconds apart, in each of which everybody has a turn.
    void goOn(int blocks) {
        for (int i = 0; i < blocks; i++) {
            l1.clock().advance(Duration.ofSeconds(12));
            l1.mine();
            turn();
        }
    }

    private void turn() {
        rollup.turn();
        assertThat(rollup.faults().all()).isEmpty();
    }

    /// Moves time far ahead, as the sandbox does: with few blocks.
    void skip(Duration span) {
        l1.clock().advance(span);
        l1.mine();
        turn();
    }

    Hash32 onL1(L1Call call) {
        long nonce = l1.pendingNonce(ANNA.address());
        return send(l1, ANNA.sends(nonce, call.to(), call.value(), call.data(), new Gas(2_000_000), Person.TIP));
    }

    Hash32 onL2(L1Call call) {
        long nonce = l2().pendingNonce(ANNA.address());
        return send(l2(), ANNA_ON_L2.sends(nonce, call.to(), call.value(), call.data(), new Gas(300_000), Person.TIP));
    }

    /// Sent to whoever answers programs.
    Hash32 onShown(L1Call call) {
        ChainNode shown = rollup.shown();
        long nonce = shown.pendingNonce(ANNA.address());
        return send(shown, ANNA_ON_L2.sends(nonce, call.to(), call.value(), call.data(), new Gas(300_000), Person.TIP));
    }

    private static Hash32 send(ChainNode node, SignedTransaction signed) {
        var sent = node.sender(signed).orElseThrow();
        assertThat(node.send(sent)).isInstanceOf(Admission.Taken.class);
        return sent.hash();
    }

    static ExecutedTransaction mined(ChainNode node, Hash32 hash) {
        return node.history().transaction(hash).map(History.Place::transaction).orElseThrow();
    }

    static boolean succeeded(ChainNode node, Hash32 hash) {
        return mined(node, hash).receipt().outcome() instanceof Receipt.Outcome.Status(boolean status) && status;
    }

    static Optional<Wei> balance(ChainNode node, Address account) {
        return node.history().newest().state().account(account).map(found -> found.balance());
    }
}

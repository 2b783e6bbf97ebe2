package org.lifeboat.sandbox.rollup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayAccounts;
import org.lifeboat.sandbox.world.PlayHand;
import org.lifeboat.sandbox.world.PlayWorld;

/// What has happened in a world before anybody looks at it: twenty minutes in which money came onto the
/// rollup, was paid there, and two people began to take some off it without going on.
public final class RollupHistory {
    /// How long before the beginning of the world's present.
    public static final Duration SPAN = Duration.ofMinutes(20);

    /// As on Ethereum. Unit: seconds.
    private static final long BLOCK = 12;

    /// Unit: gas.
    private static final Gas GAS = new Gas(300_000);

    /// The keys of the first two accounts of [PlayAccounts#WORDS], which everybody knows.
    /// Source: Hardhat and Foundry, default accounts.
    private static final List<String> KEYS = List.of(
            "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
            "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");

    private final L1Node l1;
    private final Rollup rollup;
    private final Faucet faucet;
    private final List<PlayHand> people;
    private long time;

    private RollupHistory(L1Node l1, Rollup rollup, Faucet faucet, Secp256k1 curve) {
        this.l1 = l1;
        this.rollup = rollup;
        this.faucet = faucet;
        this.people = KEYS.stream()
                .map(key ->
                        new PlayHand(rollup.node(), curve, Bytes.fromHex(key).toArray()))
                .toList();
        this.time = l1.history().newest().header().unixSeconds();
    }

    /// Lets it all happen in a world that has only its block 0, [#SPAN] ago.
    public static void happens(L1Node l1, Rollup rollup, Faucet faucet, Secp256k1 curve) {
        Mining before = l1.mining();
        l1.setMining(Mining.WHEN_TOLD);
        try {
            new RollupHistory(l1, rollup, faucet, curve).happen();
        } finally {
            l1.setMining(before);
        }
    }

    private void happen() {
        Address first = PlayAccounts.ALL.getFirst();
        Address second = PlayAccounts.ALL.get(1);
        faucet.bridgeCoins(rollup.plan().portal(), first, PlayWorld.ether(25));
        goOn(5);
        pay(0, second, 3);
        goOn(20);
        pay(1, PlayAccounts.ALL.get(2), 7);
        pay(0, PlayAccounts.ALL.get(3), 1);
        goOn(20);
        send(0, OpStack.initiate(first, PlayWorld.ether(4)));
        goOn(15);
        send(1, OpStack.initiate(second, PlayWorld.ether(2)));
        goOn((int) (SPAN.toSeconds() / BLOCK) - 60);
    }

    private void pay(int person, Address to, long coins) {
        send(person, new L1Call(to, PlayWorld.ether(coins), Bytes.EMPTY));
    }

    private void send(int person, L1Call call) {
        people.get(person).send(Optional.of(call.to()), GAS, call.value(), call.data());
    }

    private void goOn(int blocks) {
        for (int i = 0; i < blocks; i++) {
            time += BLOCK;
            l1.clock().setNext(time);
            l1.mine();
            rollup.turn(time);
        }
    }
}

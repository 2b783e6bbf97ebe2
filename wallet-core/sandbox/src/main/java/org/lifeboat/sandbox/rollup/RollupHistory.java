package org.lifeboat.sandbox.rollup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayAccounts;
import org.lifeboat.sandbox.world.PlayHand;
import org.lifeboat.sandbox.world.PlayWorld;

/// What has happened in a world before anybody looks at it: twenty minutes in which money and tokens came onto its
/// rollups, were paid there, and people began to take some off them. One withdrawal is proven on L1, one has
/// a root, and one waits for its root.
public final class RollupHistory {
    /// How long before the beginning of the world's present.
    public static final Duration SPAN = Duration.ofMinutes(20);

    /// As on Ethereum. Unit: seconds.
    private static final long BLOCK = 12;

    /// Unit: gas.
    private static final Gas GAS = new Gas(900_000);

    /// The keys of the first three accounts of [PlayAccounts#WORDS], which everybody knows.
    /// Source: Hardhat and Foundry, default accounts.
    private static final List<String> KEYS = List.of(
            "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
            "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d",
            "0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a");

    /// Of the keys: whoever takes coins off a rollup for others.
    private static final int FRIEND = 2;

    private static final Address FIRST = PlayAccounts.ALL.getFirst();
    private static final Address SECOND = PlayAccounts.ALL.get(1);

    private final L1Node l1;
    private final List<Rollup> rollups;
    private final Faucet faucet;
    private final Secp256k1 curve;
    private final WorldSeed seed;
    private long time;
    private int blocksLeft = (int) (SPAN.toSeconds() / BLOCK);

    private RollupHistory(L1Node l1, List<Rollup> rollups, Faucet faucet, Secp256k1 curve, WorldSeed seed) {
        this.seed = seed;
        this.l1 = l1;
        this.rollups = rollups;
        this.faucet = faucet;
        this.curve = curve;
        this.time = l1.history().newest().header().unixSeconds();
    }

    /// Lets it all happen in a world that has only its block 0, [#SPAN] ago.
    /// @param rollups at least one
    /// @param seed by which it follows who moves how much
    public static void happens(L1Node l1, List<Rollup> rollups, Faucet faucet, Secp256k1 curve, WorldSeed seed) {
        Mining before = l1.mining();
        l1.setMining(Mining.WHEN_TOLD);
        try {
            new RollupHistory(l1, rollups, faucet, curve, seed).happen();
        } finally {
            l1.setMining(before);
        }
    }

    private void happen() {
        Rollup rollup = rollups.getFirst();
        Optional<Rollup> other = rollups.stream().skip(1).findFirst();
        faucet.bridgeCoins(rollup.plan().portal(), FIRST, coins(25));
        other.ifPresent(slow -> faucet.bridgeCoins(slow.plan().portal(), SECOND, coins(40)));
        goOn(5);
        pay(rollup, 0, SECOND, 3);
        bring(rollup, PlayToken.OAR, FIRST, 60);
        bring(rollup, PlayToken.DOLLAR, SECOND, 800);
        goOn(20);
        pay(rollup, 1, PlayAccounts.ALL.get(2), 7);
        pay(rollup, 0, PlayAccounts.ALL.get(3), 1);
        other.ifPresent(slow -> {
            pay(slow, 1, FIRST, 12);
            bring(slow, PlayToken.DOLLAR, FIRST, 350);
        });
        goOn(20);
        send(rollup.node(), 0, OpStack.initiate(FIRST, coins(4)));
        goOn(15);
        send(rollup.node(), 1, OpStack.initiate(SECOND, coins(2)));
        other.ifPresent(slow -> send(slow.node(), 0, OpStack.initiate(FIRST, coins(3))));
        goOn(20);
        prove(rollup);
        goOn(blocksLeft);
    }

    /// The first account proves its withdrawal, and is given what that took: it has whole coins on L1.
    private void prove(Rollup rollup) {
        Hash32 proof = send(l1, 0, new PastProof(l1, rollup).ofOldestWithdrawal());
        goOn(1);
        ExecutedTransaction done = l1.history().transaction(proof).orElseThrow().transaction();
        faucet.giveCoins(FIRST, done.price().times(done.gasUsed().amount()));
    }

    private Wei coins(long usual) {
        return PlayWorld.ether(seed.about(usual));
    }

    private void bring(Rollup rollup, PlayToken token, Address to, long amount) {
        faucet.bridgeTokens(rollup.plan().tokenBridge(), token, to, token.units(seed.about(amount)));
    }

    private void pay(Rollup rollup, int person, Address to, long coins) {
        send(rollup.node(), person, new L1Call(to, coins(coins), Bytes.EMPTY));
    }

    /// The third account takes coins of its own off the rollup and has them paid out to somebody else on L1.
    /// @param to who gets them, and can do the steps on L1
    /// @return the hash of the transaction on the rollup, which is in none of its blocks yet
    public static Hash32 sendHome(Rollup rollup, Address to, Wei amount, Secp256k1 curve) {
        return send(rollup.node(), FRIEND, OpStack.initiate(to, amount), curve);
    }

    private Hash32 send(ChainNode chain, int person, L1Call call) {
        return send(chain, person, call, curve);
    }

    private static Hash32 send(ChainNode chain, int person, L1Call call, Secp256k1 curve) {
        PlayHand hand =
                new PlayHand(chain, curve, Bytes.fromHex(KEYS.get(person)).toArray());
        return hand.send(Optional.of(call.to()), GAS, call.value(), call.data());
    }

    private void goOn(int blocks) {
        for (int i = 0; i < blocks; i++) {
            time += BLOCK;
            l1.clock().setNext(time);
            l1.mine();
            rollups.forEach(rollup -> rollup.turn(time));
        }
        blocksLeft -= blocks;
    }
}

package org.lifeboat.sandbox.lessons;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.interpreter.ContractAddress;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.contracts.BundledCode;
import org.lifeboat.sandbox.contracts.Creation;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayHand;
import org.lifeboat.sandbox.world.PlayWorld;

/// A chain with two honest people and a third one, and what happens to them.
final class LessonStage {
    static final Wei MONEY = PlayWorld.ether(20);

    private static final Gas CREATION = new Gas(3_000_000);
    private static final Gas GAS = new Gas(500_000);

    private final L1Node l1;
    private final Secp256k1 curve = Secp256k1.preferred();
    private final List<LessonMoment> moments = new ArrayList<>();

    final Actor anna;
    final Actor ben;
    final Actor mallory;

    LessonStage(L1Node l1) {
        this.l1 = l1;
        this.anna = new Actor("anna");
        this.ben = new Actor("ben");
        this.mallory = new Actor("mallory");
        Faucet faucet = new Faucet(l1, curve);
        for (Actor each : List.of(anna, ben, mallory)) {
            faucet.giveCoins(each.address(), MONEY);
        }
        l1.mine();
    }

    /// Somebody with a key that is no secret.
    final class Actor {
        private final byte[] key;
        private final PlayHand hand;

        private Actor(String name) {
            this.key = Keccak256.digest(("Lifeboat lesson: " + name).getBytes(StandardCharsets.US_ASCII));
            this.hand = new PlayHand(l1, curve, key);
        }

        Address address() {
            return hand.address();
        }

        EcdsaSignature sign(Hash32 digest) {
            return curve.sign(digest.toArray(), key);
        }

        /// @return whether the contract took it
        boolean calls(Address contract, Wei value, Bytes data) {
            Hash32 hash = hand.send(Optional.of(contract), GAS, value, data);
            l1.mine();
            return l1.history()
                    .transaction(hash)
                    .map(History.Place::transaction)
                    .filter(done -> done.receipt().outcome() instanceof Receipt.Outcome.Status(boolean good) && good)
                    .isPresent();
        }

        /// Puts one of the lessons' contracts on the chain.
        Address creates(String contract) {
            Address made = ContractAddress.of(address(), l1.pendingNonce(address()));
            Bytes code = Creation.of(BundledCode.read("lessons/" + contract));
            hand.send(Optional.empty(), CREATION, Wei.ZERO, code);
            l1.mine();
            return made;
        }
    }

    /// @param keeper the contract that keeps the money
    void happened(LessonMoment.What what, Wei amount, boolean went, Address keeper) {
        moments.add(new LessonMoment(what, amount, went, balance(keeper)));
    }

    void pass(Duration span) {
        l1.clock().advance(span);
        l1.mine();
    }

    Wei balance(Address account) {
        return l1.history()
                .newest()
                .state()
                .account(account)
                .map(found -> found.balance())
                .orElse(Wei.ZERO);
    }

    List<LessonMoment> moments() {
        return List.copyOf(moments);
    }
}

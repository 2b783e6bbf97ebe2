package org.lifeboat.sandbox.rollup;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.evm.interpreter.ContractAddress;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.contracts.Creation;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.world.PlayHand;

/// Owns the rollup's contracts on L1: stops the bridge, strikes out roots, and puts other code in its place, all at
/// once and without asking anybody.
public final class Guardian {
    private static final Gas GAS = new Gas(200_000);

    /// Enough for the largest code there may be: 200 a byte of 24,576, and its data (EIP-170, EIP-7623).
    private static final Gas CREATION = new Gas(10_000_000);

    private static final Bytes PAUSE = selector("pause(address)");
    private static final Bytes UNPAUSE = selector("unpause(address)");
    private static final Bytes BLACKLIST = selector("blacklistDisputeGame(address)");
    private static final Bytes UPGRADE = selector("upgradeTo(address)");

    private final L1Node l1;
    private final RollupPlan plan;
    private final PlayHand hand;

    Guardian(L1Node l1, RollupPlan plan, PlayHand hand) {
        this.l1 = l1;
        this.plan = plan;
        this.hand = hand;
    }

    /// Stops proving and paying out, or lets them go on.
    /// @return the transaction's hash
    public Hash32 pause(boolean stop) {
        Bytes everything = word(Address.ZERO);
        return hand.send(
                Optional.of(plan.superchainConfig()), GAS, Wei.ZERO, (stop ? PAUSE : UNPAUSE).plus(everything));
    }

    /// Strikes out one root, whatever its contest says. Source: AnchorStateRegistry, `blacklistDisputeGame`.
    /// @param game that claims it
    /// @return the transaction's hash
    public Hash32 blacklist(Address game) {
        return hand.send(Optional.of(plan.registry()), GAS, Wei.ZERO, BLACKLIST.plus(word(game)));
    }

    /// Gives the portal other code: the same once more, at another address. From outside nobody can tell
    /// what another code does.
    /// @return where the code is now
    public synchronized Address changePortal() {
        Address made = ContractAddress.of(hand.address(), l1.pendingNonce(hand.address()));
        hand.send(
                Optional.empty(), CREATION, Wei.ZERO, Creation.of(plan.delays().code(plan.portalCode())));
        hand.send(Optional.of(plan.portal()), GAS, Wei.ZERO, UPGRADE.plus(word(made)));
        return made;
    }

    private static Bytes word(Address address) {
        return Bytes.of(address.toWord().toArray());
    }

    private static Bytes selector(String signature) {
        return Bytes.copyOf(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)), 0, 4);
    }
}

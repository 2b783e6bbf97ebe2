package org.lifeboat.sandbox.rollup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.sandbox.world.PlayChain;

/// One rollup of a sandbox: its name, its chain id, and where its contracts are on L1. Everything follows
/// from the name, so that it is the same in every sandbox.
/// @param name as it is shown
/// @param sequencingWindow L1 blocks within which a batch must be included; then L1 alone makes the blocks.
/// On OP Mainnet it is 3,600, twelve hours
public record RollupPlan(String name, ChainId chain, long sequencingWindow) {
    /// The one that every sandbox has: an hour of L1 blocks, instead of twelve.
    public static final RollupPlan FIRST = named("Sandbox L2", 300);

    /// A rollup with the chain id that its name gives.
    public static RollupPlan named(String name, long sequencingWindow) {
        return new RollupPlan(name, PlayChain.fromSentence(PlayChain.SENTENCE + ": " + name), sequencingWindow);
    }

    /// The game that roots are posted by: CANNON's number, which anybody may post.
    public static final int GAME_TYPE = 0;

    public Address portal() {
        return contract("portal");
    }

    public Address factory() {
        return contract("factory of games");
    }

    public Address registry() {
        return contract("registry of anchors");
    }

    public Address systemConfig() {
        return contract("system config");
    }

    public Address superchainConfig() {
        return contract("superchain config");
    }

    public Address weth() {
        return contract("delayed WETH");
    }

    public Address game() {
        return contract("game");
    }

    /// What a proxy hands its calls to.
    Address implementation(String of) {
        return contract("implementation of " + of);
    }

    /// Nobody's account: what the batcher writes is addressed to it.
    public Address batchInbox() {
        return contract("batch inbox");
    }

    private Address contract(String part) {
        return Address.of(Arrays.copyOfRange(digest(part), 12, 32));
    }

    /// The secret of whoever works for the rollup; no secret, for everybody can compute it.
    byte[] key(Role role) {
        return digest(role.said());
    }

    /// The account of whoever works for the rollup, on L1.
    public Address account(Role role) {
        return Secp256k1.preferred().addressOfKey(key(role));
    }

    private byte[] digest(String part) {
        return Keccak256.digest((name + ": " + part).getBytes(StandardCharsets.US_ASCII));
    }
}

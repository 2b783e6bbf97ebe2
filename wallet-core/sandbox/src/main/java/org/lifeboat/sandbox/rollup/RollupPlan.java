package org.lifeboat.sandbox.rollup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.sandbox.contracts.NamedToken;
import org.lifeboat.sandbox.world.PlayChain;

/// One rollup of a sandbox: its name, its chain id, and where its contracts are on L1. Everything follows
/// from the name, so that it is the same in every sandbox.
/// @param name as it is shown
/// @param sequencingWindow L1 blocks within which a batch must be included; then L1 alone makes the blocks.
/// On OP Mainnet it is 3,600, twelve hours
/// @param habits how it is run
/// @param delays how long its bridge lets people wait
/// @param copies tokens that its bridge knows besides those of every sandbox
/// @param posting how roots get to L1
/// @param rootBond what goes along with a root in a game
public record RollupPlan(
        String name,
        ChainId chain,
        long sequencingWindow,
        Habits habits,
        BridgeDelays delays,
        List<NamedToken> copies,
        Bridge.Posting posting,
        Wei rootBond) {
    public RollupPlan {
        copies = List.copyOf(copies);
    }

    /// The one that every sandbox has: an hour of L1 blocks, instead of twelve.
    public static final RollupPlan FIRST = named("Sandbox L2", 300);

    /// The one beside it, of another shape: fewer blocks, in blobs, and a root every three hours, whoever waits.
    public static final RollupPlan SECOND =
            named("Slow Sandbox L2", 450).with(new Habits(4, BatchPlace.BLOBS, 2_700, false));

    /// Those of a world that is there to look around in.
    public static final List<RollupPlan> ALL = List.of(FIRST, SECOND);

    /// How a rollup is run. Nothing in it is promised to anybody.
    /// @param blockSeconds between blocks of the L2
    /// @param batches where the batcher writes once the world's past is over
    /// @param rootsApart L2 blocks between roots, where nobody needs one
    /// @param rootsForWithdrawals whether there is a root soon after a withdrawal
    public record Habits(long blockSeconds, BatchPlace batches, long rootsApart, boolean rootsForWithdrawals) {
        /// As on OP Mainnet: two seconds; a root every hour.
        public static final Habits USUAL = new Habits(2, BatchPlace.CALLDATA, 1_800, true);
    }

    /// A rollup with the chain id that its name gives.
    public static RollupPlan named(String name, long sequencingWindow) {
        return new RollupPlan(
                name,
                PlayChain.fromSentence(PlayChain.SENTENCE + ": " + name),
                sequencingWindow,
                Habits.USUAL,
                BridgeDelays.USUAL,
                List.of(),
                Bridge.Posting.GAMES,
                BridgeGenesis.ROOT_BOND);
    }

    /// The same rollup, run otherwise.
    public RollupPlan with(Habits others) {
        return new RollupPlan(name, chain, sequencingWindow, others, delays, copies, posting, rootBond);
    }

    /// The same rollup with another bridge's delays.
    public RollupPlan with(BridgeDelays others) {
        return new RollupPlan(name, chain, sequencingWindow, habits, others, copies, posting, rootBond);
    }

    /// The same rollup with copies of tokens.
    public RollupPlan with(List<NamedToken> others) {
        return new RollupPlan(name, chain, sequencingWindow, habits, delays, others, posting, rootBond);
    }

    /// The same rollup with another way of its roots to L1.
    public RollupPlan with(Bridge.Posting others) {
        return new RollupPlan(name, chain, sequencingWindow, habits, delays, copies, others, rootBond);
    }

    /// The same rollup, whose roots take another bond. What a move in a game takes stays as it is: on public chains
    /// it stands in the game's code, and this in the factory.
    public RollupPlan with(Wei others) {
        return new RollupPlan(name, chain, sequencingWindow, habits, delays, copies, posting, others);
    }

    /// The game that roots are posted by: CANNON's number, which anybody may post.
    public static final int GAME_TYPE = 0;

    /// The name of the portal's code.
    String portalCode() {
        return switch (posting) {
            case GAMES -> "PlayPortal";
            case OUTPUTS -> "PlayOutputPortal";
        };
    }

    public Address portal() {
        return contract("portal");
    }

    public Address factory() {
        return contract("factory of games");
    }

    /// The list of roots where there are no games.
    public Address oracle() {
        return contract("output oracle");
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

    /// What the L2's messages come from and go to.
    public Address messenger() {
        return contract("messenger");
    }

    /// The standard bridge of tokens.
    public Address tokenBridge() {
        return contract("bridge of tokens");
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

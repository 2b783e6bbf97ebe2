package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;

/// **Stand-ins, true to the ABI and to nothing else**, for what no development net here shows: roots of several chains
/// at
/// once and a lockbox that holds their coin. What the wallet reads of them must be right, and the rest is refused.
/// Source of the ABI: optimism, op-contracts 8, `SuperFaultDisputeGame.sol`, `ETHLockbox.sol`, `OptimismPortal2.sol`.
class SuperRootsTest {
    private static final Address PORTAL = Hash32.ofNumber(1).toAddress();
    private static final Address FACTORY = Hash32.ofNumber(2).toAddress();
    private static final Address REGISTRY = Hash32.ofNumber(3).toAddress();
    private static final Address LOCKBOX = Hash32.ofNumber(4).toAddress();
    private static final Address GAME = Hash32.ofNumber(5).toAddress();
    private static final Address USER = Hash32.ofNumber(6).toAddress();
    private static final Hash32 WITHDRAWAL = Hash32.ofNumber(77);
    private static final long NOW = 1_790_000_000L;
    private static final Bridge.Contracts CONTRACTS =
            new Bridge.Contracts(PORTAL, FACTORY, Optional.of(REGISTRY), Optional.empty(), Optional.empty());

    private final SpokenContracts chain = new SpokenContracts();

    @BeforeEach
    void aBridgeOfSuperRoots() {
        chain.says(PORTAL, "anchorStateRegistry()", Abi.word(REGISTRY));
        chain.says(PORTAL, "disputeGameFactory()", Abi.word(FACTORY));
        chain.says(PORTAL, "ethLockbox()", Abi.word(LOCKBOX));
        chain.says(PORTAL, "respectedGameType()", Abi.word(9));
        chain.says(PORTAL, "proofMaturityDelaySeconds()", Abi.word(1_000));
        chain.says(PORTAL, "disputeGameFinalityDelaySeconds()", Abi.word(500));
        chain.says(PORTAL, "paused()", Abi.word(0));
        chain.says(PORTAL, "finalizedWithdrawals(bytes32)", Abi.word(0));
        chain.says(PORTAL, "numProofSubmitters(bytes32)", Abi.word(0));
        chain.says(PORTAL, "provenWithdrawals(bytes32,address)", Abi.word(0), Abi.word(0));
        chain.says(FACTORY, "gameCount()", Abi.word(1));
        chain.says(FACTORY, "initBonds(uint32)", Abi.word(80));
        chain.says(FACTORY, "gameAtIndex(uint256)", Abi.word(9), Abi.word(NOW - 500), Abi.word(GAME));
        chain.says(REGISTRY, "getAnchorRoot()", Abi.word(Hash32.ofNumber(13)), Abi.word(NOW - 9_000));
        chain.says(REGISTRY, "isGameProper(address)", Abi.word(1));
        chain.says(REGISTRY, "isGameRespected(address)", Abi.word(1));
        chain.says(GAME, "gameType()", Abi.word(9));
        chain.says(GAME, "createdAt()", Abi.word(NOW - 500));
        chain.says(GAME, "rootClaim()", Abi.word(Hash32.ofNumber(14)));
        chain.says(GAME, "l2SequenceNumber()", Abi.word(NOW - 600));
        chain.says(GAME, "status()", Abi.word(0));
        chain.says(GAME, "resolvedAt()", Abi.word(0));
        chain.says(GAME, "claimDataLen()", Abi.word(1));
        chain.says(GAME, "maxClockDuration()", Abi.word(2_000));
        chain.says(GAME, "extraData()", Abi.text(preimage()));
        chain.says(FACTORY, "games(uint32,bytes32,bytes)", Abi.word(GAME), Abi.word(NOW - 500));
    }

    /// Version 1, a time, and the output root of one chain. Source: specification, interop, "Super Root".
    private static Bytes preimage() {
        return Bytes.fromHex("0x01")
                .plus(Bytes.fromHex("0x000000006ab13b00"))
                .plus(Bytes.of(Hash32.ofNumber(901).toArray()))
                .plus(Bytes.of(Hash32.ofNumber(15).toArray()));
    }

    /// Its anchor's number is a time: as a block it would call billions of blocks final.
    @Test
    void theAnchorOfSeveralChains_isNoBlockOfThisOne() {
        Bridge bridge = OpStack.bridge(chain.reads(), CONTRACTS).orElseThrow();

        assertThat(GameType.of(bridge.respectedType())).isEqualTo(GameType.SUPER);
        assertThat(bridge.anchor()).isEmpty();
        assertThat(bridge.paused()).isFalse();
        chain.says(PORTAL, "respectedGameType()", Abi.word(0));
        assertThat(OpStack.bridge(chain.reads(), CONTRACTS).orElseThrow().anchor())
                .as("the same answer in a bridge of this chain alone")
                .isPresent();
    }

    @Test
    void aWithdrawal_isNotProvenAgainstThem_andThatIsSaid() {
        ExitFacts facts = OpStack.exitFacts(chain.reads(), CONTRACTS, WITHDRAWAL, USER, new L1Time(NOW))
                .orElseThrow();

        assertThat(OpStack.standing(facts, new L2Block(120), Optional.empty())).isEqualTo(new Standing.NotRead(9));
        assertThat(facts.games()).singleElement().satisfies(game -> {
            assertThat(game.usable()).isFalse();
            assertThat(game.block().number()).as("a second").isEqualTo(NOW - 600);
        });
    }

    @Test
    void itsContest_isNotPlayed() {
        Bridge bridge = OpStack.bridge(chain.reads(), CONTRACTS).orElseThrow();
        Game game = OpStack.game(chain.reads(), bridge, GAME).orElseThrow();

        assertThat(OpStack.dispute(chain.reads(), game, new L1Time(NOW))).isEmpty();
        assertThat(game.type()).isEqualTo(9);
    }

    /// The coin is not the portal's any more; what the portal says of withdrawals, it says as before.
    @Test
    void aLockbox_changesNothingThatIsRead() {
        chain.says(PORTAL, "respectedGameType()", Abi.word(0));
        chain.says(GAME, "gameType()", Abi.word(0));
        ExitFacts with = OpStack.exitFacts(chain.reads(), CONTRACTS, WITHDRAWAL, USER, new L1Time(NOW))
                .orElseThrow();
        chain.refuses(PORTAL, "ethLockbox()");
        ExitFacts without = OpStack.exitFacts(chain.reads(), CONTRACTS, WITHDRAWAL, USER, new L1Time(NOW))
                .orElseThrow();

        assertThat(with).isEqualTo(without);
        assertThat(with.bridge().bond().value()).isEqualTo(BigInteger.valueOf(80));
    }
}

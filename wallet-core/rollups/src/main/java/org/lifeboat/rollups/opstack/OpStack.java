package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.derivation.UserDeposits;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// The door to a chain of the OP Stack: what its bridge says, and the calls that bring money in and out.
/// Everything here is pure; reads lack keys until somebody brings them (see [Reads]).
public final class OpStack {
    /// The `L2ToL1MessagePasser`, on every chain of the stack.
    public static final Address MESSAGE_PASSER = Layout.MESSAGE_PASSER;

    /// `WithdrawalProven(bytes32 indexed withdrawalHash, address indexed from, address indexed to)` of the
    /// portal: sender on the L2 and target. Source: OptimismPortal2.
    public static final Hash32 WITHDRAWAL_PROVEN =
            Hash32.fromHex("0x67a6208cfcc0801d50f6cbe764733f4fddf66ac0b04442061a8a8c0cb6b63f62");

    /// The event of a deposit on the portal.
    public static final Hash32 DEPOSITED = UserDeposits.TOPIC;

    /// What the call on L1 gets at least. Source: L2ToL1MessagePasser, `RECEIVE_DEFAULT_GAS_LIMIT`.
    public static final Gas TARGET_GAS = new Gas(100_000);

    /// For initiating a withdrawal by a deposit: some 70,000 are used, and what is left over is lost.
    /// Source: measured with op-geth, message passer 1.1.2, on top of a transaction's 21,000.
    public static final Gas FORCED_WITHDRAWAL_GAS = new Gas(200_000);

    /// The standard bridge of tokens, on every chain of the stack.
    public static final Address L2_TOKEN_BRIDGE = TokenMessages.L2_BRIDGE;

    /// `ERC20BridgeInitiated(address indexed localToken, address indexed remoteToken, address indexed from,
    /// address to, uint256 amount, bytes extraData)` of a standard bridge. Source: StandardBridge.
    public static final Hash32 TOKENS_SENT =
            event("ERC20BridgeInitiated(address,address,address,address,uint256,bytes)");

    /// `ETHBridgeInitiated(address indexed from, address indexed to, uint256 amount, bytes extraData)` of a standard
    /// bridge. Source: StandardBridge.
    public static final Hash32 COIN_SENT = event("ETHBridgeInitiated(address,address,uint256,bytes)");

    /// `SentMessageExtension1(address indexed sender, uint256 value)` of a messenger. Source: CrossDomainMessenger.
    public static final Hash32 MESSAGE_SENT = event("SentMessageExtension1(address,uint256)");

    /// The messenger, on every chain of the stack.
    public static final Address L2_MESSENGER = TokenMessages.L2_MESSENGER;

    /// `FailedRelayedMessage(bytes32 indexed msgHash)` of a messenger. Source: CrossDomainMessenger.
    public static final Hash32 RELAY_FAILED = event("FailedRelayedMessage(bytes32)");

    /// `WithdrawalProvenExtension1(bytes32 indexed withdrawalHash, address indexed proofSubmitter)` of the
    /// portal. Source: OptimismPortal2.
    public static final Hash32 WITHDRAWAL_PROVEN_BY = event("WithdrawalProvenExtension1(bytes32,address)");

    private OpStack() {}

    private static Hash32 event(String signature) {
        return Keccak256.hash(signature.getBytes(StandardCharsets.US_ASCII));
    }

    /// Where the contracts of the bridge are; empty where that is no portal.
    public static Optional<Bridge.Contracts> contracts(Reads reads, Address portal) {
        return Anchor.contracts(reads, portal);
    }

    /// The settings of the bridge. In an output oracle it is not searched which output is final.
    public static Optional<Bridge> bridge(Reads reads, Bridge.Contracts contracts) {
        return Anchor.bridge(reads, contracts);
    }

    /// The same, with the newest root that L1 treats as final wherever there is one.
    /// @param now of the L1 block that is read
    public static Optional<Bridge> bridge(Reads reads, Bridge.Contracts contracts, L1Time now) {
        return Anchor.bridge(reads, contracts, now);
    }

    /// Who works for the chain, and where it can be stopped.
    public static Operators operators(Reads reads, Bridge.Contracts contracts) {
        return Operators.read(reads, contracts);
    }

    /// Who holds power over the bridge.
    public static Powers powers(Reads reads, Bridge.Contracts contracts) {
        return Risks.powers(reads, contracts);
    }

    /// `CallScheduled(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data, bytes32
    /// predecessor, uint256 delay)` of a timelock. Source: OpenZeppelin, TimelockController.
    public static final Hash32 ANNOUNCED =
            event("CallScheduled(bytes32,uint256,address,uint256,bytes,bytes32,uint256)");

    /// Which of these a timelock has waiting.
    /// @param ids from its events: one that it does not know it denies
    public static List<Powers.Queued> announced(Reads reads, Address timelock, Collection<Hash32> ids) {
        return new Timelocks(reads).among(timelock, ids);
    }

    /// What the coin of a chain with a coin of its own calls itself; of its settings on L1, or of the L2's `L1Block`.
    public static Optional<String> coinSymbol(Reads chain, Address contract) {
        return Anchor.coinSymbol(chain, contract);
    }

    /// What a token says of where it comes from; read on the **L2**.
    public static TokenNames tokenNames(Reads l2, Address token) {
        return Tokens.names(l2, token);
    }

    /// Whether and how a token gets home; read on L1.
    /// @param names as [#tokenNames] read them on the L2
    /// @return empty while the state lacks something, or where the standard bridge is not to be found
    public static Optional<TokenExit> tokenExit(Reads l1, Bridge.Contracts contracts, Address token, TokenNames names) {
        return Tokens.exit(l1, contracts, token, names);
    }

    /// What an account has of a token, and what another may take of it; on either layer.
    public static Optional<TokenHolding> tokenHolding(Reads chain, Address token, Address owner, Address spender) {
        return Tokens.holding(chain, token, owner, spender);
    }

    /// Whether a withdrawal is a message of the messenger: what became of it once the portal has finished it, the
    /// messenger on L1 knows.
    public static boolean isMessage(Withdrawal withdrawal) {
        return withdrawal.sender().equals(L2_MESSENGER);
    }

    /// What the messenger on L1 says of a message that the portal has finished.
    public static Optional<Relay> relay(Reads l1, Withdrawal withdrawal) {
        return TokenMessages.relay(l1, withdrawal);
    }

    /// The newest roots, newest first.
    public static Optional<List<Game>> newestGames(Reads reads, Bridge bridge, int most) {
        return Anchor.newest(reads, bridge, most);
    }

    /// The root of one block as it stands now, by what it was met as before: a game by its address, an output by its
    /// block. Empty where there is none of this bridge, or of a form that is not known.
    public static Optional<Game> root(Reads reads, Bridge bridge, Address contract, L2Block block) {
        return switch (bridge.contracts().posting()) {
            case GAMES -> game(reads, bridge, contract);
            case OUTPUTS -> Optional.of(Outputs.of(reads, bridge, block));
        };
    }

    /// One game by its address; empty where that is no game of this bridge, or of a form that is not known.
    public static Optional<Game> game(Reads reads, Bridge bridge, Address contract) {
        return Anchor.game(reads, bridge, contract, Optional.empty())
                .filter(game -> Anchor.isMade(reads, bridge, game));
    }

    /// What a game's claim is about.
    public static Optional<GameRange> gameRange(Reads reads, Game game) {
        return GameRange.of(reads, game);
    }

    /// The contest over a root; empty for a game of a kind that is not played so.
    /// @param now of the L1 block that is read
    public static Optional<DisputeGame> dispute(Reads reads, Game game, L1Time now) {
        return DisputeReads.game(reads, game, now);
    }

    /// What settles a contest, or a part of it, now.
    /// @param from whoever would send it
    public static Optional<L1Call> settling(Reads reads, DisputeGame dispute, Address from) {
        return DisputeReads.settling(reads, dispute, from);
    }

    /// Which claim a call of [#settling] settles, by its index; `game` for the whole.
    public static String settles(L1Call call) {
        return Abi.at(call.data().slice(4, call.data().size()), 0)
                .map(index -> index.toNumber().toString())
                .orElse("game");
    }

    /// What an account has coming from a game.
    public static Optional<DisputeCredit> credit(Reads reads, Game game, Address owner) {
        return DisputeReads.credit(reads, game, owner);
    }

    /// Counters a claim, with the bond.
    public static L1Call counter(Game game, DisputeAction.Move move) {
        return new L1Call(
                game.contract(),
                move.bond(),
                Contracts.move(move.against().value(), move.against().index(), move.value(), move.attack()));
    }

    /// Shows that the block a game claims is none that L1 brings about, by the header of the newest one.
    public static L1Call challengeNumber(Game game, OutputRoot root, BlockHeader header) {
        return new L1Call(game.contract(), Wei.ZERO, Contracts.challengeNumber(root, header.encoded()));
    }

    /// What L1 says about a withdrawal.
    /// @param own whose proof is looked at however many others have sent some
    /// @param now of the L1 block that is read
    public static Optional<ExitFacts> exitFacts(
            Reads reads, Bridge.Contracts contracts, Hash32 withdrawal, Address own, L1Time now) {
        return Exit.facts(reads, contracts, withdrawal, own, now, List.of());
    }

    /// The same, with roots that are looked at however many newer ones there are: a proof against an old one counts
    /// as long as it does.
    public static Optional<ExitFacts> exitFacts(
            Reads reads,
            Bridge.Contracts contracts,
            Hash32 withdrawal,
            Address own,
            L1Time now,
            Collection<RootPlace> known) {
        return Exit.facts(reads, contracts, withdrawal, own, now, known);
    }

    /// What would end one of the games that the withdrawal was proven against, if its time is over.
    /// @param from whoever would send it
    public static Optional<L1Call> resolution(Reads reads, ExitFacts facts, Address from) {
        return facts.proofs().stream()
                .map(Proof::game)
                .filter(Game::usable)
                .flatMap(game -> Exit.resolution(reads, game, from).stream())
                .findFirst();
    }

    /// Where the withdrawal stands and what can be done now.
    /// @param block of the L2 that it is in
    public static Standing standing(ExitFacts facts, L2Block block, Optional<L1Call> resolution) {
        return Exit.standing(facts, block, resolution);
    }

    /// The roots that a withdrawal can be proven against, the best first.
    /// @param block of the L2 that it is in
    public static List<Game> covering(ExitFacts facts, L2Block block) {
        return Exit.covering(facts, block);
    }

    /// Whether an earlier block of L1 said already what a standing rests on: that it was paid out, the
    /// proof, the root to prove against. That nothing covers it, or a pause, rests on the moment.
    public static boolean saidBefore(Standing standing, ExitFacts earlier) {
        return Exit.saidBefore(standing, earlier);
    }

    /// Checks a storage proof and brings it into the portal's form.
    public static Answer<List<Bytes>> storageProof(OutputRoot root, Withdrawal withdrawal, List<Bytes> nodes) {
        return Exit.storageProof(root, withdrawal, nodes);
    }

    /// A proof that was checked, in the form that the portal reads: also short nodes are elements of their
    /// own.
    /// @param slot that the nodes were found to prove
    public static List<Bytes> portalForm(Hash32 slot, List<Bytes> nodes) {
        return PortalProof.of(slot, nodes);
    }

    /// The same without any proof from a server: out of the list of all withdrawals, see [PasserTrie].
    /// @param withdrawals hashes of all that the chain had at that block
    /// @param others what else the storage holds, by slot
    public static Answer<List<Bytes>> rebuiltProof(
            OutputRoot root, Withdrawal withdrawal, Collection<Hash32> withdrawals, Map<Hash32, BigInteger> others) {
        return PasserTrie.proof(root.messagePasserRoot(), withdrawal.hash(), withdrawals, others);
    }

    /// The slots that a message passer has besides its withdrawals.
    public static List<Hash32> otherSlots() {
        return List.of(Layout.IMPLEMENTATION, Layout.ADMIN, Layout.MESSAGE_NONCE);
    }

    /// To be sent on the **L2**: takes the money off it.
    public static L1Call initiate(Address target, Wei amount) {
        return new L1Call(MESSAGE_PASSER, amount, Contracts.initiateWithdrawal(target, TARGET_GAS, Bytes.EMPTY));
    }

    /// The same through L1, without the sequencer: the money that is already on the L2 pays, the L1
    /// transaction brings none.
    public static L1Call forceWithdrawal(Address portal, Address target, Wei amount) {
        L1Call there = initiate(target, amount);
        return force(portal, there, FORCED_WITHDRAWAL_GAS);
    }

    /// Any call on the L2 under one's own name, through L1.
    /// @param there with the value that the sender's account on the L2 pays
    public static L1Call force(Address portal, L1Call there, Gas gas) {
        if (there.data().size() > Deposit.MOST_DATA || gas.compareTo(Deposit.minimumGas(there.data())) < 0) {
            throw new IllegalArgumentException("the portal refuses more data or less gas");
        }
        return new L1Call(portal, Wei.ZERO, Contracts.depositTransaction(there.to(), there.value(), gas, there.data()));
    }

    /// Brings coin from L1 to an account of the L2.
    public static L1Call deposit(Address portal, Address to, Wei amount) {
        return new L1Call(portal, amount, Contracts.depositTransaction(to, amount, TARGET_GAS, Bytes.EMPTY));
    }

    /// Whether a call becomes a transaction on the L2 where a portal is called: [#deposit], [#force].
    public static boolean isDeposit(Bytes input) {
        return Contracts.isDeposit(input);
    }

    /// What a call that becomes a transaction on the L2 moves there, whoever brings it; empty for another call.
    public static Optional<Wei> movedBy(Bytes input) {
        return Contracts.movedBy(input);
    }

    /// What the portal asks at least for a call on the L2.
    public static Gas minimumGas(Bytes data) {
        return Deposit.minimumGas(data);
    }

    /// Whether the L2 sees a sender with this code on L1 under its own name.
    public static boolean keepsItsName(Bytes code) {
        return Deposit.keepsItsName(code);
    }

    /// The name under which a contract of L1 appears on the L2.
    public static Address alias(Address l1Contract) {
        return Deposit.alias(l1Contract);
    }

    /// The L2 transaction that an event of the portal becomes; its hash is known before the L2 has it.
    public static Answer<DepositTransaction> depositTransaction(
            Address portal, Log log, Hash32 l1Block, long logIndex) {
        return Deposit.transaction(portal, log, l1Block, logIndex);
    }

    /// The game that a factory's event says was made; empty for another event.
    public static Optional<Address> gameCreated(List<Hash32> topics) {
        return Contracts.gameCreated(topics);
    }

    /// What a transaction proves, at the portal itself or by passing the call on; each to be compared with what the
    /// portal's event says.
    public static List<Withdrawal> provenWithin(Bytes input) {
        return Contracts.provenWithin(input);
    }

    /// Whom a call of the message passer sends money to on L1; empty for another call.
    public static Optional<Address> initiatedFor(Bytes input) {
        return Contracts.initiatedFor(input);
    }

    /// @param nodes as [#storageProof] gave them
    /// @param game with its index; its root must be that of `root`
    public static L1Call prove(Bridge bridge, Withdrawal withdrawal, Game game, OutputRoot root, List<Bytes> nodes) {
        if (!game.root().equals(root.hash())) {
            throw new IllegalArgumentException("the game claims another root");
        }
        long index = game.index().orElseThrow();
        return new L1Call(
                bridge.contracts().portal(), Wei.ZERO, Contracts.proveWithdrawal(withdrawal, index, root, nodes));
    }

    /// @param sender whoever sends this; where somebody else has proven, the portal is told who. Beside an output
    /// oracle
    /// a portal keeps one proof, whosever it is
    public static L1Call finish(Bridge bridge, Withdrawal withdrawal, Proof proof, Address sender) {
        boolean plain = bridge.contracts().posting() == Bridge.Posting.OUTPUTS
                || proof.prover().equals(sender);
        Bytes data = plain
                ? Contracts.finalizeWithdrawal(withdrawal)
                : Contracts.finalizeWithdrawal(withdrawal, proof.prover());
        return new L1Call(bridge.contracts().portal(), Wei.ZERO, data);
    }

    /// The bond for posting a root oneself; empty where that is not open to everybody.
    public static Optional<Wei> ownRootBond(Bridge bridge) {
        return Exit.ownRoot(bridge);
    }

    /// Posts a root oneself in a game, with the bond. It is lost if the root is false.
    public static L1Call ownRoot(Bridge bridge, OutputRoot root, L2Block block) {
        return new L1Call(
                bridge.contracts().factory(),
                bridge.bond(),
                Contracts.createGame(bridge.respectedType(), root.hash(), block));
    }
}

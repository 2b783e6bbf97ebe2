// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import {GameStatus, IGame, IRegistry, IWeth} from "./PlayBridge.sol";

/// The contest over one posted root: a `FaultDisputeGame` without its last part. Claims about output roots can be
/// attacked and defended down to single blocks; nothing below is decided by running a program. So a false claim loses
/// where somebody answers it, and a single block's claim stands where it was the last word.
/// Source: specification, fault-proof, "Fault Dispute Game".
contract PlayGame is IGame {
    struct ClaimData {
        uint32 parentIndex;
        address counteredBy;
        address claimant;
        uint128 bond;
        bytes32 claim;
        uint128 position;
        uint128 clock;
    }

    uint64 public createdAt; // Slot 0, as the four that follow.
    uint64 public resolvedAt;
    GameStatus public status;
    bool private initialized;
    bool public l2BlockNumberChallenged;
    address public l2BlockNumberChallenger;
    ClaimData[] public claimData; // Slot 2.
    mapping(address => uint256) public normalModeCredit;
    mapping(bytes32 => bool) private claims;
    mapping(uint256 => uint256[]) private subgames;
    mapping(uint256 => bool) public resolvedSubgames;
    uint256 private before8;
    bytes32 public startingRootHash; // Slot 8.
    uint256 public startingBlockNumber;
    bool public wasRespectedGameTypeWhenCreated; // Slot 10.
    mapping(address => uint256) public refundModeCredit;
    mapping(address => bool) public hasUnlockedCredit;
    uint8 public bondDistributionMode; // Slot 13: 0 undecided, 1 normal, 2 refund.

    uint256 public constant maxGameDepth = 73;
    uint256 public constant splitDepth = 30;
    uint64 public constant maxClockDuration = 302_400;
    uint64 public constant clockExtension = 10_800;

    uint8 private constant NORMAL = 1;
    uint8 private constant REFUND = 2;
    uint32 private constant NO_PARENT = type(uint32).max;

    /// Where the clone's own bytes end (EIP-1167), and how many stand behind them where the extra data is a number.
    uint256 private constant TOLD = 45;
    uint256 private constant TOLD_SIZE = 244;

    /// Source: op-contracts, `FaultDisputeGame.getRequiredBond`, at depth 0; and the 73rd root of 750, millionths.
    uint256 private constant ROOT_BOND = 0.08 ether;
    uint256 private constant BOND_GROWTH = 1_094_925;

    event Move(uint256 indexed parentIndex, bytes32 indexed claim, address indexed claimant);
    event Resolved(GameStatus indexed status);
    event GameClosed(uint8 bondDistributionMode);

    error AlreadyInitialized();
    error BadExtraData();
    error UnexpectedRootClaim(bytes32 root);
    error GameNotInProgress();
    error InvalidDisputedClaimIndex();
    error CannotDefendRootClaim();
    error GameDepthExceeded();
    error IncorrectBondAmount();
    error ClockTimeExceeded();
    error ClockNotExpired();
    error ClaimAlreadyExists();
    error ClaimAlreadyResolved();
    error OutOfOrderResolution();
    error GameNotResolved();
    error GameNotFinalized();
    error GamePaused();
    error NoCreditToClaim();
    error BondTransferFailed();

    receive() external payable {}

    function version() external pure returns (string memory) {
        return "2.4.2-play";
    }

    // ---- what it was told when it was made

    function gameCreator() public view returns (address) {
        return address(uint160(told(0, 20)));
    }

    function rootClaim() public view returns (bytes32) {
        return bytes32(told(20, 32));
    }

    function l1Head() external view returns (bytes32) {
        return bytes32(told(52, 32));
    }

    function gameType() public view returns (uint32) {
        return uint32(told(84, 4));
    }

    function extraData() public view returns (bytes memory) {
        return abi.encode(told(88, 32));
    }

    function l2SequenceNumber() public view returns (uint256) {
        return told(88, 32);
    }

    function l2BlockNumber() external view returns (uint256) {
        return l2SequenceNumber();
    }

    function absolutePrestate() external view returns (bytes32) {
        return bytes32(told(120, 32));
    }

    function vm() external view returns (address) {
        return address(uint160(told(152, 20)));
    }

    function anchorStateRegistry() public view returns (IRegistry) {
        return IRegistry(address(uint160(told(172, 20))));
    }

    function weth() public view returns (IWeth) {
        return IWeth(address(uint160(told(192, 20))));
    }

    function l2ChainId() external view returns (uint256) {
        return told(212, 32);
    }

    function gameData() external view returns (uint32, bytes32, bytes memory) {
        return (gameType(), rootClaim(), extraData());
    }

    /// A number of so many bytes out of this clone's own code.
    function told(uint256 from, uint256 size) private view returns (uint256 value) {
        assembly {
            extcodecopy(address(), 0, add(TOLD, from), 32)
            value := shr(sub(256, mul(8, size)), mload(0))
        }
    }

    // ---- moves

    function initialize() external payable {
        if (initialized) revert AlreadyInitialized();
        if (address(this).code.length != TOLD + TOLD_SIZE) revert BadExtraData();
        initialized = true;
        (startingRootHash, startingBlockNumber) = anchorStateRegistry().getAnchorRoot();
        if (l2SequenceNumber() <= startingBlockNumber) revert UnexpectedRootClaim(rootClaim());
        createdAt = uint64(block.timestamp);
        wasRespectedGameTypeWhenCreated = anchorStateRegistry().respectedGameType() == gameType();
        claimData.push(
            ClaimData(
                NO_PARENT, address(0), gameCreator(), uint128(msg.value), rootClaim(), 1, uint128(block.timestamp)
            )
        );
        keepBond(gameCreator());
    }

    function attack(bytes32 disputed, uint256 parentIndex, bytes32 claim) external payable {
        move(disputed, parentIndex, claim, true);
    }

    function defend(bytes32 disputed, uint256 parentIndex, bytes32 claim) external payable {
        move(disputed, parentIndex, claim, false);
    }

    function move(bytes32 disputed, uint256 parentIndex, bytes32 claim, bool isAttack) public payable {
        if (status != GameStatus.IN_PROGRESS) revert GameNotInProgress();
        ClaimData memory parent = claimData[parentIndex];
        if (parent.claim != disputed) revert InvalidDisputedClaimIndex();
        if (parentIndex == 0 && !isAttack) revert CannotDefendRootClaim();
        uint128 position = (isAttack ? parent.position : parent.position | 1) << 1;
        uint256 depth = depthOf(position);
        if (depth > splitDepth) revert GameDepthExceeded();
        if (msg.value != getRequiredBond(position)) revert IncorrectBondAmount();
        uint64 spent = getChallengerDuration(parentIndex);
        if (spent == maxClockDuration) revert ClockTimeExceeded();
        uint64 extension = depth == splitDepth - 1 ? 2 * clockExtension : clockExtension;
        if (spent > maxClockDuration - extension) spent = maxClockDuration - extension;
        bytes32 name = keccak256(abi.encode(claim, position, parentIndex));
        if (claims[name]) revert ClaimAlreadyExists();
        claims[name] = true;
        subgames[parentIndex].push(claimData.length);
        uint128 clock = (uint128(spent) << 64) | uint128(block.timestamp);
        claimData.push(
            ClaimData(uint32(parentIndex), address(0), msg.sender, uint128(msg.value), claim, position, clock)
        );
        keepBond(msg.sender);
        emit Move(parentIndex, claim, msg.sender);
    }

    function keepBond(address from) private {
        refundModeCredit[from] += msg.value;
        weth().deposit{value: msg.value}();
    }

    function claimDataLen() external view returns (uint256) {
        return claimData.length;
    }

    function getRequiredBond(uint128 position) public pure returns (uint256 bond) {
        bond = ROOT_BOND;
        for (uint256 depth = depthOf(position); depth > 0; --depth) {
            bond = bond * BOND_GROWTH / 1_000_000;
        }
    }

    /// How long those who are against the claim have taken, on all of its branch. Unit: seconds.
    function getChallengerDuration(uint256 index) public view returns (uint64) {
        ClaimData storage claim = claimData[index];
        uint256 spent = block.timestamp - uint64(claim.clock);
        if (claim.parentIndex != NO_PARENT) spent += claimData[claim.parentIndex].clock >> 64;
        return spent > maxClockDuration ? maxClockDuration : uint64(spent);
    }

    function depthOf(uint128 position) private pure returns (uint256 depth) {
        while (position > 1) {
            position >>= 1;
            ++depth;
        }
    }

    // ---- the end

    /// Settles one claim, once those below it are settled: the leftmost of them that stands has won it.
    function resolveClaim(uint256 index, uint256) external {
        if (status != GameStatus.IN_PROGRESS) revert GameNotInProgress();
        if (getChallengerDuration(index) < maxClockDuration) revert ClockNotExpired();
        if (resolvedSubgames[index]) revert ClaimAlreadyResolved();
        resolvedSubgames[index] = true;
        ClaimData storage claim = claimData[index];
        uint256[] storage below = subgames[index];
        uint128 leftmost = type(uint128).max;
        for (uint256 i = 0; i < below.length; ++i) {
            ClaimData storage other = claimData[below[i]];
            if (!resolvedSubgames[below[i]]) revert OutOfOrderResolution();
            if (other.counteredBy == address(0) && other.position < leftmost) {
                leftmost = other.position;
                claim.counteredBy = other.claimant;
            }
        }
        normalModeCredit[claim.counteredBy == address(0) ? claim.claimant : claim.counteredBy] += claim.bond;
    }

    function resolve() external returns (GameStatus) {
        if (status != GameStatus.IN_PROGRESS) revert GameNotInProgress();
        if (!resolvedSubgames[0]) revert OutOfOrderResolution();
        status =
            claimData[0].counteredBy == address(0) ? GameStatus.DEFENDER_WINS : GameStatus.CHALLENGER_WINS;
        resolvedAt = uint64(block.timestamp);
        emit Resolved(status);
        return status;
    }

    /// Decides whether bonds go to the winners or back, and offers the root as the newest that is settled.
    function closeGame() public {
        if (bondDistributionMode != 0) return;
        if (anchorStateRegistry().paused()) revert GamePaused();
        if (resolvedAt == 0) revert GameNotResolved();
        if (!anchorStateRegistry().isGameFinalized(this)) revert GameNotFinalized();
        try anchorStateRegistry().setAnchorState(this) {} catch {}
        bondDistributionMode = anchorStateRegistry().isGameProper(this) ? NORMAL : REFUND;
        emit GameClosed(bondDistributionMode);
    }

    function credit(address recipient) public view returns (uint256) {
        return bondDistributionMode == REFUND ? refundModeCredit[recipient] : normalModeCredit[recipient];
    }

    /// Once to ask for the bond, and after the delay once more to get it.
    function claimCredit(address recipient) external {
        closeGame();
        uint256 amount = credit(recipient);
        if (amount == 0) revert NoCreditToClaim();
        if (!hasUnlockedCredit[recipient]) {
            hasUnlockedCredit[recipient] = true;
            weth().unlock(recipient, amount);
            return;
        }
        refundModeCredit[recipient] = 0;
        normalModeCredit[recipient] = 0;
        weth().withdraw(recipient, amount);
        (bool paid,) = recipient.call{value: amount}("");
        if (!paid) revert BondTransferFailed();
    }
}

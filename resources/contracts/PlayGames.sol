// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import {GameStatus, IGame, IFactory, IRegistry, PlaySystemConfig, Unauthorized} from "./PlayBridge.sol";

// Who may post a root of the sandbox's rollup, and which root counts.
// Source: specification, fault-proof, "Dispute Game Interface", "Anchor State Registry".

/// Makes a game of every root that somebody posts with a bond: the `DisputeGameFactory`.
contract PlayGameFactory is IFactory {
    uint256[51] private before51;
    address public owner; // Slot 51.
    uint256[49] private before101;
    mapping(uint32 => IGame) public gameImpls; // Slot 101.
    mapping(uint32 => uint256) public initBonds;
    mapping(bytes32 => bytes32) private byUuid; // Slot 103.
    bytes32[] private list;
    mapping(uint32 => bytes) public gameArgs; // Slot 105.

    struct GameSearchResult {
        uint256 index;
        bytes32 metadata;
        uint64 timestamp;
        bytes32 rootClaim;
        bytes extraData;
    }

    event DisputeGameCreated(address indexed disputeProxy, uint32 indexed gameType, bytes32 indexed rootClaim);

    error NoImplementation(uint32 gameType);
    error IncorrectBondAmount();
    error GameAlreadyExists(bytes32 uuid);

    function version() external pure returns (string memory) {
        return "1.6.1-play";
    }

    function create(uint32 gameType, bytes32 root, bytes calldata extraData) external payable returns (IGame game) {
        address code = address(gameImpls[gameType]);
        if (code == address(0)) revert NoImplementation(gameType);
        if (msg.value != initBonds[gameType]) revert IncorrectBondAmount();
        bytes32 uuid = getGameUUID(gameType, root, extraData);
        if (byUuid[uuid] != bytes32(0)) revert GameAlreadyExists(uuid);
        bytes memory told = abi.encodePacked(
            msg.sender, root, blockhash(block.number - 1), gameType, extraData, gameArgs[gameType]
        );
        game = IGame(clone(code, told));
        bytes32 id = bytes32(
            (uint256(gameType) << 224) | (block.timestamp << 160) | uint256(uint160(address(game)))
        );
        byUuid[uuid] = id;
        list.push(id);
        game.initialize{value: msg.value}();
        emit DisputeGameCreated(address(game), gameType, root);
    }

    /// A contract that hands its calls to `code` (EIP-1167); what it was told stands behind its own few bytes.
    function clone(address code, bytes memory told) private returns (address made) {
        bytes memory runtime =
            abi.encodePacked(hex"363d3d373d3d3d363d73", code, hex"5af43d82803e903d91602b57fd5bf3", told);
        bytes memory creation = abi.encodePacked(hex"61", uint16(runtime.length), hex"80600a3d393df3", runtime);
        assembly {
            made := create(0, add(creation, 32), mload(creation))
        }
        require(made != address(0), "no clone");
    }

    function getGameUUID(uint32 gameType, bytes32 root, bytes calldata extraData) public pure returns (bytes32) {
        return keccak256(abi.encode(gameType, root, extraData));
    }

    function gameCount() external view returns (uint256) {
        return list.length;
    }

    function gameAtIndex(uint256 index) external view returns (uint32, uint64, IGame) {
        return parts(list[index]);
    }

    function games(uint32 gameType, bytes32 root, bytes calldata extraData)
        external
        view
        returns (IGame proxy, uint64 timestamp)
    {
        (, timestamp, proxy) = parts(byUuid[getGameUUID(gameType, root, extraData)]);
    }

    function findLatestGames(uint32 gameType, uint256 start, uint256 most)
        external
        view
        returns (GameSearchResult[] memory found)
    {
        if (start >= list.length || most == 0) return found;
        GameSearchResult[] memory room = new GameSearchResult[](most);
        uint256 count;
        for (uint256 i = start + 1; i > 0 && count < most; --i) {
            (uint32 kind, uint64 timestamp, IGame game) = parts(list[i - 1]);
            if (kind != gameType) continue;
            (, bytes32 root, bytes memory extraData) = game.gameData();
            room[count++] = GameSearchResult(i - 1, list[i - 1], timestamp, root, extraData);
        }
        found = new GameSearchResult[](count);
        for (uint256 i = 0; i < count; ++i) {
            found[i] = room[i];
        }
    }

    function parts(bytes32 id) private pure returns (uint32, uint64, IGame) {
        uint256 number = uint256(id);
        return (uint32(number >> 224), uint64(number >> 160), IGame(address(uint160(number))));
    }
}

/// Says which games count and keeps the newest root that is settled: the `AnchorStateRegistry`.
contract PlayAnchorStateRegistry is IRegistry {
    PlaySystemConfig public systemConfig; // Slot 0.
    IFactory public disputeGameFactory;
    IGame public anchorGame; // Slot 2.
    bytes32 private startingRoot;
    uint256 private startingBlock;
    mapping(IGame => bool) public disputeGameBlacklist; // Slot 5.
    uint32 public respectedGameType; // Slot 6, as the time of retirement.
    uint64 public retirementTimestamp;

    /// Unit: seconds.
    uint256 public constant disputeGameFinalityDelaySeconds = 302_400;

    event AnchorUpdated(address indexed game);
    event RespectedGameTypeSet(uint32 gameType);
    event DisputeGameBlacklisted(address indexed disputeGame);
    event RetirementTimestampSet(uint256 timestamp);

    error InvalidAnchorGame();

    function version() external pure returns (string memory) {
        return "3.9.0-play";
    }

    function paused() public view returns (bool) {
        return systemConfig.paused();
    }

    function getAnchorRoot() public view returns (bytes32, uint256) {
        return address(anchorGame) == address(0)
            ? (startingRoot, startingBlock)
            : (anchorGame.rootClaim(), anchorGame.l2SequenceNumber());
    }

    function anchors(uint32) external view returns (bytes32, uint256) {
        return getAnchorRoot();
    }

    function isGameRegistered(IGame game) public view returns (bool) {
        (uint32 gameType, bytes32 root, bytes memory extraData) = game.gameData();
        (IGame made,) = disputeGameFactory.games(gameType, root, extraData);
        return address(made) == address(game);
    }

    function isGameRespected(IGame game) public view returns (bool) {
        return game.wasRespectedGameTypeWhenCreated();
    }

    function isGameBlacklisted(IGame game) public view returns (bool) {
        return disputeGameBlacklist[game];
    }

    function isGameRetired(IGame game) public view returns (bool) {
        return game.createdAt() <= retirementTimestamp;
    }

    function isGameResolved(IGame game) public view returns (bool) {
        return game.resolvedAt() != 0 && game.status() != GameStatus.IN_PROGRESS;
    }

    function isGameProper(IGame game) public view returns (bool) {
        return isGameRegistered(game) && !isGameBlacklisted(game) && !isGameRetired(game) && !paused();
    }

    function isGameFinalized(IGame game) public view returns (bool) {
        return isGameResolved(game) && block.timestamp - game.resolvedAt() > disputeGameFinalityDelaySeconds;
    }

    function isGameClaimValid(IGame game) public view returns (bool) {
        return isGameProper(game) && isGameRespected(game) && isGameFinalized(game)
            && game.status() == GameStatus.DEFENDER_WINS;
    }

    function setAnchorState(IGame game) external {
        (, uint256 newest) = getAnchorRoot();
        if (!isGameClaimValid(game) || game.l2SequenceNumber() <= newest) revert InvalidAnchorGame();
        anchorGame = game;
        emit AnchorUpdated(address(game));
    }

    function setRespectedGameType(uint32 gameType) external onlyGuardian {
        respectedGameType = gameType;
        emit RespectedGameTypeSet(gameType);
    }

    function updateRetirementTimestamp() external onlyGuardian {
        retirementTimestamp = uint64(block.timestamp);
        emit RetirementTimestampSet(block.timestamp);
    }

    function blacklistDisputeGame(IGame game) external onlyGuardian {
        disputeGameBlacklist[game] = true;
        emit DisputeGameBlacklisted(address(game));
    }

    modifier onlyGuardian() {
        if (msg.sender != systemConfig.guardian()) revert Unauthorized();
        _;
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import {
    Withdrawal, OutputRootProof, GameStatus, IGame, IFactory, IRegistry, PlaySystemConfig
} from "./PlayBridge.sol";
import {PlayTrie} from "./PlayTrie.sol";

/// Where money comes into the sandbox's rollup and goes out of it: the `OptimismPortal2` of its L1, written anew.
/// Source: specification, deposits; withdrawals; fault-proof, "OptimismPortal".
contract PlayPortal {
    struct Metering {
        uint128 prevBaseFee;
        uint64 prevBoughtGas;
        uint64 prevBlockNum;
    }

    struct Proven {
        IGame game;
        uint64 timestamp;
    }

    uint256 private before1;
    Metering public params; // Slot 1.
    uint256[48] private before50;
    address public l2Sender; // Slot 50.
    mapping(bytes32 => bool) public finalizedWithdrawals; // Slot 51.
    uint256[3] private before55;
    PlaySystemConfig public systemConfig; // Slot 55.
    uint256 private before57;
    mapping(bytes32 => mapping(address => Proven)) public provenWithdrawals; // Slot 57.
    uint256[2] private before60;
    mapping(bytes32 => address[]) public proofSubmitters; // Slot 60.
    uint256 private before62;
    IRegistry public anchorStateRegistry; // Slot 62.
    address public ethLockbox; // Slot 63: none.

    /// EIP-1967.
    bytes32 private constant ADMIN = 0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103;

    address private constant NOBODY = 0x000000000000000000000000000000000000dEaD;

    /// Unit: seconds.
    uint256 public constant proofMaturityDelaySeconds = 604_800;

    // Source: op-contracts, `Constants.DEFAULT_RESOURCE_CONFIG`.
    uint256 private constant MOST_GAS = 20_000_000;
    uint256 private constant TARGET_GAS = 2_000_000;
    uint256 private constant LEAST_FEE = 1 gwei;
    uint256 private constant CHANGE = 8;

    event TransactionDeposited(address indexed from, address indexed to, uint256 indexed version, bytes opaqueData);
    event WithdrawalProven(bytes32 indexed withdrawalHash, address indexed from, address indexed to);
    event WithdrawalProvenExtension1(bytes32 indexed withdrawalHash, address indexed proofSubmitter);
    event WithdrawalFinalized(bytes32 indexed withdrawalHash, bool success);

    error BadTarget();
    error GasLimitTooLow();
    error CalldataTooLarge();
    error OutOfGas();
    error CallPaused();
    error NotFinalizable(string why);
    error InvalidGame(string why);
    error InvalidProof();
    error GasEstimation();

    receive() external payable {
        depositTransaction(msg.sender, msg.value, 100_000, false, "");
    }

    function version() external pure returns (string memory) {
        return "5.6.1-play";
    }

    function disputeGameFactory() public view returns (IFactory) {
        return anchorStateRegistry.disputeGameFactory();
    }

    function disputeGameFinalityDelaySeconds() external view returns (uint256) {
        return anchorStateRegistry.disputeGameFinalityDelaySeconds();
    }

    function disputeGameBlacklist(IGame game) external view returns (bool) {
        return anchorStateRegistry.disputeGameBlacklist(game);
    }

    function respectedGameType() external view returns (uint32) {
        return anchorStateRegistry.respectedGameType();
    }

    function superchainConfig() external view returns (address) {
        return address(systemConfig.superchainConfig());
    }

    function guardian() external view returns (address) {
        return systemConfig.guardian();
    }

    /// Who can put other code in this one's place: the owner of the proxy in front of it.
    function proxyAdminOwner() external view returns (address held) {
        bytes32 slot = ADMIN;
        assembly {
            held := sload(slot)
        }
    }

    function paused() public view returns (bool) {
        return systemConfig.paused();
    }

    function minimumGasLimit(uint64 byteCount) public pure returns (uint64) {
        return byteCount * 40 + 21_000;
    }

    function numProofSubmitters(bytes32 withdrawalHash) external view returns (uint256) {
        return proofSubmitters[withdrawalHash].length;
    }

    // ---- into the L2

    function depositTransaction(address to, uint256 value, uint64 gasLimit, bool isCreation, bytes memory data)
        public
        payable
    {
        uint256 gasBefore = gasleft();
        if (isCreation && to != address(0)) revert BadTarget();
        if (gasLimit < minimumGasLimit(uint64(data.length))) revert GasLimitTooLow();
        if (data.length > 120_000) revert CalldataTooLarge();
        bytes memory opaque = abi.encodePacked(msg.value, value, gasLimit, isCreation, data);
        emit TransactionDeposited(nameOnL2(), to, 0, opaque);
        buyGas(gasLimit, gasBefore);
    }

    /// A contract has another name there, lest somebody else owns its address; a person's account has not, also where
    /// it delegates (EIP-7702).
    function nameOnL2() private view returns (address) {
        bytes memory code = msg.sender.code;
        bool delegates = code.length == 23 && code[0] == 0xef && code[1] == 0x01 && code[2] == 0x00;
        if (msg.sender == tx.origin || delegates) return msg.sender;
        unchecked {
            return address(uint160(msg.sender) + uint160(0x1111000000000000000000000000000000001111));
        }
    }

    /// Gas of the L2 is paid by burning gas of L1, at a price that moves with what was bought (EIP-1559's rule).
    function buyGas(uint256 amount, uint256 gasBefore) private {
        uint256 fee = params.prevBaseFee;
        uint256 bought = params.prevBoughtGas;
        uint256 passed = block.number - params.prevBlockNum;
        if (passed > 0) {
            fee = bought > TARGET_GAS
                ? fee + fee * (bought - TARGET_GAS) / (TARGET_GAS * CHANGE)
                : fee - fee * (TARGET_GAS - bought) / (TARGET_GAS * CHANGE);
            for (uint256 i = 1; i < passed && fee > LEAST_FEE; ++i) {
                fee -= fee / CHANGE;
            }
            if (fee < LEAST_FEE) fee = LEAST_FEE;
            bought = 0;
        }
        bought += amount;
        if (bought > MOST_GAS) revert OutOfGas();
        params = Metering(uint128(fee), uint64(bought), uint64(block.number));
        uint256 cost = amount * fee / (block.basefee > 1 gwei ? block.basefee : 1 gwei);
        uint256 burnt;
        while (gasBefore - gasleft() < cost) ++burnt;
    }

    // ---- out of the L2

    function proveWithdrawalTransaction(
        Withdrawal memory _tx,
        uint256 gameIndex,
        OutputRootProof calldata root,
        bytes[] calldata proof
    ) external {
        if (paused()) revert CallPaused();
        if (_tx.target == address(this)) revert BadTarget();
        (,, IGame game) = disputeGameFactory().gameAtIndex(gameIndex);
        if (!anchorStateRegistry.isGameProper(game)) revert InvalidGame("not proper");
        if (!anchorStateRegistry.isGameRespected(game)) revert InvalidGame("not respected");
        if (game.status() == GameStatus.CHALLENGER_WINS) revert InvalidGame("lost");
        if (block.timestamp <= game.createdAt()) revert InvalidGame("too new");
        if (game.rootClaim() != keccak256(abi.encode(root))) revert InvalidProof();
        bytes32 hash = hashWithdrawal(_tx);
        bytes32 key = keccak256(abi.encode(keccak256(abi.encode(hash, uint256(0)))));
        if (!PlayTrie.holdsOne(root.messagePasserStorageRoot, key, proof)) revert InvalidProof();
        provenWithdrawals[hash][msg.sender] = Proven(game, uint64(block.timestamp));
        proofSubmitters[hash].push(msg.sender);
        emit WithdrawalProven(hash, _tx.sender, _tx.target);
        emit WithdrawalProvenExtension1(hash, msg.sender);
    }

    function finalizeWithdrawalTransaction(Withdrawal memory _tx) external {
        finalizeWithdrawalTransactionExternalProof(_tx, msg.sender);
    }

    /// Whatever becomes of the call: it is not made again.
    function finalizeWithdrawalTransactionExternalProof(Withdrawal memory _tx, address prover) public {
        if (paused()) revert CallPaused();
        if (l2Sender != NOBODY) revert NotFinalizable("inside another");
        bytes32 hash = hashWithdrawal(_tx);
        checkWithdrawal(hash, prover);
        finalizedWithdrawals[hash] = true;
        l2Sender = _tx.sender;
        // EIP-150 keeps a 64th back; 40,000 are for what a call itself may cost, and 5,000 for what comes after it.
        require(gasleft() - gasleft() / 64 >= _tx.gasLimit + 45_000, "SafeCall: Not enough gas");
        (bool success,) = _tx.target.call{value: _tx.value, gas: gasleft() - 5_000}(_tx.data);
        l2Sender = NOBODY;
        emit WithdrawalFinalized(hash, success);
        // Whoever estimates gas as this account wants so much that the call succeeds.
        if (!success && tx.origin == address(1)) revert GasEstimation();
    }

    function checkWithdrawal(bytes32 hash, address prover) public view {
        Proven memory proven = provenWithdrawals[hash][prover];
        if (finalizedWithdrawals[hash]) revert NotFinalizable("already finalized");
        if (proven.timestamp == 0) revert NotFinalizable("not proven");
        if (proven.timestamp <= proven.game.createdAt()) revert NotFinalizable("proven before its game");
        if (block.timestamp - proven.timestamp <= proofMaturityDelaySeconds) revert NotFinalizable("not mature");
        if (!anchorStateRegistry.isGameClaimValid(proven.game)) revert NotFinalizable("its root does not count");
    }

    function hashWithdrawal(Withdrawal memory _tx) private pure returns (bytes32) {
        return keccak256(abi.encode(_tx.nonce, _tx.sender, _tx.target, _tx.value, _tx.gasLimit, _tx.data));
    }
}

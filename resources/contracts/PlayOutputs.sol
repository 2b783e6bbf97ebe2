// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import {Withdrawal, OutputRootProof, PlaySuperchainConfig, PlaySystemConfig} from "./PlayBridge.sol";
import {PlayTrie} from "./PlayTrie.sol";

// A bridge as chains of the OP Stack had it before there were games over roots: stand-ins of our own that answer the
// calls, write the events and keep the slots of `L2OutputOracle` 1.8 and `OptimismPortal` 2.7 as far as wallets use
// them. Source: specification, proposals, "L2 Output Oracle Smart Contract"; withdrawals; deposits.

/// A list of roots. One account writes it, another can cut it off; nobody else has a say.
contract PlayOutputOracle {
    struct Output {
        bytes32 outputRoot;
        uint128 timestamp;
        uint128 l2BlockNumber;
    }

    uint256 private before1;
    uint256 public startingBlockNumber; // Slot 1.
    uint256 public startingTimestamp;
    Output[] private outputs; // Slot 3.
    uint256 public submissionInterval;
    uint256 public l2BlockTime;
    address public challenger; // Slot 6.
    address public proposer;
    uint256 public finalizationPeriodSeconds; // Slot 8.

    event OutputProposed(
        bytes32 indexed outputRoot, uint256 indexed l2OutputIndex, uint256 indexed l2BlockNumber, uint256 l1Timestamp
    );
    event OutputsDeleted(uint256 indexed prevNextOutputIndex, uint256 indexed newNextOutputIndex);

    function version() external pure returns (string memory) {
        return "1.8.0-play";
    }

    function proposeL2Output(bytes32 root, uint256 l2BlockNumber, bytes32 l1Hash, uint256 l1Number) external payable {
        require(msg.sender == proposer, "only the proposer");
        require(l2BlockNumber == nextBlockNumber(), "not the next block");
        require(computeL2Timestamp(l2BlockNumber) < block.timestamp, "in the future");
        require(root != bytes32(0), "no root");
        require(l1Hash == bytes32(0) || blockhash(l1Number) == l1Hash, "another L1");
        emit OutputProposed(root, outputs.length, l2BlockNumber, block.timestamp);
        outputs.push(Output(root, uint128(block.timestamp), uint128(l2BlockNumber)));
    }

    /// What stands behind it goes with it: the list ends before, and what was written there stays in the slots.
    function deleteL2Outputs(uint256 index) external {
        require(msg.sender == challenger, "only the challenger");
        require(index < outputs.length, "none there");
        require(block.timestamp - outputs[index].timestamp < finalizationPeriodSeconds, "already final");
        emit OutputsDeleted(outputs.length, index);
        assembly {
            sstore(outputs.slot, index)
        }
    }

    function getL2Output(uint256 index) external view returns (Output memory) {
        return outputs[index];
    }

    /// The first that is of this block or of a later one.
    function getL2OutputIndexAfter(uint256 l2BlockNumber) external view returns (uint256 index) {
        require(outputs.length > 0 && l2BlockNumber <= latestBlockNumber(), "not yet");
        uint256 end = outputs.length;
        while (index < end) {
            uint256 middle = (index + end) / 2;
            if (outputs[middle].l2BlockNumber < l2BlockNumber) index = middle + 1;
            else end = middle;
        }
    }

    function latestOutputIndex() external view returns (uint256) {
        return outputs.length - 1;
    }

    function nextOutputIndex() external view returns (uint256) {
        return outputs.length;
    }

    function latestBlockNumber() public view returns (uint256) {
        return outputs.length == 0 ? startingBlockNumber : outputs[outputs.length - 1].l2BlockNumber;
    }

    function nextBlockNumber() public view returns (uint256) {
        return latestBlockNumber() + submissionInterval;
    }

    function computeL2Timestamp(uint256 l2BlockNumber) public view returns (uint256) {
        return startingTimestamp + (l2BlockNumber - startingBlockNumber) * l2BlockTime;
    }
}

/// Where money comes in and goes out beside such a list. What a deposit costs is left out: here it is free.
contract PlayOutputPortal {
    struct Proven {
        bytes32 outputRoot;
        uint128 timestamp;
        uint128 l2OutputIndex;
    }

    uint256[50] private before50;
    address public l2Sender; // Slot 50.
    mapping(bytes32 => bool) public finalizedWithdrawals; // Slot 51.
    mapping(bytes32 => Proven) public provenWithdrawals; // Slot 52.
    bool private before53; // Slot 53, as what follows.
    PlaySuperchainConfig public superchainConfig;
    PlayOutputOracle public l2Oracle; // Slot 54.
    PlaySystemConfig public systemConfig; // Slot 55.

    address private constant NOBODY = 0x000000000000000000000000000000000000dEaD;

    event TransactionDeposited(address indexed from, address indexed to, uint256 indexed version, bytes opaqueData);
    event WithdrawalProven(bytes32 indexed withdrawalHash, address indexed from, address indexed to);
    event WithdrawalFinalized(bytes32 indexed withdrawalHash, bool success);

    error BadTarget();
    error CallPaused();
    error LargeCalldata();
    error NonReentrant();
    error SmallGasLimit();
    error GasEstimation();

    receive() external payable {
        depositTransaction(msg.sender, msg.value, 100_000, false, "");
    }

    function version() external pure returns (string memory) {
        return "2.7.0-play";
    }

    function guardian() external view returns (address) {
        return superchainConfig.guardian();
    }

    function paused() public view returns (bool) {
        return superchainConfig.paused(address(0));
    }

    function minimumGasLimit(uint64 byteCount) public pure returns (uint64) {
        return byteCount * 16 + 21_000;
    }

    function depositTransaction(address to, uint256 value, uint64 gasLimit, bool isCreation, bytes memory data)
        public
        payable
    {
        if (isCreation && to != address(0)) revert BadTarget();
        if (gasLimit < minimumGasLimit(uint64(data.length))) revert SmallGasLimit();
        if (data.length > 120_000) revert LargeCalldata();
        address from = msg.sender;
        if (from != tx.origin) {
            unchecked {
                from = address(uint160(from) + uint160(0x1111000000000000000000000000000000001111));
            }
        }
        emit TransactionDeposited(from, to, 0, abi.encodePacked(msg.value, value, gasLimit, isCreation, data));
    }

    /// Once proven, a withdrawal is proven again only where another root stands in its output's place.
    function proveWithdrawalTransaction(
        Withdrawal memory _tx,
        uint256 index,
        OutputRootProof calldata root,
        bytes[] calldata proof
    ) external {
        if (paused()) revert CallPaused();
        if (_tx.target == address(this)) revert BadTarget();
        bytes32 claimed = l2Oracle.getL2Output(index).outputRoot;
        require(claimed == keccak256(abi.encode(root)), "invalid output root proof");
        bytes32 hash = hashWithdrawal(_tx);
        Proven memory proven = provenWithdrawals[hash];
        require(
            proven.timestamp == 0 || l2Oracle.getL2Output(proven.l2OutputIndex).outputRoot != proven.outputRoot,
            "already proven"
        );
        bytes32 key = keccak256(abi.encode(keccak256(abi.encode(hash, uint256(0)))));
        require(PlayTrie.holdsOne(root.messagePasserStorageRoot, key, proof), "invalid withdrawal inclusion proof");
        provenWithdrawals[hash] = Proven(claimed, uint128(block.timestamp), uint128(index));
        emit WithdrawalProven(hash, _tx.sender, _tx.target);
    }

    /// Whatever becomes of the call: it is not made again.
    function finalizeWithdrawalTransaction(Withdrawal memory _tx) external {
        if (paused()) revert CallPaused();
        if (l2Sender != NOBODY) revert NonReentrant();
        bytes32 hash = hashWithdrawal(_tx);
        Proven memory proven = provenWithdrawals[hash];
        require(proven.timestamp != 0, "not proven");
        require(proven.timestamp >= l2Oracle.startingTimestamp(), "proven before the list");
        require(isOver(proven.timestamp), "the proof is too new");
        PlayOutputOracle.Output memory output = l2Oracle.getL2Output(proven.l2OutputIndex);
        require(output.outputRoot == proven.outputRoot, "another root stands there");
        require(isOver(output.timestamp), "the output is too new");
        require(!finalizedWithdrawals[hash], "already finalized");
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

    function isOver(uint256 since) private view returns (bool) {
        return block.timestamp > since + l2Oracle.finalizationPeriodSeconds();
    }

    function hashWithdrawal(Withdrawal memory _tx) private pure returns (bytes32) {
        return keccak256(abi.encode(_tx.nonce, _tx.sender, _tx.target, _tx.value, _tx.gasLimit, _tx.data));
    }
}

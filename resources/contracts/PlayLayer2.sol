// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

// What an L2 of the OP Stack has from its first block, as far as wallets and derivation use it.
// Source: specification, predeploys.

/// Takes money off the L2: the `L2ToL1MessagePasser`, at 0x42..16.
contract PlayMessagePasser {
    mapping(bytes32 => bool) public sentMessages; // Slot 0: what withdrawals are proven by.
    uint240 private msgNonce; // Slot 1.

    uint16 public constant MESSAGE_VERSION = 1;

    event MessagePassed(
        uint256 indexed nonce,
        address indexed sender,
        address indexed target,
        uint256 value,
        uint256 gasLimit,
        bytes data,
        bytes32 withdrawalHash
    );

    receive() external payable {
        initiateWithdrawal(msg.sender, 100_000, "");
    }

    function messageNonce() public view returns (uint256) {
        return (uint256(MESSAGE_VERSION) << 240) | msgNonce;
    }

    function initiateWithdrawal(address target, uint256 gasLimit, bytes memory data) public payable {
        uint256 nonce = messageNonce();
        bytes32 hash = keccak256(abi.encode(nonce, msg.sender, target, msg.value, gasLimit, data));
        sentMessages[hash] = true;
        ++msgNonce;
        emit MessagePassed(nonce, msg.sender, target, msg.value, gasLimit, data, hash);
    }
}

/// What the L2 knows of L1: `L1Block`, at 0x42..15. Each block's first transaction writes it.
contract PlayL1Block {
    uint64 public number; // Slot 0, as the time.
    uint64 public timestamp;
    uint256 public basefee;
    bytes32 public hash;
    uint64 public sequenceNumber; // Slot 3, as the two scalars.
    uint32 public blobBaseFeeScalar;
    uint32 public baseFeeScalar;
    bytes32 public batcherHash;
    uint256 public l1FeeOverhead;
    uint256 public l1FeeScalar;
    uint256 public blobBaseFee; // Slot 7.
    uint64 public operatorFeeConstant; // Slot 8, as what follows.
    uint32 public operatorFeeScalar;
    uint16 public daFootprintGasScalar;

    address public constant DEPOSITOR_ACCOUNT = 0xDeaDDEaDDeAdDeAdDEAdDEaddeAddEAdDEAd0001;

    error NotDepositor();

    /// The fields stand packed behind the selector. Source: jovian/l1-attributes.
    function setL1BlockValuesJovian() external {
        if (msg.sender != DEPOSITOR_ACCOUNT) revert NotDepositor();
        assembly {
            sstore(3, shr(128, calldataload(4)))
            sstore(0, shr(128, calldataload(20)))
            sstore(1, calldataload(36))
            sstore(7, calldataload(68))
            sstore(2, calldataload(100))
            sstore(4, calldataload(132))
            sstore(8, or(shr(160, calldataload(164)), shl(96, shr(240, calldataload(176)))))
        }
    }
}

/// What a transaction pays beside gas: the `GasPriceOracle`, at 0x42..0F.
contract PlayGasPriceOracle {
    PlayL1Block private constant L1 = PlayL1Block(0x4200000000000000000000000000000000000015);

    /// Room for a signature. Source: op-contracts, `GasPriceOracle`.
    uint256 private constant SIGNATURE = 68;

    bool public constant isEcotone = true;
    bool public constant isFjord = true;
    bool public constant isIsthmus = true;

    function decimals() external pure returns (uint256) {
        return 6;
    }

    function l1BaseFee() public view returns (uint256) {
        return L1.basefee();
    }

    function blobBaseFee() public view returns (uint256) {
        return L1.blobBaseFee();
    }

    function baseFeeScalar() public view returns (uint32) {
        return L1.baseFeeScalar();
    }

    function blobBaseFeeScalar() public view returns (uint32) {
        return L1.blobBaseFeeScalar();
    }

    function baseFee() external view returns (uint256) {
        return block.basefee;
    }

    function gasPrice() external view returns (uint256) {
        return block.basefee;
    }

    /// The sandbox's does not compress: it says the most, which for small transactions is what they pay.
    function getL1Fee(bytes memory data) external view returns (uint256) {
        return getL1FeeUpperBound(data.length);
    }

    /// Source: fjord/predeploys, `getL1FeeUpperBound`.
    function getL1FeeUpperBound(uint256 unsignedSize) public view returns (uint256) {
        uint256 size = unsignedSize + SIGNATURE;
        uint256 compressed = size + size / 255 + 16;
        uint256 estimated = compressed * 836_500 > 142_585_600 ? compressed * 836_500 - 42_585_600 : 100_000_000;
        uint256 price = 16 * uint256(baseFeeScalar()) * l1BaseFee() + uint256(blobBaseFeeScalar()) * blobBaseFee();
        return estimated * price / 1e12;
    }

    /// Source: jovian/exec-engine, "Operator Fee".
    function getOperatorFee(uint256 gasUsed) external view returns (uint256) {
        return gasUsed * L1.operatorFeeScalar() * 100 + L1.operatorFeeConstant();
    }
}

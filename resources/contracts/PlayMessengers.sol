// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import {PlaySystemConfig} from "./PlayBridge.sol";
import {PlayMessagePasser} from "./PlayLayer2.sol";

// What contracts of one layer say to contracts of the other, so that it can be tried again where it failed. Calls,
// events and slots are those of the OP Stack as far as wallets use them. Source: specification, "messengers".

interface IDepositPortal {
    function l2Sender() external view returns (address);
    function depositTransaction(address to, uint256 value, uint64 gasLimit, bool isCreation, bytes memory data)
        external
        payable;
}

abstract contract PlayMessenger {
    uint256[203] private before203;
    mapping(bytes32 => bool) public successfulMessages; // Slot 203.
    address internal speaker; // Slot 204: who speaks while a message is handed over, else NOBODY.
    uint240 private said; // Slot 205.
    mapping(bytes32 => bool) public failedMessages; // Slot 206.
    address public otherMessenger; // Slot 207.

    address internal constant NOBODY = 0x000000000000000000000000000000000000dEaD;

    uint16 public constant MESSAGE_VERSION = 1;

    // Unit: gas. Source: specification, messengers, "Message Passing"; op-contracts, `CrossDomainMessenger`.
    uint64 public constant RELAY_CONSTANT_OVERHEAD = 200_000;
    uint64 public constant RELAY_CALL_OVERHEAD = 40_000;
    uint64 public constant RELAY_RESERVED_GAS = 40_000;
    uint64 public constant RELAY_GAS_CHECK_BUFFER = 5_000;
    uint64 private constant TRANSACTION = 21_000;

    /// What a relayed message has beside its own bytes. Unit: bytes.
    uint64 private constant ENVELOPE = 260;

    event SentMessage(address indexed target, address sender, bytes message, uint256 messageNonce, uint256 gasLimit);
    event SentMessageExtension1(address indexed sender, uint256 value);
    event RelayedMessage(bytes32 indexed msgHash);
    event FailedRelayedMessage(bytes32 indexed msgHash);

    function messageNonce() public view returns (uint256) {
        return (uint256(MESSAGE_VERSION) << 240) | said;
    }

    function xDomainMessageSender() external view returns (address) {
        require(speaker != NOBODY, "CrossDomainMessenger: xDomainMessageSender is not set");
        return speaker;
    }

    /// What the other side takes for it at least: for the call what was asked for, and a 63rd more that EIP-150 keeps
    /// back; for the bytes what EIP-7623 demands.
    function baseGas(bytes memory message, uint32 minGasLimit) public pure returns (uint64) {
        uint64 run = RELAY_CONSTANT_OVERHEAD + RELAY_CALL_OVERHEAD + RELAY_RESERVED_GAS + RELAY_GAS_CHECK_BUFFER
            + uint64(minGasLimit) * 64 / 63;
        uint64 size = uint64(message.length) + ENVELOPE;
        uint64 priced = run + size * 16;
        uint64 floor = size * 40;
        return TRANSACTION + (priced > floor ? priced : floor);
    }

    function sendMessage(address target, bytes calldata message, uint32 minGasLimit) external payable {
        uint256 nonce = messageNonce();
        bytes memory relayed =
            abi.encodeCall(this.relayMessage, (nonce, msg.sender, target, msg.value, minGasLimit, message));
        carry(otherMessenger, baseGas(message, minGasLimit), relayed);
        emit SentMessage(target, msg.sender, message, nonce, minGasLimit);
        emit SentMessageExtension1(msg.sender, msg.value);
        ++said;
    }

    /// Hands a message over, as the other messenger asks; or again, by anybody, where it failed before.
    function relayMessage(
        uint256 nonce,
        address sender,
        address target,
        uint256 value,
        uint256 minGasLimit,
        bytes calldata message
    ) external payable {
        require(!paused(), "CrossDomainMessenger: paused");
        require(nonce >> 240 == MESSAGE_VERSION, "CrossDomainMessenger: unknown version");
        bytes32 hash =
            keccak256(abi.encodeCall(this.relayMessage, (nonce, sender, target, value, minGasLimit, message)));
        if (isOtherMessenger()) {
            assert(msg.value == value && !failedMessages[hash]);
        } else {
            require(msg.value == 0, "CrossDomainMessenger: value must be zero unless message is from a system address");
            require(failedMessages[hash], "CrossDomainMessenger: message cannot be replayed");
        }
        require(!isOwn(target), "CrossDomainMessenger: cannot send message to blocked system address");
        require(!successfulMessages[hash], "CrossDomainMessenger: message has already been relayed");
        // EIP-150 keeps a 64th back.
        bool enough = gasleft() * 63
            >= minGasLimit * 64 + (40_000 + RELAY_RESERVED_GAS + RELAY_GAS_CHECK_BUFFER) * 63;
        bool success;
        if (enough && speaker == NOBODY) {
            speaker = sender;
            (success,) = target.call{value: value, gas: gasleft() - RELAY_RESERVED_GAS}(message);
            speaker = NOBODY;
        }
        if (success) {
            successfulMessages[hash] = true;
            emit RelayedMessage(hash);
            return;
        }
        failedMessages[hash] = true;
        emit FailedRelayedMessage(hash);
        // Whoever estimates gas as this account wants so much that the call succeeds.
        require(tx.origin != address(1), "CrossDomainMessenger: failed to relay message");
    }

    function paused() public view virtual returns (bool);

    function carry(address to, uint64 gasLimit, bytes memory relayed) internal virtual;

    function isOtherMessenger() internal view virtual returns (bool);

    /// What belongs to the rollup itself takes no messages.
    function isOwn(address target) internal view virtual returns (bool);
}

/// The one on L1, behind a proxy.
contract PlayL1Messenger is PlayMessenger {
    uint256[44] private before252;
    IDepositPortal public portal; // Slot 252.
    uint256 private before254;
    PlaySystemConfig public systemConfig; // Slot 254.

    function paused() public view override returns (bool) {
        return systemConfig.paused();
    }

    function carry(address to, uint64 gasLimit, bytes memory relayed) internal override {
        portal.depositTransaction{value: msg.value}(to, msg.value, gasLimit, false, relayed);
    }

    function isOtherMessenger() internal view override returns (bool) {
        return msg.sender == address(portal) && portal.l2Sender() == otherMessenger;
    }

    function isOwn(address target) internal view override returns (bool) {
        return target == address(this) || target == address(portal);
    }
}

/// The one on the L2, at 0x42..07.
contract PlayL2Messenger is PlayMessenger {
    address payable private constant PASSER = payable(0x4200000000000000000000000000000000000016);

    function l1CrossDomainMessenger() external view returns (address) {
        return otherMessenger;
    }

    function paused() public pure override returns (bool) {
        return false;
    }

    function carry(address to, uint64 gasLimit, bytes memory relayed) internal override {
        PlayMessagePasser(PASSER).initiateWithdrawal{value: msg.value}(to, gasLimit, relayed);
    }

    /// A contract of L1 has another name here. Source: specification, deposits, "Address Aliasing".
    function isOtherMessenger() internal view override returns (bool) {
        unchecked {
            return address(uint160(msg.sender) - uint160(0x1111000000000000000000000000000000001111)) == otherMessenger;
        }
    }

    function isOwn(address target) internal view override returns (bool) {
        return target == address(this) || target == PASSER;
    }
}

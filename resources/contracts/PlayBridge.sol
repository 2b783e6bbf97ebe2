// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

// What the contracts of the sandbox's rollup share, and the small ones among them. They answer the calls, write the
// events and keep the slots of the OP Stack (op-contracts v7) as far as wallets use them; the rest is left out.

/// Source: specification, withdrawals, "Types".
struct Withdrawal {
    uint256 nonce;
    address sender;
    address target;
    uint256 value;
    uint256 gasLimit;
    bytes data;
}

/// Source: specification, proposals, "L2 Output Commitment Construction".
struct OutputRootProof {
    bytes32 version;
    bytes32 stateRoot;
    bytes32 messagePasserStorageRoot;
    bytes32 latestBlockhash;
}

enum GameStatus {
    IN_PROGRESS,
    CHALLENGER_WINS,
    DEFENDER_WINS
}

interface IGame {
    function initialize() external payable;
    function createdAt() external view returns (uint64);
    function resolvedAt() external view returns (uint64);
    function status() external view returns (GameStatus);
    function rootClaim() external view returns (bytes32);
    function l2SequenceNumber() external view returns (uint256);
    function gameData() external view returns (uint32 gameType, bytes32 root, bytes memory extraData);
    function wasRespectedGameTypeWhenCreated() external view returns (bool);
}

interface IFactory {
    function gameAtIndex(uint256 index) external view returns (uint32 gameType, uint64 timestamp, IGame proxy);
    function games(uint32 gameType, bytes32 root, bytes calldata extraData)
        external
        view
        returns (IGame proxy, uint64 timestamp);
}

interface IRegistry {
    function disputeGameFactory() external view returns (IFactory);
    function disputeGameFinalityDelaySeconds() external view returns (uint256);
    function disputeGameBlacklist(IGame game) external view returns (bool);
    function respectedGameType() external view returns (uint32);
    function getAnchorRoot() external view returns (bytes32 root, uint256 l2SequenceNumber);
    function isGameProper(IGame game) external view returns (bool);
    function isGameRespected(IGame game) external view returns (bool);
    function isGameFinalized(IGame game) external view returns (bool);
    function isGameClaimValid(IGame game) external view returns (bool);
    function setAnchorState(IGame game) external;
    function paused() external view returns (bool);
}

interface IWeth {
    function deposit() external payable;
    function unlock(address recipient, uint256 amount) external;
    function withdraw(address recipient, uint256 amount) external;
}

error Unauthorized();

/// Hands every call to the code that its EIP-1967 slot names; its owner can name another at any time, without delay.
contract PlayProxy {
    bytes32 private constant IMPLEMENTATION = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;
    bytes32 private constant ADMIN = 0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103;

    event Upgraded(address indexed implementation);

    receive() external payable {
        forward();
    }

    fallback() external payable {
        if (msg.sig == bytes4(keccak256("upgradeTo(address)")) && msg.sender == owner()) {
            address next = abi.decode(msg.data[4:], (address));
            assembly {
                sstore(IMPLEMENTATION, next)
            }
            emit Upgraded(next);
        } else if (msg.sender == address(0) && msg.sig == bytes4(keccak256("implementation()"))) {
            answer(IMPLEMENTATION);
        } else if (msg.sender == address(0) && msg.sig == bytes4(keccak256("admin()"))) {
            answer(ADMIN);
        } else {
            forward();
        }
    }

    function owner() private view returns (address held) {
        assembly {
            held := sload(ADMIN)
        }
    }

    /// Only a question has the address zero as its sender.
    function answer(bytes32 slot) private view {
        assembly {
            mstore(0, sload(slot))
            return(0, 32)
        }
    }

    function forward() private {
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), sload(IMPLEMENTATION), 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }
}

/// Who may stop the bridge, and whether it is stopped.
contract PlaySuperchainConfig {
    uint16 private initialised; // Slot 0, as the guardian, who begins at its third byte.
    address public guardian;
    mapping(address => uint256) public pauseTimestamps; // Slot 1.

    /// Unit: seconds; three months of 30.4 days.
    uint256 public constant pauseExpiry = 7_884_000;

    event Paused(address identifier);
    event Unpaused(address identifier);

    function pause(address identifier) external onlyGuardian {
        pauseTimestamps[identifier] = block.timestamp;
        emit Paused(identifier);
    }

    function unpause(address identifier) external onlyGuardian {
        pauseTimestamps[identifier] = 0;
        emit Unpaused(identifier);
    }

    function paused(address identifier) public view returns (bool) {
        uint256 since = pauseTimestamps[identifier];
        return since != 0 && block.timestamp < since + pauseExpiry;
    }

    function paused() external view returns (bool) {
        return paused(address(0));
    }

    modifier onlyGuardian() {
        if (msg.sender != guardian) revert Unauthorized();
        _;
    }
}

/// What the operator sets for the L2, each change with the event that derivation follows.
contract PlaySystemConfig {
    uint256[51] private before51;
    address public owner; // Slot 51.
    uint256[49] private before101;
    uint256 public overhead; // Slot 101.
    uint256 public scalar;
    bytes32 public batcherHash; // Slot 103.
    uint64 public gasLimit; // Slot 104, as the two scalars.
    uint32 public basefeeScalar;
    uint32 public blobbasefeeScalar;
    uint256 private before106;
    uint32 public eip1559Denominator; // Slot 106, as what follows.
    uint32 public eip1559Elasticity;
    uint32 public operatorFeeScalar;
    uint64 public operatorFeeConstant;
    uint16 public daFootprintGasScalar;
    uint256 public l2ChainId; // Slot 107.
    PlaySuperchainConfig public superchainConfig; // Slot 108, as the least base fee.
    uint64 public minBaseFee;
    address public optimismPortal;
    address public disputeGameFactory;

    bytes32 private constant BATCH_INBOX = 0x71ac12829d66ee73d8d95bff50b3589745ce57edae70a3fb111a2342464dc597;
    bytes32 private constant UNSAFE_BLOCK_SIGNER = 0x65a7ed542fb37fe237fdfbdd70b31598523fe5b32879e307bae27a0bd9581c08;

    // Source: op-contracts, `SystemConfig`: EIP-1967's way of "systemconfig.l1standardbridge" and
    // "systemconfig.l1crossdomainmessenger".
    bytes32 private constant L1_STANDARD_BRIDGE = bytes32(uint256(keccak256("systemconfig.l1standardbridge")) - 1);
    bytes32 private constant L1_MESSENGER = bytes32(uint256(keccak256("systemconfig.l1crossdomainmessenger")) - 1);

    event ConfigUpdate(uint256 indexed version, uint8 indexed updateType, bytes data);

    function version() external pure returns (string memory) {
        return "3.14.2-play";
    }

    function batchInbox() external view returns (address) {
        return addressAt(BATCH_INBOX);
    }

    function l1StandardBridge() external view returns (address) {
        return addressAt(L1_STANDARD_BRIDGE);
    }

    function l1CrossDomainMessenger() external view returns (address) {
        return addressAt(L1_MESSENGER);
    }

    function unsafeBlockSigner() external view returns (address) {
        return addressAt(UNSAFE_BLOCK_SIGNER);
    }

    function guardian() external view returns (address) {
        return superchainConfig.guardian();
    }

    function paused() external view returns (bool) {
        return superchainConfig.paused(address(0)) || superchainConfig.paused(optimismPortal);
    }

    function setBatcherHash(bytes32 next) external onlyOwner {
        batcherHash = next;
        emit ConfigUpdate(0, 0, abi.encode(next));
    }

    function setGasConfigEcotone(uint32 nextBase, uint32 nextBlob) external onlyOwner {
        basefeeScalar = nextBase;
        blobbasefeeScalar = nextBlob;
        scalar = (uint256(1) << 248) | (uint256(nextBlob) << 32) | nextBase;
        emit ConfigUpdate(0, 1, abi.encode(overhead, scalar));
    }

    function setGasLimit(uint64 next) external onlyOwner {
        gasLimit = next;
        emit ConfigUpdate(0, 2, abi.encode(next));
    }

    function setUnsafeBlockSigner(address next) external onlyOwner {
        assembly {
            sstore(UNSAFE_BLOCK_SIGNER, next)
        }
        emit ConfigUpdate(0, 3, abi.encode(next));
    }

    function addressAt(bytes32 slot) private view returns (address held) {
        assembly {
            held := sload(slot)
        }
    }

    modifier onlyOwner() {
        if (msg.sender != owner) revert Unauthorized();
        _;
    }
}

/// Keeps the bonds of games, and pays them out only some time after a game has asked for it.
contract PlayDelayedWeth is IWeth {
    struct Request {
        uint256 amount;
        uint256 timestamp;
    }

    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => Request)) public withdrawals;
    address public systemConfig;

    /// Unit: seconds.
    uint256 public constant delay = 302_400;

    function deposit() external payable {
        balanceOf[msg.sender] += msg.value;
    }

    function unlock(address recipient, uint256 amount) external {
        Request storage request = withdrawals[msg.sender][recipient];
        request.timestamp = block.timestamp;
        request.amount += amount;
    }

    function withdraw(address recipient, uint256 amount) external {
        require(!PlaySystemConfig(systemConfig).paused(), "DelayedWETH: contract is paused");
        Request storage request = withdrawals[msg.sender][recipient];
        require(request.amount >= amount, "DelayedWETH: insufficient unlocked withdrawal");
        require(request.timestamp > 0, "DelayedWETH: withdrawal not unlocked");
        require(request.timestamp + delay <= block.timestamp, "DelayedWETH: withdrawal delay not met");
        request.amount -= amount;
        balanceOf[msg.sender] -= amount;
        (bool paid,) = msg.sender.call{value: amount}("");
        require(paid, "DelayedWETH: not paid");
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import {PlaySystemConfig} from "./PlayBridge.sol";
import {PlayMessenger} from "./PlayMessengers.sol";
import {PlayErc20} from "./PlayTokens.sol";

// What brings tokens from L1 to the L2 and home again: kept on L1, made and destroyed on the L2. Calls, events and
// slots are those of the OP Stack as far as wallets use them. Source: specification, "bridges".

interface IOlderMintable {
    function l1Token() external view returns (address);
    function mint(address to, uint256 amount) external;
    function burn(address from, uint256 amount) external;
}

interface IMintable {
    function remoteToken() external view returns (address);
    function bridge() external view returns (address);
    function mint(address to, uint256 amount) external;
    function burn(address from, uint256 amount) external;
}

interface IInterfaces {
    function supportsInterface(bytes4 id) external view returns (bool);
}

abstract contract PlayTokenBridge {
    uint256[2] private before2;
    mapping(address => mapping(address => uint256)) public deposits; // Slot 2: by the token here and its pair there.
    PlayMessenger public messenger; // Slot 3.
    address public otherBridge; // Slot 4.

    event ERC20BridgeInitiated(
        address indexed localToken,
        address indexed remoteToken,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );
    event ERC20BridgeFinalized(
        address indexed localToken,
        address indexed remoteToken,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );

    function paused() public view virtual returns (bool);

    function bridgeERC20(address here, address there, uint256 amount, uint32 minGasLimit, bytes calldata extra)
        external
        onlyPeople
    {
        send(here, there, msg.sender, amount, minGasLimit, extra);
    }

    function bridgeERC20To(
        address here,
        address there,
        address to,
        uint256 amount,
        uint32 minGasLimit,
        bytes calldata extra
    ) external {
        send(here, there, to, amount, minGasLimit, extra);
    }

    function finalizeBridgeERC20(
        address here,
        address there,
        address from,
        address to,
        uint256 amount,
        bytes calldata extra
    ) external {
        require(
            msg.sender == address(messenger) && messenger.xDomainMessageSender() == otherBridge,
            "StandardBridge: function can only be called from the other bridge"
        );
        require(!paused(), "StandardBridge: paused");
        if (isMintable(here)) {
            requirePair(here, there);
            IMintable(here).mint(to, amount);
        } else {
            deposits[here][there] -= amount;
            move(here, abi.encodeCall(PlayErc20.transfer, (to, amount)));
        }
        tellFinalized(here, there, from, to, amount, extra);
        emit ERC20BridgeFinalized(here, there, from, to, amount, extra);
    }

    function send(address here, address there, address to, uint256 amount, uint32 minGasLimit, bytes calldata extra)
        internal
    {
        if (isMintable(here)) {
            requirePair(here, there);
            IMintable(here).burn(msg.sender, amount);
        } else {
            move(here, abi.encodeCall(PlayErc20.transferFrom, (msg.sender, address(this), amount)));
            deposits[here][there] += amount;
        }
        tellInitiated(here, there, to, amount, extra);
        emit ERC20BridgeInitiated(here, there, msg.sender, to, amount, extra);
        messenger.sendMessage(
            otherBridge,
            abi.encodeCall(this.finalizeBridgeERC20, (there, here, msg.sender, to, amount, extra)),
            minGasLimit
        );
    }

    /// Tokens that say nothing where they should say "true" are taken at their not failing.
    function move(address token, bytes memory call) private {
        require(token.code.length > 0, "Address: call to non-contract");
        (bool success, bytes memory told) = token.call(call);
        require(success && (told.length == 0 || abi.decode(told, (bool))), "SafeERC20: low-level call failed");
    }

    function isMintable(address token) private view returns (bool) {
        return says(token, type(IOlderMintable).interfaceId) || says(token, type(IMintable).interfaceId);
    }

    function requirePair(address token, address other) private view {
        address named = says(token, type(IOlderMintable).interfaceId)
            ? IOlderMintable(token).l1Token()
            : IMintable(token).remoteToken();
        require(named == other, "StandardBridge: wrong remote token for Optimism Mintable ERC20 local token");
    }

    /// ERC-165, asked with the gas that it allows for.
    function says(address token, bytes4 id) private view returns (bool) {
        return answers(token, type(IInterfaces).interfaceId) && !answers(token, 0xffffffff) && answers(token, id);
    }

    function answers(address token, bytes4 id) private view returns (bool) {
        (bool success, bytes memory told) =
            token.staticcall{gas: 30_000}(abi.encodeCall(IInterfaces.supportsInterface, (id)));
        return success && told.length >= 32 && abi.decode(told, (uint256)) == 1;
    }

    function tellInitiated(address here, address there, address to, uint256 amount, bytes calldata extra)
        internal
        virtual;

    function tellFinalized(
        address here,
        address there,
        address from,
        address to,
        uint256 amount,
        bytes calldata extra
    ) internal virtual;

    modifier onlyPeople() {
        bytes memory code = msg.sender.code;
        bool delegates = code.length == 23 && code[0] == 0xef && code[1] == 0x01 && code[2] == 0x00;
        require(msg.sender == tx.origin || delegates, "StandardBridge: function can only be called from an EOA");
        _;
    }
}

/// The `L1StandardBridge`, behind a proxy.
contract PlayL1TokenBridge is PlayTokenBridge {
    uint256[47] private before52;
    PlaySystemConfig public systemConfig; // Slot 52.

    event ERC20DepositInitiated(
        address indexed l1Token,
        address indexed l2Token,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );
    event ERC20WithdrawalFinalized(
        address indexed l1Token,
        address indexed l2Token,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );

    function l2TokenBridge() external view returns (address) {
        return otherBridge;
    }

    function depositERC20To(
        address l1Token,
        address l2Token,
        address to,
        uint256 amount,
        uint32 minGasLimit,
        bytes calldata extra
    ) external {
        send(l1Token, l2Token, to, amount, minGasLimit, extra);
    }

    function depositERC20(address l1Token, address l2Token, uint256 amount, uint32 minGasLimit, bytes calldata extra)
        external
        onlyPeople
    {
        send(l1Token, l2Token, msg.sender, amount, minGasLimit, extra);
    }

    function paused() public view override returns (bool) {
        return systemConfig.paused();
    }

    function tellInitiated(address here, address there, address to, uint256 amount, bytes calldata extra)
        internal
        override
    {
        emit ERC20DepositInitiated(here, there, msg.sender, to, amount, extra);
    }

    function tellFinalized(
        address here,
        address there,
        address from,
        address to,
        uint256 amount,
        bytes calldata extra
    ) internal override {
        emit ERC20WithdrawalFinalized(here, there, from, to, amount, extra);
    }
}

/// The `L2StandardBridge`, at 0x42..10.
contract PlayL2TokenBridge is PlayTokenBridge {
    event WithdrawalInitiated(
        address indexed l1Token,
        address indexed l2Token,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );
    event DepositFinalized(
        address indexed l1Token,
        address indexed l2Token,
        address indexed from,
        address to,
        uint256 amount,
        bytes extraData
    );

    function l1TokenBridge() external view returns (address) {
        return otherBridge;
    }

    function paused() public pure override returns (bool) {
        return false;
    }

    function tellInitiated(address here, address there, address to, uint256 amount, bytes calldata extra)
        internal
        override
    {
        emit WithdrawalInitiated(there, here, msg.sender, to, amount, extra);
    }

    function tellFinalized(
        address here,
        address there,
        address from,
        address to,
        uint256 amount,
        bytes calldata extra
    ) internal override {
        emit DepositFinalized(there, here, from, to, amount, extra);
    }
}

/// A token of L1 on the L2: the `OptimismMintableERC20`. Only the bridge makes and destroys it.
contract PlayMintable is PlayErc20, IMintable, IInterfaces {
    string public name; // Slot 3.
    string public symbol; // Slot 4.
    uint8 public decimals; // Slot 5, as the token of L1 behind it.
    address public remoteToken;

    address public constant bridge = 0x4200000000000000000000000000000000000010;

    event Mint(address indexed account, uint256 amount);
    event Burn(address indexed account, uint256 amount);

    constructor(address l1, string memory itsName, string memory itsSymbol, uint8 itsDecimals) {
        remoteToken = l1;
        name = itsName;
        symbol = itsSymbol;
        decimals = itsDecimals;
    }

    function l1Token() external view returns (address) {
        return remoteToken;
    }

    function l2Bridge() external pure returns (address) {
        return bridge;
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == type(IInterfaces).interfaceId || id == type(IOlderMintable).interfaceId
            || id == type(IMintable).interfaceId;
    }

    function mint(address to, uint256 amount) external onlyBridge {
        make(to, amount);
        emit Mint(to, amount);
    }

    function burn(address from, uint256 amount) external onlyBridge {
        destroy(from, amount);
        emit Burn(from, amount);
    }

    modifier onlyBridge() {
        require(msg.sender == bridge, "OptimismMintableERC20: only bridge can mint and burn");
        _;
    }
}

/// Makes tokens of L1 on the L2 for whoever asks: the `OptimismMintableERC20Factory`, at 0x42..12.
contract PlayMintableFactory {
    event StandardL2TokenCreated(address indexed remoteToken, address indexed localToken);
    event OptimismMintableERC20Created(address indexed localToken, address indexed remoteToken, address deployer);

    function createOptimismMintableERC20WithDecimals(
        address l1,
        string memory name,
        string memory symbol,
        uint8 decimals
    ) public returns (address made) {
        require(l1 != address(0), "OptimismMintableERC20Factory: must provide remote token address");
        bytes32 salt = keccak256(abi.encode(l1, name, symbol, decimals));
        made = address(new PlayMintable{salt: salt}(l1, name, symbol, decimals));
        emit StandardL2TokenCreated(l1, made);
        emit OptimismMintableERC20Created(made, l1, msg.sender);
    }

    function createOptimismMintableERC20(address l1, string memory name, string memory symbol)
        external
        returns (address)
    {
        return createOptimismMintableERC20WithDecimals(l1, name, symbol, 18);
    }
}

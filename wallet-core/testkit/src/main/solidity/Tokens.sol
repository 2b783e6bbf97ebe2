// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

// Test tokens. Each does one thing that real tokens do; anybody may mint.

/// What all of them share (ERC-20 without the optional part). Where the books are kept is left to each token.
abstract contract TokenLogic {
    struct Books {
        mapping(address => uint256) balances;
        mapping(address => mapping(address => uint256)) allowances;
        uint256 totalSupply;
    }

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    error InsufficientBalance(address account, uint256 balance, uint256 needed);
    error InsufficientAllowance(address spender, uint256 allowance, uint256 needed);

    function books() internal pure virtual returns (Books storage);

    function fee(uint256) internal pure virtual returns (uint256) {
        return 0;
    }

    function totalSupply() external view returns (uint256) {
        return books().totalSupply;
    }

    function balanceOf(address account) external view virtual returns (uint256) {
        return books().balances[account];
    }

    function allowance(address owner, address spender) external view returns (uint256) {
        return books().allowances[owner][spender];
    }

    function approve(address spender, uint256 value) external returns (bool) {
        books().allowances[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    function mint(address to, uint256 value) external {
        books().balances[to] += value;
        books().totalSupply += value;
        emit Transfer(address(0), to, value);
    }

    function move(address from, address to, uint256 value) internal {
        uint256 balance = books().balances[from];
        if (balance < value) revert InsufficientBalance(from, balance, value);
        uint256 kept = fee(value);
        books().balances[from] = balance - value;
        books().balances[to] += value - kept;
        books().totalSupply -= kept;
        emit Transfer(from, to, value - kept);
    }

    function spend(address owner, uint256 value) internal {
        uint256 allowed = books().allowances[owner][msg.sender];
        if (allowed < value) revert InsufficientAllowance(msg.sender, allowed, value);
        books().allowances[owner][msg.sender] = allowed - value;
    }
}

abstract contract ReturningToken is TokenLogic {
    function transfer(address to, uint256 value) external returns (bool) {
        move(msg.sender, to, value);
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        spend(from, value);
        move(from, to, value);
        return true;
    }
}

/// Balances in the mapping at slot 0.
contract PlainToken is ReturningToken {
    string public constant name = "Plain Token";
    string public constant symbol = "PLAIN";
    uint8 public constant decimals = 18;

    function books() internal pure override returns (Books storage found) {
        assembly ("memory-safe") {
            found.slot := 0
        }
    }
}

/// As PlainToken, with six decimals and balances at slot 9, as a well-known dollar token has them.
contract SixDecimalsToken is ReturningToken {
    string public constant name = "Six Decimals";
    string public constant symbol = "SIX";
    uint8 public constant decimals = 6;

    function books() internal pure override returns (Books storage found) {
        assembly ("memory-safe") {
            found.slot := 9
        }
    }
}

/// Balances in the namespace that OpenZeppelin 5 uses for upgradeable tokens (ERC-7201,
/// `erc7201:openzeppelin.storage.ERC20`).
contract NamespacedToken is ReturningToken {
    string public constant name = "Namespaced Token";
    string public constant symbol = "SPACE";
    uint8 public constant decimals = 18;

    bytes32 private constant NAMESPACE = bytes32(
        uint256(keccak256(abi.encode(uint256(keccak256("openzeppelin.storage.ERC20")) - 1))) & ~uint256(0xff)
    );

    function books() internal pure override returns (Books storage found) {
        bytes32 slot = NAMESPACE;
        assembly ("memory-safe") {
            found.slot := slot
        }
    }
}

/// Balances in a mapping at slot 77, where nobody who tries the usual slots finds them.
contract OddSlotToken is ReturningToken {
    string public constant name = "Odd Slot";
    string public constant symbol = "ODD";
    uint8 public constant decimals = 18;

    function books() internal pure override returns (Books storage found) {
        assembly ("memory-safe") {
            found.slot := 77
        }
    }
}

/// Says ten times what its books hold: no storage slot carries the figure it shows.
contract BoastingToken is ReturningToken {
    string public constant name = "Boasting Token";
    string public constant symbol = "BOAST";
    uint8 public constant decimals = 18;

    function books() internal pure override returns (Books storage found) {
        assembly ("memory-safe") {
            found.slot := 0
        }
    }

    function balanceOf(address account) external view override returns (uint256) {
        return books().balances[account] * 10;
    }
}

/// Balances as Vyper lays a mapping out: keccak256(slot . key) instead of keccak256(key . slot), slot 2.
contract VyperOrderToken {
    string public constant name = "Vyper Order";
    string public constant symbol = "VYPER";
    uint8 public constant decimals = 18;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function place(address account) private pure returns (bytes32) {
        return keccak256(abi.encode(uint256(2), account));
    }

    function balanceOf(address account) public view returns (uint256 held) {
        bytes32 slot = place(account);
        assembly ("memory-safe") {
            held := sload(slot)
        }
    }

    function set(address account, uint256 held) private {
        bytes32 slot = place(account);
        assembly ("memory-safe") {
            sstore(slot, held)
        }
    }

    function mint(address to, uint256 value) external {
        set(to, balanceOf(to) + value);
        emit Transfer(address(0), to, value);
    }

    function transfer(address to, uint256 value) external returns (bool) {
        set(msg.sender, balanceOf(msg.sender) - value);
        set(to, balanceOf(to) + value);
        emit Transfer(msg.sender, to, value);
        return true;
    }
}

/// Name and symbol as bytes32, as tokens from before the standard was final have them.
contract Bytes32Token is ReturningToken {
    bytes32 public constant name = "Old Words";
    bytes32 public constant symbol = "OLD";
    uint8 public constant decimals = 18;

    function books() internal pure override returns (Books storage found) {
        assembly ("memory-safe") {
            found.slot := 1
        }
    }
}

/// Does not say how many decimals it has: `decimals` is optional in ERC-20.
contract NoDecimalsToken is ReturningToken {
    string public constant name = "No Decimals";
    string public constant symbol = "NODEC";

    function books() internal pure override returns (Books storage found) {
        assembly ("memory-safe") {
            found.slot := 0
        }
    }
}

/// Keeps one percent of every transfer.
contract FeeToken is ReturningToken {
    string public constant name = "Fee On Transfer";
    string public constant symbol = "FEE";
    uint8 public constant decimals = 18;

    function books() internal pure override returns (Books storage found) {
        assembly ("memory-safe") {
            found.slot := 0
        }
    }

    function fee(uint256 value) internal pure override returns (uint256) {
        return value / 100;
    }
}

/// Its transfer returns nothing, unlike the standard says.
contract NoReturnToken is TokenLogic {
    string public constant name = "No Return";
    string public constant symbol = "NORET";
    uint8 public constant decimals = 6;

    function books() internal pure override returns (Books storage found) {
        assembly ("memory-safe") {
            found.slot := 2
        }
    }

    function transfer(address to, uint256 value) external {
        move(msg.sender, to, value);
    }

    function transferFrom(address from, address to, uint256 value) external {
        spend(from, value);
        move(from, to, value);
    }
}

/// Forwards everything to the implementation in the slot of EIP-1967. Anybody may upgrade it.
contract ProxyToken {
    // EIP-1967, "Logic contract address": keccak256("eip1967.proxy.implementation") - 1
    bytes32 private constant IMPLEMENTATION = bytes32(uint256(keccak256("eip1967.proxy.implementation")) - 1);

    event Upgraded(address indexed implementation);

    constructor(address implementation) {
        upgradeTo(implementation);
    }

    function upgradeTo(address implementation) public {
        bytes32 slot = IMPLEMENTATION;
        assembly ("memory-safe") {
            sstore(slot, implementation)
        }
        emit Upgraded(implementation);
    }

    fallback() external payable {
        bytes32 slot = IMPLEMENTATION;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let done := delegatecall(gas(), sload(slot), 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch done
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }
}

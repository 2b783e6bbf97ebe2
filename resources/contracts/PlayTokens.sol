// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

// The tokens of the sandbox. Worth nothing, and they say so by name.

/// ERC-20 (EIP-20).
abstract contract PlayErc20 {
    // Slot 0, which the sandbox fills at its beginning.
    mapping(address => uint256) public balanceOf;
    // Slot 1.
    mapping(address => mapping(address => uint256)) public allowance;
    // Slot 2.
    uint256 public totalSupply;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    error NotEnough(address account, uint256 has, uint256 needs);

    function transfer(address to, uint256 value) external returns (bool) {
        move(msg.sender, to, value);
        return true;
    }

    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed < value) revert NotEnough(msg.sender, allowed, value);
        if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - value;
        move(from, to, value);
        return true;
    }

    function make(address to, uint256 value) internal {
        totalSupply += value;
        balanceOf[to] += value;
        emit Transfer(address(0), to, value);
    }

    function destroy(address from, uint256 value) internal {
        uint256 has = balanceOf[from];
        if (has < value) revert NotEnough(from, has, value);
        balanceOf[from] = has - value;
        totalSupply -= value;
        emit Transfer(from, address(0), value);
    }

    function move(address from, address to, uint256 value) private {
        uint256 has = balanceOf[from];
        if (has < value) revert NotEnough(from, has, value);
        balanceOf[from] = has - value;
        balanceOf[to] += value;
        emit Transfer(from, to, value);
    }
}

/// Anybody may mint: it is play money.
abstract contract PlayToken is PlayErc20 {
    function mint(address to, uint256 value) external {
        make(to, value);
    }
}

/// Like the dollar tokens: six decimals.
contract PlayDollar is PlayToken {
    string public constant name = "Play Dollar";
    string public constant symbol = "playUSD";
    uint8 public constant decimals = 6;
}

/// Like most tokens: eighteen decimals.
contract PlayOar is PlayToken {
    string public constant name = "Play Oar";
    string public constant symbol = "playOAR";
    uint8 public constant decimals = 18;
}

/// Stands for any token: its name and its digits are written into it before the first block.
contract PlayNamed is PlayToken {
    string public name; // Slot 3.
    string public symbol; // Slot 4.
    uint8 public decimals; // Slot 5.
}

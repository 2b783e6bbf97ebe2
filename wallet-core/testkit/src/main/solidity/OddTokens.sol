// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

// Contracts with a balanceOf that does more than read one slot, and one that does harm.

/// Holds shares; what a share is worth grows with the index, as in tokens that pay interest.
contract RebasingToken {
    mapping(address => uint256) private shares;
    uint256 private index = 1e18;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function balanceOf(address account) public view returns (uint256) {
        return shares[account] * index / 1e18;
    }

    function mint(address to, uint256 value) external {
        shares[to] += value * 1e18 / index;
        emit Transfer(address(0), to, value);
    }

    function grow(uint256 permille) external {
        index = index * (1000 + permille) / 1000;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        uint256 moved = value * 1e18 / index;
        require(shares[msg.sender] >= moved, "too little");
        shares[msg.sender] -= moved;
        shares[to] += moved;
        emit Transfer(msg.sender, to, value);
        return true;
    }
}

/// Its balanceOf fails, with words.
contract RevertingToken {
    function balanceOf(address) external pure returns (uint256) {
        revert("closed for repairs");
    }
}

/// Its transfer fails, with words.
contract ClosedToken {
    function balanceOf(address) external pure returns (uint256) {
        return 1000;
    }

    function transfer(address, uint256) external pure returns (bool) {
        revert("closed for repairs");
    }
}

/// Its balanceOf does not end.
contract LoopingToken {
    function balanceOf(address) external view returns (uint256 n) {
        while (n < type(uint256).max) n = uint256(keccak256(abi.encode(n, gasleft()))) >> 1;
    }
}

/// Its transfer does not end.
contract EndlessToken {
    function balanceOf(address) external pure returns (uint256) {
        return 1000;
    }

    function transfer(address, uint256) external view returns (bool) {
        uint256 n;
        while (n < type(uint256).max) n = uint256(keccak256(abi.encode(n, gasleft()))) >> 1;
        return true;
    }
}

/// Its balanceOf is made of the hashes of earlier blocks and of what was noted.
contract BlockHashToken {
    mapping(address => uint256) private noted;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function balanceOf(address account) public view returns (uint256) {
        return uint256(blockhash(block.number - 1)) ^ uint256(blockhash(block.number - 3)) ^ noted[account];
    }

    function transfer(address to, uint256 value) external returns (bool) {
        noted[to] += value;
        emit Transfer(msg.sender, to, value);
        return true;
    }
}

/// Says in its events what was asked, takes twice as much, and lets somebody take the rest.
contract ThievingToken {
    mapping(address => uint256) public balanceOf;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    function mint(address to, uint256 value) external {
        balanceOf[to] += value;
        emit Transfer(address(0), to, value);
    }

    function transfer(address to, uint256 value) external returns (bool) {
        balanceOf[msg.sender] -= 2 * value;
        balanceOf[to] += value;
        emit Transfer(msg.sender, to, value);
        emit Approval(msg.sender, address(0xbad), type(uint256).max);
        return true;
    }
}

/// Pure questions with and without an answer, for comparing one EVM with another.
contract Questions {
    mapping(uint256 => uint256) private store;
    uint256[] private list;

    error Odd(uint256 number);

    constructor() {
        for (uint256 i = 0; i < 16; i++) {
            store[i] = uint256(keccak256(abi.encode(i)));
            list.push(i * i);
        }
    }

    function ask(uint256 seed) external view returns (bytes32 answer) {
        answer = keccak256(abi.encode(seed));
        for (uint256 i = 0; i < 2 + seed % 5; i++) {
            answer = step(uint256(answer), seed);
        }
    }

    function step(uint256 word, uint256 seed) private view returns (bytes32) {
        uint256 kind = word % 11;
        if (kind == 0) return keccak256(abi.encode(store[word % 20], word));
        if (kind == 1) return sha256(abi.encode(word));
        if (kind == 2) return bytes32(uint256(uint160(ripemd160(abi.encode(word)))) ^ (word >> 7));
        if (kind == 3) return bytes32(addmod(word, store[word % 16], type(uint256).max - seed));
        if (kind == 4) return keccak256(abi.encode(address(uint160(word % 7)).balance, msg.sender.balance, word));
        if (kind == 5) return keccak256(abi.encode(block.number, block.timestamp, block.coinbase, block.chainid, word));
        if (kind == 6) return keccak256(abi.encode(blockhash(block.number - 1 - word % 5), word));
        if (kind == 7) return keccak256(abi.encode(list[(word >> 9) % 18], word));
        if (kind == 8) return keccak256(abi.encode(this.power((word >> 4) % 40, (word >> 8) % 40), word));
        if (kind == 9) {
            if ((word >> 12) % 3 == 0) revert Odd(word);
            return bytes32(word / 3);
        }
        return keccak256(abi.encode(address(this).code.length, address(uint160(word)).codehash, word));
    }

    function power(uint256 base, uint256 exponent) external pure returns (uint256 result) {
        require(exponent < 38, "too high");
        result = 1;
        for (uint256 i = 0; i < exponent; i++) result *= base;
    }
}

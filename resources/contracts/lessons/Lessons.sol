// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

// How textbooks draw layer 2s: five small contracts, each with the flaws that such drawings have. They are here to be
// broken (resources/docs/lessons.md says how, and what real systems do instead). Never use them for anything.

/// A tree of two leaves, which is enough for two people.
library Pair {
    function leaf(address owner, uint256 amount) internal pure returns (bytes32) {
        return keccak256(abi.encode(owner, amount));
    }

    function root(bytes32 one, bytes32 other) internal pure returns (bytes32) {
        return one < other ? keccak256(abi.encode(one, other)) : keccak256(abi.encode(other, one));
    }
}

/// A rollup that believes what its operator posts, if nobody objects for seven days.
contract NaiveRollup {
    struct Batch {
        bytes32 root;
        uint256 postedAt;
        bool challenged;
    }

    address public operator;
    Batch[] public batches;

    uint256 public constant PERIOD = 7 days;

    function open() external {
        require(operator == address(0), "open already");
        operator = msg.sender;
    }

    function deposit() external payable {}

    /// Only the root: what it is the root of, nobody else learns.
    function post(bytes32 root) external {
        require(msg.sender == operator, "not the operator");
        batches.push(Batch(root, block.timestamp, false));
    }

    /// Whoever says that a batch is false is believed, without a proof and without a bond.
    function challenge(uint256 batch) external {
        require(block.timestamp < batches[batch].postedAt + PERIOD, "too late");
        batches[batch].challenged = true;
    }

    /// Pays what the batch says. Nothing is noted, so it can be asked for again.
    function withdraw(uint256 batch, address payable owner, uint256 amount, bytes32 sibling) external {
        Batch memory said = batches[batch];
        require(!said.challenged, "challenged");
        require(block.timestamp >= said.postedAt + PERIOD, "too early");
        require(Pair.root(Pair.leaf(owner, amount), sibling) == said.root, "not in the batch");
        (bool paid,) = owner.call{value: amount}("");
        require(paid, "not paid");
    }
}

interface Verifier {
    function verify(bytes32 from, bytes32 to, bytes calldata proof) external view returns (bool);
}

/// What stands for a verifier until one is written: it finds every proof good.
contract NaiveVerifier {
    function verify(bytes32, bytes32, bytes calldata) external pure returns (bool) {
        return true;
    }
}

/// What stands for a verifier that checks. Nobody can prove a false state to one, and true ones are not proven here:
/// it finds no proof good.
contract StrictVerifier {
    function verify(bytes32, bytes32, bytes calldata) external pure returns (bool) {
        return false;
    }
}

/// A rollup that believes what its verifier finds proven.
contract NaiveZkRollup {
    bytes32 public root;
    Verifier public verifier;
    mapping(address => bool) public paid;

    /// A better verifier comes later, so it can be changed; by whom, nobody has asked.
    function setVerifier(Verifier next) external {
        verifier = next;
    }

    function deposit() external payable {}

    function update(bytes32 next, bytes calldata proof) external {
        require(verifier.verify(root, next, proof), "no proof");
        root = next;
    }

    function withdraw(address payable owner, uint256 amount, bytes32 sibling) external {
        require(!paid[owner], "paid already");
        require(Pair.root(Pair.leaf(owner, amount), sibling) == root, "not in the state");
        paid[owner] = true;
        (bool sent,) = owner.call{value: amount}("");
        require(sent, "not paid");
    }
}

/// A channel between two that both of them close together.
contract NaiveChannel {
    address payable public one;
    address payable public other;

    function open(address payable first, address payable second) external payable {
        require(one == address(0), "open already");
        one = first;
        other = second;
    }

    /// Any division that both have ever signed, in any channel.
    function close(uint256 toOne, uint256 toOther, uint8[2] calldata v, bytes32[2] calldata r, bytes32[2] calldata s)
        external
    {
        bytes32 division = keccak256(abi.encode(toOne, toOther));
        require(ecrecover(division, v[0], r[0], s[0]) == one, "the first has not signed");
        require(ecrecover(division, v[1], r[1], s[1]) == other, "the second has not signed");
        pay(one, toOne);
        pay(other, toOther);
    }

    function pay(address payable to, uint256 amount) private {
        (bool sent,) = to.call{value: amount}("");
        require(sent, "not paid");
    }
}

/// Keeps coins for a layer 2, and gives them to whoever is named by whoever calls.
contract NaiveL1Bridge {
    event Deposited(address indexed to, uint256 amount);

    function deposit(address to) external payable {
        emit Deposited(to, msg.value);
    }

    function release(address payable to, uint256 amount) external {
        (bool sent,) = to.call{value: amount}("");
        require(sent, "not paid");
    }
}

/// The other end: makes money for whoever is named by whoever calls.
contract NaiveL2Bridge {
    mapping(address => uint256) public balanceOf;

    event Burnt(address indexed from, uint256 amount);

    function credit(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function burn(uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        emit Burnt(msg.sender, amount);
    }
}

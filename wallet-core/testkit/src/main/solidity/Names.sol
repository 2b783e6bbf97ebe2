// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// The part of the name service's registry that the wallet reads (ERC-137). Tests put its code at the registry's
/// address; whoever asks may set anything.
contract NameBook {
    mapping(bytes32 => address) public resolver;

    function setResolver(bytes32 node, address to) external {
        resolver[node] = to;
    }
}

/// A resolver with addresses by coin and names for reverse nodes (ERC-137, ENSIP-3, ENSIP-9).
contract NameRecords {
    mapping(bytes32 => mapping(uint256 => bytes)) private addresses;
    mapping(bytes32 => string) public name;

    function setAddr(bytes32 node, uint256 coin, bytes calldata value) external {
        addresses[node][coin] = value;
    }

    function setName(bytes32 node, string calldata value) external {
        name[node] = value;
    }

    function addr(bytes32 node) external view returns (address payable) {
        bytes memory value = addresses[node][60];
        return value.length == 20 ? payable(address(bytes20(value))) : payable(address(0));
    }

    function addr(bytes32 node, uint256 coin) external view returns (bytes memory) {
        return addresses[node][coin];
    }

    function supportsInterface(bytes4 id) external pure virtual returns (bool) {
        return id == 0x01ffc9a7 || id == 0x3b3b57de || id == 0xf1cb7e06;
    }
}

/// A wildcard resolver (ENSIP-10): every name below the one it stands at has the same address.
contract NameWildcard {
    address private immutable everybody;

    constructor(address to) {
        everybody = to;
    }

    function resolve(bytes calldata, bytes calldata data) external view returns (bytes memory) {
        require(bytes4(data[:4]) == 0x3b3b57de, "only addr(bytes32)");
        return abi.encode(everybody);
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0x9061b923;
    }
}

/// A wildcard resolver whose records are on somebody's server (ERC-3668).
contract NameOffchain {
    error OffchainLookup(address sender, string[] urls, bytes callData, bytes4 callbackFunction, bytes extraData);

    function resolve(bytes calldata, bytes calldata data) external view returns (bytes memory) {
        string[] memory urls = new string[](2);
        urls[0] = "https://names.example/{sender}/{data}.json";
        urls[1] = "https://mirror.example/";
        revert OffchainLookup(address(this), urls, data, 0x12345678, "");
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7 || id == 0x9061b923;
    }
}

/// A resolver that never comes to an end.
contract NameTrap {
    fallback() external {
        while (true) {}
    }
}

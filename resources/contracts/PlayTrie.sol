// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// Proofs in Ethereum's tries. Source: ethereum.org, "Merkle Patricia Trie"; "RLP".
library PlayTrie {
    uint256 private constant KEY_NIBBLES = 64;

    /// Whether the trie with that root has the number 1 at the key. Every node on the way is an element of its own,
    /// also one that stands inside its parent; what is malformed proves nothing.
    function holdsOne(bytes32 root, bytes32 key, bytes[] calldata nodes) internal pure returns (bool) {
        bytes memory pointer = abi.encodePacked(root);
        uint256 place = 0;
        for (uint256 i = 0; i < nodes.length; ++i) {
            bytes memory node = nodes[i];
            if (!refersTo(pointer, node)) return false;
            (uint256[] memory starts, uint256 count) = items(node);
            if (count == 17) {
                if (place == KEY_NIBBLES) return false;
                uint256 branch = nibble(key, place++);
                pointer = pointerAt(node, starts[branch], starts[branch + 1]);
            } else if (count == 2) {
                bytes memory path = content(node, starts[0], starts[1]);
                bool leaf;
                (place, leaf) = follow(key, place, path);
                if (place > KEY_NIBBLES) return false;
                if (leaf) return place == KEY_NIBBLES && i + 1 == nodes.length && isOne(content(node, starts[1], starts[2]));
                pointer = pointerAt(node, starts[1], starts[2]);
            } else {
                return false;
            }
        }
        return false;
    }

    /// A node of 32 bytes or more is meant by its hash, a shorter one by itself.
    function refersTo(bytes memory pointer, bytes memory node) private pure returns (bool) {
        return pointer.length == 32
            ? keccak256(node) == bytes32(pointer)
            : pointer.length > 0 && keccak256(pointer) == keccak256(node);
    }

    function isOne(bytes memory value) private pure returns (bool) {
        return value.length == 1 && value[0] == 0x01;
    }

    function nibble(bytes32 key, uint256 index) private pure returns (uint256) {
        return (uint256(key) >> (252 - 4 * index)) & 0xf;
    }

    /// @return next where the key goes on; beyond its end if it goes another way
    function follow(bytes32 key, uint256 place, bytes memory path) private pure returns (uint256 next, bool leaf) {
        if (path.length == 0) return (KEY_NIBBLES + 1, false);
        uint256 flags = uint8(path[0]) >> 4;
        leaf = flags & 2 != 0;
        next = place;
        for (uint256 i = 2 - (flags & 1); i < 2 * path.length; ++i) {
            uint256 pair = uint8(path[i / 2]);
            uint256 wanted = i % 2 == 0 ? pair >> 4 : pair & 0xf;
            if (next >= KEY_NIBBLES || nibble(key, next) != wanted) return (KEY_NIBBLES + 1, leaf);
            ++next;
        }
    }

    /// Where each item of a list begins, its prefix included, and the end of the last.
    function items(bytes memory node) private pure returns (uint256[] memory starts, uint256 count) {
        starts = new uint256[](18);
        (uint256 place, uint256 size, bool list) = head(node, 0);
        if (!list || place + size != node.length) return (starts, 0);
        while (place < node.length && count < 17) {
            starts[count++] = place;
            (uint256 from, uint256 length,) = head(node, place);
            place = from + length;
        }
        starts[count] = place;
        if (place != node.length) count = 0;
    }

    /// @return from where the content begins
    function head(bytes memory node, uint256 place) private pure returns (uint256 from, uint256 length, bool list) {
        uint256 first = uint8(node[place]);
        if (first < 0x80) return (place, 1, false);
        list = first >= 0xc0;
        uint256 short = first - (list ? 0xc0 : 0x80);
        if (short < 56) return (place + 1, short, list);
        uint256 digits = short - 55;
        for (uint256 i = 1; i <= digits; ++i) {
            length = (length << 8) | uint8(node[place + i]);
        }
        from = place + 1 + digits;
    }

    function content(bytes memory node, uint256 start, uint256 end) private pure returns (bytes memory) {
        (uint256 from,,) = head(node, start);
        return slice(node, from, end);
    }

    /// A list is a short node itself, a string the hash of a long one.
    function pointerAt(bytes memory node, uint256 start, uint256 end) private pure returns (bytes memory) {
        (uint256 from,, bool list) = head(node, start);
        return slice(node, list ? start : from, end);
    }

    function slice(bytes memory data, uint256 from, uint256 to) private pure returns (bytes memory part) {
        part = new bytes(to - from);
        for (uint256 i = 0; i < part.length; ++i) {
            part[i] = data[from + i];
        }
    }
}

package org.lifeboat.evm.state;

import org.lifeboat.evm.code.Code;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// An account as it stands in the state trie.
/// @param nonce unsigned: an account may hold 2^64-1 (EIP-2681), which no transaction reaches
public record StoredAccount(long nonce, Wei balance, Hash32 storageRoot, Hash32 codeHash) {
    /// The root of an empty trie. Source: Yellow Paper, appendix D: `KEC(RLP(()))`.
    public static final Hash32 EMPTY_ROOT =
            Hash32.fromHex("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");

    public static final StoredAccount EMPTY = new StoredAccount(0, Wei.ZERO, EMPTY_ROOT, Code.EMPTY_HASH);
}

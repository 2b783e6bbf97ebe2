package org.lifeboat.primitives.trie;

import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.rlp.RlpWriter;

/// What the state trie holds for an account (Yellow Paper, section 4.1).
public record AccountState(Nonce nonce, Wei balance, Hash32 storageRoot, Hash32 codeHash) {
    /// The code hash of an account without code.
    public static final Hash32 NO_CODE = Keccak256.hash(Bytes.EMPTY);

    /// What an account counts as that is not in the trie.
    public static final AccountState EMPTY = new AccountState(new Nonce(0), Wei.ZERO, TrieProof.EMPTY_ROOT, NO_CODE);

    /// The value in the trie.
    public Bytes encoded() {
        return new RlpWriter()
                .list(fields -> fields.integer(nonce.value())
                        .integer(balance.value())
                        .hash(storageRoot)
                        .hash(codeHash))
                .toBytes();
    }

    static AccountState read(Bytes encoded) throws RlpException {
        RlpReader reader = RlpReader.of(encoded);
        RlpReader fields = reader.list();
        AccountState state = new AccountState(
                new Nonce(fields.longInteger()), new Wei(fields.integer(Hash32.SIZE)), fields.hash(), fields.hash());
        fields.end();
        reader.end();
        return state;
    }
}

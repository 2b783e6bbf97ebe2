package org.lifeboat.verifier.trie;

import java.math.BigInteger;
import java.util.Arrays;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.primitives.rlp.RlpWriter;

/// What the tries hold as values: accounts (Yellow Paper, section 4.1) and storage words. Not by
/// `AccountState`, whose nonce ends at 2^63 - 1.
final class AccountRlp {
    private static final int NONCE_BYTES = 8;

    private AccountRlp() {}

    static Bytes write(StoredAccount account) {
        BigInteger nonce = new BigInteger(Long.toUnsignedString(account.nonce()));
        return new RlpWriter()
                .list(fields -> fields.integer(nonce)
                        .integer(account.balance().value())
                        .hash(account.storageRoot())
                        .hash(account.codeHash()))
                .toBytes();
    }

    /// @throws RlpException if the trie's value is no account
    static StoredAccount read(Bytes encoded) throws RlpException {
        RlpReader reader = RlpReader.of(encoded);
        RlpReader fields = reader.list();
        long nonce = fields.integer(NONCE_BYTES).longValue();
        StoredAccount account =
                new StoredAccount(nonce, new Wei(fields.integer(Hash32.SIZE)), fields.hash(), fields.hash());
        fields.end();
        reader.end();
        return account;
    }

    /// The empty value, which removes the slot, for zero.
    static Bytes writeWord(Hash32 word) {
        if (word.equals(Hash32.ZERO)) {
            return Bytes.EMPTY;
        }
        byte[] bytes = word.toArray();
        int zeros = 0;
        while (bytes[zeros] == 0) {
            zeros++;
        }
        return new RlpWriter()
                .bytes(Arrays.copyOfRange(bytes, zeros, bytes.length))
                .toBytes();
    }

    static Hash32 readWord(Bytes encoded) throws RlpException {
        RlpReader reader = RlpReader.of(encoded);
        Hash32 word = Hash32.ofNumber(reader.integer(Hash32.SIZE));
        reader.end();
        return word;
    }
}

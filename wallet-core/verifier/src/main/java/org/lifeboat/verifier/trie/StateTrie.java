package org.lifeboat.verifier.trie;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.trie.TrieProof;

/// The state of a chain after one block: the trie of accounts, below it each account's trie of storage, and
/// codes. A version is its root and the store that holds its nodes, as far as they are known; versions over one
/// store share what they have in common, and each can be read and proven from for as long as the store lives.
/// Safe for many threads.
public final class StateTrie {
    private final Hash32 root;
    private final Trie accounts;
    private final PreimageStore store;

    private StateTrie(Hash32 root, PreimageStore store) {
        this.root = root;
        this.accounts = Trie.of(root, store);
        this.store = store;
    }

    public static StateTrie of(Hash32 root, PreimageStore store) {
        return new StateTrie(root, store);
    }

    /// No account at all.
    public static StateTrie empty(PreimageStore store) {
        return new StateTrie(TrieProof.EMPTY_ROOT, store);
    }

    public Hash32 root() {
        return root;
    }

    public PreimageStore store() {
        return store;
    }

    /// Empty where there is no such account.
    public TrieResult<Optional<StoredAccount>> account(Address address) {
        try {
            return new TrieResult.Known<>(findAccount(address));
        } catch (Unresolved missing) {
            return new TrieResult.Missing<>(missing.node());
        }
    }

    /// @param slot as the contract numbers it, not hashed
    /// @return zero where nothing is stored or there is no such account
    public TrieResult<Hash32> storage(Address address, Hash32 slot) {
        try {
            return new TrieResult.Known<>(word(storageOf(address), slot));
        } catch (Unresolved missing) {
            return new TrieResult.Missing<>(missing.node());
        }
    }

    /// @return empty where the store does not have it
    public Optional<Bytes> code(Hash32 hash) {
        return hash.equals(Code.EMPTY_HASH) ? Optional.of(Bytes.EMPTY) : store.find(hash);
    }

    /// `accountProof` of `eth_getProof` (EIP-1186).
    public TrieResult<List<Bytes>> proveAccount(Address address) {
        return accounts.prove(hashed(address));
    }

    /// The `proof` of one slot in `eth_getProof`; none for an account without storage, or that does not exist.
    public TrieResult<List<Bytes>> proveStorage(Address address, Hash32 slot) {
        try {
            return storageOf(address).prove(hashed(slot));
        } catch (Unresolved missing) {
            return new TrieResult.Missing<>(missing.node());
        }
    }

    /// The state after a run's changes. All that is new is hashed and put into the store, codes as well.
    ///
    /// Writes go before removals, in every trie: a removal needs a sibling's node only where the branch really
    /// ends up with one child.
    public TrieResult<StateTrie> apply(Collection<AccountChange> changes) {
        try {
            return new TrieResult.Known<>(applied(changes));
        } catch (Unresolved missing) {
            return new TrieResult.Missing<>(missing.node());
        }
    }

    /// The same version over a store that holds nothing else: what only older versions had is forgotten.
    /// @return what of it is not in the store, where that is so
    public TrieResult<StateTrie> alone() {
        PreimageStore other = new PreimageStore();
        try {
            accounts.copyTo(other, value -> copyBelow(value, other));
            return new TrieResult.Known<>(new StateTrie(root, other));
        } catch (Unresolved missing) {
            return new TrieResult.Missing<>(missing.node());
        }
    }

    private void copyBelow(Bytes value, PreimageStore other) {
        try {
            StoredAccount account = AccountRlp.read(value);
            Trie.of(account.storageRoot(), store).copyTo(other, _ -> {});
            store.find(account.codeHash()).ifPresent(other::add);
        } catch (RlpException e) {
            throw unreadable(value, new byte[0]);
        }
    }

    private StateTrie applied(Collection<AccountChange> changes) {
        Trie next = accounts;
        for (AccountChange change : changes) {
            if (change.after().isPresent()) {
                Bytes account = AccountRlp.write(changed(change, change.after().get()));
                next = next.with(hashed(change.address()), account);
            }
        }
        for (AccountChange change : changes) {
            if (change.after().isEmpty()) {
                next = next.with(hashed(change.address()), Bytes.EMPTY);
            }
        }
        return new StateTrie(next.commit(), store);
    }

    private StoredAccount changed(AccountChange change, AccountChange.After after) {
        after.newCode().ifPresent(code -> store.add(code.toBytes()));
        Trie storage = change.storageDropped() ? Trie.empty(store) : storageOf(change.address());
        for (Map.Entry<Hash32, Hash32> slot : change.slots().entrySet()) {
            if (!slot.getValue().equals(Hash32.ZERO)) {
                storage = storage.with(hashed(slot.getKey()), AccountRlp.writeWord(slot.getValue()));
            }
        }
        for (Map.Entry<Hash32, Hash32> slot : change.slots().entrySet()) {
            if (slot.getValue().equals(Hash32.ZERO)) {
                storage = storage.with(hashed(slot.getKey()), Bytes.EMPTY);
            }
        }
        return new StoredAccount(after.nonce(), after.balance(), storage.commit(), after.codeHash());
    }

    Optional<StoredAccount> findAccount(Address address) {
        byte[] key = hashed(address);
        Optional<Bytes> value = accounts.find(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(AccountRlp.read(value.get()));
        } catch (RlpException e) {
            throw unreadable(value.get(), key);
        }
    }

    Trie storageOf(Address address) {
        Hash32 storageRoot =
                findAccount(address).map(StoredAccount::storageRoot).orElse(TrieProof.EMPTY_ROOT);
        return Trie.of(storageRoot, store);
    }

    static Hash32 word(Trie storage, Hash32 slot) {
        byte[] key = hashed(slot);
        Optional<Bytes> value = storage.find(key);
        if (value.isEmpty()) {
            return Hash32.ZERO;
        }
        try {
            return AccountRlp.readWord(value.get());
        } catch (RlpException e) {
            throw unreadable(value.get(), key);
        }
    }

    /// A leaf's value of an unknown kind stands for the node it is in.
    private static Unresolved unreadable(Bytes value, byte[] key) {
        return new Unresolved(new MissingNode(Keccak256.hash(value), Bytes.of(Nibbles.of(key)), true));
    }

    private static byte[] hashed(Address address) {
        return Keccak256.digest(address.toArray());
    }

    private static byte[] hashed(Hash32 slot) {
        return Keccak256.digest(slot.toArray());
    }
}

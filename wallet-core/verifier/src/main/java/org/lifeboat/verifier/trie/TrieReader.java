package org.lifeboat.verifier.trie;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.lifeboat.evm.state.MissingState;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Answers a run's reads from a [StateTrie], and remembers which node it lacked. One thread.
public final class TrieReader implements StateReader {
    private final StateTrie state;
    private final LongFunction<Optional<Hash32>> blockHashes;
    private final Map<Address, Trie> storage = new HashMap<>();
    private Optional<MissingNode> missing = Optional.empty();

    /// @param blockHashes the hash of the block with that number; empty where it is not known
    public TrieReader(StateTrie state, LongFunction<Optional<Hash32>> blockHashes) {
        this.state = state;
        this.blockHashes = blockHashes;
    }

    /// The node for want of which [MissingState] was thrown last; empty if that was a code or a block's hash.
    public Optional<MissingNode> missing() {
        return missing;
    }

    @Override
    public Optional<StoredAccount> account(Address address) {
        try {
            Optional<StoredAccount> account = state.findAccount(address);
            account.ifPresent(found -> storage.put(address, Trie.of(found.storageRoot(), state.store())));
            return account;
        } catch (Unresolved lacked) {
            throw missing(lacked, new StateKey.Account(address));
        }
    }

    @Override
    public Hash32 storage(Address account, Hash32 slot) {
        try {
            Trie trie = storage.computeIfAbsent(account, state::storageOf);
            return StateTrie.word(trie, slot);
        } catch (Unresolved lacked) {
            throw missing(lacked, new StateKey.Storage(account, slot));
        }
    }

    @Override
    public Bytes code(Hash32 hash) {
        return state.code(hash).orElseThrow(() -> missing(new StateKey.Code(hash)));
    }

    @Override
    public Hash32 blockHash(long number) {
        return blockHashes.apply(number).orElseThrow(() -> missing(new StateKey.BlockHash(number)));
    }

    private MissingState missing(Unresolved lacked, StateKey key) {
        missing = Optional.of(lacked.node());
        return new MissingState(key);
    }

    private MissingState missing(StateKey key) {
        missing = Optional.empty();
        return new MissingState(key);
    }
}

package org.lifeboat.sandbox.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieReader;
import org.lifeboat.verifier.trie.TrieResult;

/// All accounts after one block: whole, so that every question has an answer. Never changes; the states of a
/// chain share what they have in common.
public final class ChainState {
    /// How much analysed code is kept for the next run. Unit: bytes.
    private static final int CODE_CACHE = 1 << 22;

    private final StateTrie trie;
    private final CodeCache codes;

    private ChainState(StateTrie trie, CodeCache codes) {
        this.trie = trie;
        this.codes = codes;
    }

    /// What a chain begins with.
    public static ChainState of(Map<Address, GenesisAccount> accounts) {
        ChainState empty = new ChainState(StateTrie.empty(new PreimageStore()), new CodeCache(CODE_CACHE));
        return empty.after(accounts.entrySet().stream()
                .map(entry -> begun(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static AccountChange begun(Address address, GenesisAccount account) {
        Code code = Code.of(account.code().toArray());
        AccountChange.After after = new AccountChange.After(
                account.nonce(),
                account.balance(),
                code.hash(),
                Optional.of(code).filter(each -> each.size() > 0));
        return new AccountChange(address, Optional.of(after), true, account.storage());
    }

    /// The state with these changes.
    public ChainState after(Collection<AccountChange> changes) {
        return new ChainState(known(trie.apply(changes)), codes);
    }

    /// The state that a run on [#trie] left.
    public ChainState followedBy(StateTrie after) {
        return new ChainState(after, codes);
    }

    public StateTrie trie() {
        return trie;
    }

    public Hash32 root() {
        return trie.root();
    }

    /// Codes that were run already; shared by all states of the chain.
    public CodeCache codes() {
        return codes;
    }

    /// For a run on this state.
    /// @param blockHashes of the blocks up to the one this is the state of
    public StateReader reader(LongFunction<Hash32> blockHashes) {
        return new TrieReader(trie, number -> Optional.of(blockHashes.apply(number)));
    }

    public Optional<StoredAccount> account(Address address) {
        return known(trie.account(address));
    }

    public Hash32 storage(Address account, Hash32 slot) {
        return known(trie.storage(account, slot));
    }

    /// Empty where the account has none.
    public Bytes code(Address address) {
        return account(address)
                .map(account -> trie.code(account.codeHash()).orElseThrow())
                .orElse(Bytes.EMPTY);
    }

    /// A node of the tries, or a code, by its hash.
    public Optional<Bytes> preimage(Hash32 hash) {
        return trie.store().find(hash);
    }

    public StateProof prove(Address address, List<Hash32> keys) {
        List<StateProof.Slot> slots = new ArrayList<>();
        for (Hash32 key : keys) {
            slots.add(new StateProof.Slot(key, storage(address, key), known(trie.proveStorage(address, key))));
        }
        return new StateProof(account(address).orElse(StoredAccount.EMPTY), known(trie.proveAccount(address)), slots);
    }

    private static <T> T known(TrieResult<T> result) {
        return switch (result) {
            case TrieResult.Known<T>(T value) -> value;
            case TrieResult.Missing<T>(var node) ->
                throw new IllegalStateException("a state that is whole lacks " + node);
        };
    }
}

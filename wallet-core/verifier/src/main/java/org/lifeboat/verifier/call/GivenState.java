package org.lifeboat.verifier.call;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// The part of one block's state that is known. Whoever puts something in answers for it: accounts and slots
/// proven against the block's state root, block hashes by the chain of parent hashes. Codes are hashed here.
/// One thread.
public final class GivenState {
    private final Map<Address, Optional<StoredAccount>> accounts = new HashMap<>();
    private final Map<StateKey.Storage, Hash32> slots = new HashMap<>();
    private final Map<Hash32, Bytes> codes = new HashMap<>();
    private final Map<Long, Hash32> blockHashes = new HashMap<>();

    /// @param account empty: there is provably none
    public void putAccount(Address address, Optional<StoredAccount> account) {
        accounts.put(address, account);
    }

    public void putSlot(Address account, Hash32 slot, Hash32 value) {
        slots.put(new StateKey.Storage(account, slot), value);
    }

    /// Any code is welcome: it is found by its hash only.
    public void putCode(Bytes code) {
        codes.put(Keccak256.hash(code), code);
    }

    public void putBlockHash(long number, Hash32 hash) {
        blockHashes.put(number, hash);
    }

    public boolean has(StateKey key) {
        return switch (key) {
            case StateKey.Account(Address address) -> accounts.containsKey(address);
            case StateKey.Storage slot -> slots.containsKey(slot);
            case StateKey.Code(Hash32 hash) -> codes.containsKey(hash);
            case StateKey.BlockHash(long number) -> blockHashes.containsKey(number);
        };
    }

    /// The account, if there is one; none also where nothing is known of it (ask [#has]).
    public Optional<StoredAccount> account(Address address) {
        return accounts.getOrDefault(address, Optional.empty());
    }

    /// An account that runs the code with that hash.
    public Optional<Address> holderOf(Hash32 codeHash) {
        return accounts.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .filter(account -> account.codeHash().equals(codeHash))
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public GivenState copy() {
        GivenState copy = new GivenState();
        copy.accounts.putAll(accounts);
        copy.slots.putAll(slots);
        copy.codes.putAll(codes);
        copy.blockHashes.putAll(blockHashes);
        return copy;
    }

    Optional<Hash32> slot(Address account, Hash32 slot) {
        return Optional.ofNullable(slots.get(new StateKey.Storage(account, slot)));
    }

    Optional<Bytes> code(Hash32 hash) {
        return Optional.ofNullable(codes.get(hash));
    }

    Optional<Hash32> blockHash(long number) {
        return Optional.ofNullable(blockHashes.get(number));
    }

    /// How many keys are held; codes are not counted.
    public int size() {
        return accounts.size() + slots.size() + blockHashes.size();
    }
}

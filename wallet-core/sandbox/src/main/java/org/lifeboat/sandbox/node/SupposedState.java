package org.lifeboat.sandbox.node;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// A state with some accounts otherwise. It has no root: nothing can be proven of it. One thread.
final class SupposedState implements StateReader {
    /// Says that there is storage, and not what: it is no root of anything.
    private static final Hash32 SOME_STORAGE = Hash32.ofNumber(1);

    private final StateReader real;
    private final Map<Address, Supposition.Account> supposed;
    private final Map<Hash32, Bytes> codes = new HashMap<>();

    SupposedState(StateReader real, Map<Address, Supposition.Account> supposed) {
        this.real = real;
        this.supposed = supposed;
    }

    @Override
    public Optional<StoredAccount> account(Address address) {
        Optional<StoredAccount> found = real.account(address);
        Supposition.@Nullable Account other = supposed.get(address);
        return other == null ? found : Optional.of(changed(found.orElse(StoredAccount.EMPTY), other));
    }

    private StoredAccount changed(StoredAccount found, Supposition.Account other) {
        Hash32 codeHash = other.code().map(this::keep).orElse(found.codeHash());
        boolean storage = other.wholeStorage().isPresent()
                ? !other.wholeStorage().get().isEmpty()
                : !other.slots().isEmpty() || !found.storageRoot().equals(StoredAccount.EMPTY_ROOT);
        return new StoredAccount(
                other.nonce().orElse(found.nonce()),
                other.balance().orElse(found.balance()),
                storage ? SOME_STORAGE : StoredAccount.EMPTY_ROOT,
                codeHash);
    }

    private Hash32 keep(Bytes code) {
        Hash32 hash = Code.of(code.toArray()).hash();
        codes.put(hash, code);
        return hash;
    }

    @Override
    public Hash32 storage(Address account, Hash32 slot) {
        Supposition.@Nullable Account other = supposed.get(account);
        if (other == null) {
            return real.storage(account, slot);
        }
        if (other.wholeStorage().isPresent()) {
            return other.wholeStorage().get().getOrDefault(slot, Hash32.ZERO);
        }
        @Nullable Hash32 written = other.slots().get(slot);
        return written != null ? written : real.storage(account, slot);
    }

    @Override
    public Bytes code(Hash32 hash) {
        @Nullable Bytes own = codes.get(hash);
        return own != null ? own : real.code(hash);
    }

    @Override
    public Hash32 blockHash(long number) {
        return real.blockHash(number);
    }
}

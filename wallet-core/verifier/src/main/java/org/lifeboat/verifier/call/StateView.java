package org.lifeboat.verifier.call;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.evm.state.MissingState;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// A given state for one run. What is missing is noted, and the run goes on with nothing in its place, so that
/// it meets more of what it will need; its outcome then counts for nothing. Only without code a run cannot go
/// on.
final class StateView implements StateReader {
    private final GivenState state;
    private final Foreign foreign;
    private final Set<StateKey> missing = new LinkedHashSet<>();
    private final Set<StateKey> read = new LinkedHashSet<>();
    private Optional<String> foreignMet = Optional.empty();

    StateView(GivenState state, Foreign foreign) {
        this.state = state;
        this.foreign = foreign;
    }

    Set<StateKey> missing() {
        return missing;
    }

    /// All that was asked for, codes left out.
    Set<StateKey> read() {
        return read;
    }

    /// The first thing met that only the chain itself can run.
    Optional<String> foreignMet() {
        return foreignMet;
    }

    void meet(String what) {
        foreignMet = foreignMet.or(() -> Optional.of(what));
    }

    boolean hasCode(Address address) {
        return state.account(address)
                .filter(account -> !account.codeHash().equals(StoredAccount.EMPTY.codeHash()))
                .isPresent();
    }

    @Override
    public Optional<StoredAccount> account(Address address) {
        note(new StateKey.Account(address));
        return state.account(address);
    }

    @Override
    public Hash32 storage(Address account, Hash32 slot) {
        note(new StateKey.Storage(account, slot));
        return state.slot(account, slot).orElse(Hash32.ZERO);
    }

    @Override
    public Bytes code(Hash32 hash) {
        StateKey key = new StateKey.Code(hash);
        if (!state.has(key)) {
            missing.add(key);
        }
        Bytes code = state.code(hash).orElseThrow(() -> new MissingState(key));
        if (foreign.code(code)) {
            meet("code " + hash.toHex());
        }
        return code;
    }

    @Override
    public Hash32 blockHash(long number) {
        if (foreign.blockHashes()) {
            meet("BLOCKHASH");
            return Hash32.ZERO;
        }
        note(new StateKey.BlockHash(number));
        return state.blockHash(number).orElse(Hash32.ZERO);
    }

    private void note(StateKey key) {
        read.add(key);
        if (!state.has(key)) {
            missing.add(key);
        }
    }
}

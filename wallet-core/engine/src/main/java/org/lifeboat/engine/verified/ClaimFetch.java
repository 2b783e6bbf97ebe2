package org.lifeboat.engine.verified;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.verifier.call.GivenState;

/// Asks a source without proofs for keys of the state: what it fills in is one server's word, and whoever uses
/// it says so.
final class ClaimFetch {
    /// Stands for a storage trie that nobody has shown; not the root of an empty one.
    private static final Hash32 SOME_ROOT = Hash32.ofNumber(1);

    private final BlockSelector block;
    private final GivenState state;
    private final Batch batch = new Batch();
    private final Map<Address, Claimed> accounts = new LinkedHashMap<>();
    private Optional<String> problem = Optional.empty();
    private int size;

    private static final class Claimed {
        private Reply<Wei> balance = Reply.notAsked();
        private Reply<Nonce> nonce = Reply.notAsked();
        private Reply<Bytes> code = Reply.notAsked();
    }

    ClaimFetch(BlockSelector block, GivenState state) {
        this.block = block;
        this.state = state;
    }

    void want(Collection<StateKey> keys) {
        keys.forEach(this::want);
    }

    private void want(StateKey key) {
        if (state.has(key)) {
            return;
        }
        size++;
        switch (key) {
            case StateKey.Account(Address address) -> account(address);
            case StateKey.Storage(Address address, Hash32 slot) ->
                batch.add(
                        new Query.StorageOf(address, slot, block),
                        reply -> take(reply, value -> state.putSlot(address, slot, value)));
            case StateKey.Code(Hash32 hash) -> fail("no code " + hash.toHex()); // Comes with its account.
            case StateKey.BlockHash(long number) ->
                batch.add(
                        new Query.HeaderOf(new BlockSelector.AtNumber(number)),
                        reply -> take(
                                reply,
                                claim -> claim.map(HeaderClaim::claimedHash)
                                        .ifPresentOrElse(
                                                hash -> state.putBlockHash(number, hash),
                                                () -> fail("it knows no block " + number))));
        }
    }

    private void account(Address address) {
        accounts.computeIfAbsent(address, _ -> {
            Claimed claimed = new Claimed();
            batch.add(new Query.BalanceOf(address, block), reply -> claimed.balance = reply);
            batch.add(new Query.NonceOf(address, block), reply -> claimed.nonce = reply);
            batch.add(new Query.CodeOf(address, block), reply -> claimed.code = reply);
            return claimed;
        });
    }

    int size() {
        return size;
    }

    Batch batch() {
        return batch;
    }

    /// After the batch was asked.
    void take() {
        accounts.forEach((address, claimed) -> take(
                claimed.balance,
                balance ->
                        take(claimed.nonce, nonce -> take(claimed.code, code -> put(address, balance, nonce, code)))));
    }

    Optional<String> problem() {
        return problem;
    }

    private void put(Address address, Wei balance, Nonce nonce, Bytes code) {
        boolean nothing = balance.isZero() && nonce.value() == 0 && code.isEmpty();
        Hash32 root = code.isEmpty() ? StoredAccount.EMPTY_ROOT : SOME_ROOT;
        state.putCode(code);
        state.putAccount(
                address,
                nothing
                        ? Optional.empty()
                        : Optional.of(new StoredAccount(nonce.value(), balance, root, Keccak256.hash(code))));
    }

    private <R> void take(Reply<R> reply, java.util.function.Consumer<R> use) {
        reply.got().ifPresentOrElse(use, () -> fail(reply.problem()));
    }

    private void fail(String why) {
        problem = problem.or(() -> Optional.of(why));
    }
}

package org.lifeboat.conformance.evm;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.TrieBuilder;
import tools.jackson.databind.JsonNode;

/// A whole state in memory, as a test file gives it; answers reads, takes changes in and computes its root.
final class FixtureState implements StateReader {
    private static final class Entry {
        long nonce;
        BigInteger balance = BigInteger.ZERO;
        Hash32 codeHash = Code.EMPTY_HASH;
        final Map<Hash32, Hash32> slots = new TreeMap<>();
    }

    private final Map<Address, Entry> accounts = new TreeMap<>();
    private final Map<Hash32, Bytes> codes = new HashMap<>();

    static FixtureState of(JsonNode alloc) {
        FixtureState state = new FixtureState();
        alloc.properties().forEach(account -> {
            Entry entry = new Entry();
            JsonNode node = account.getValue();
            entry.nonce = Fields.unsigned(node, "nonce");
            entry.balance = Fields.number(node, "balance");
            Bytes code = Bytes.fromHex(node.get("code").asString());
            entry.codeHash = Keccak256.hash(code);
            state.codes.put(entry.codeHash, code);
            node.get("storage").properties().forEach(slot -> {
                Hash32 value = Fields.word(slot.getValue().asString());
                if (!value.equals(Hash32.ZERO)) {
                    entry.slots.put(Fields.word(slot.getKey()), value);
                }
            });
            state.accounts.put(Address.fromHex(account.getKey()), entry);
        });
        return state;
    }

    @Override
    public Optional<StoredAccount> account(Address address) {
        return Optional.ofNullable(accounts.get(address)).map(FixtureState::stored);
    }

    private static StoredAccount stored(Entry entry) {
        // What matters of the storage root here is only whether there is storage.
        Hash32 root = entry.slots.isEmpty() ? StoredAccount.EMPTY_ROOT : Hash32.ZERO;
        return new StoredAccount(entry.nonce, new Wei(entry.balance), root, entry.codeHash);
    }

    @Override
    public Hash32 storage(Address account, Hash32 slot) {
        Entry entry = accounts.get(account);
        return entry == null ? Hash32.ZERO : entry.slots.getOrDefault(slot, Hash32.ZERO);
    }

    @Override
    public Bytes code(Hash32 hash) {
        return Optional.ofNullable(codes.get(hash)).orElseThrow();
    }

    /// State tests have no blocks: the hash of a number's decimal digits stands in.
    @Override
    public Hash32 blockHash(long number) {
        return Keccak256.hash(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    void apply(AccountChange change) {
        if (change.after().isEmpty()) {
            accounts.remove(change.address());
            return;
        }
        AccountChange.After after = change.after().get();
        Entry entry = accounts.computeIfAbsent(change.address(), _ -> new Entry());
        entry.nonce = after.nonce();
        entry.balance = after.balance().value();
        entry.codeHash = after.codeHash();
        after.newCode().ifPresent(code -> codes.put(code.hash(), code.toBytes()));
        if (change.storageDropped()) {
            entry.slots.clear();
        }
        change.slots().forEach((slot, value) -> {
            if (value.equals(Hash32.ZERO)) {
                entry.slots.remove(slot);
            } else {
                entry.slots.put(slot, value);
            }
        });
    }

    Hash32 root() {
        TrieBuilder trie = TrieBuilder.secure();
        accounts.forEach((address, entry) -> trie.put(Bytes.of(address.toArray()), encoded(entry)));
        return trie.root();
    }

    /// As the state trie holds it; not by `AccountState`, whose nonce ends at 2^63 - 1.
    private static Bytes encoded(Entry entry) {
        BigInteger nonce = new BigInteger(Long.toUnsignedString(entry.nonce));
        Hash32 storageRoot = storageRoot(entry);
        return new RlpWriter()
                .list(w -> w.integer(nonce)
                        .integer(entry.balance)
                        .hash(storageRoot)
                        .hash(entry.codeHash))
                .toBytes();
    }

    private static Hash32 storageRoot(Entry entry) {
        TrieBuilder trie = TrieBuilder.secure();
        entry.slots.forEach((slot, value) -> trie.put(
                Bytes.of(slot.toArray()),
                new RlpWriter().integer(value.toNumber()).toBytes()));
        return trie.root();
    }

    /// The first thing in which the state differs from `expected`, for people.
    Optional<String> difference(JsonNode expected) {
        FixtureState wanted = of(expected);
        for (Map.Entry<Address, Entry> account : wanted.accounts.entrySet()) {
            Entry mine = accounts.get(account.getKey());
            if (mine == null) {
                return Optional.of("account " + account.getKey() + " is missing");
            }
            Optional<String> inside = difference(account.getValue(), mine);
            if (inside.isPresent()) {
                return Optional.of("account " + account.getKey() + " " + inside.get());
            }
        }
        return accounts.keySet().stream()
                .filter(address -> !wanted.accounts.containsKey(address))
                .findFirst()
                .map(address -> "account " + address + " should not be there");
    }

    private static Optional<String> difference(Entry wanted, Entry mine) {
        if (wanted.nonce != mine.nonce) {
            return Optional.of("nonce expected " + wanted.nonce + " but was " + mine.nonce);
        }
        for (Hash32 slot : wanted.slots.keySet()) {
            Hash32 there = mine.slots.getOrDefault(slot, Hash32.ZERO);
            if (!there.equals(wanted.slots.get(slot))) {
                return Optional.of("slot " + slot + " expected " + wanted.slots.get(slot) + " but was " + there);
            }
        }
        if (!wanted.slots.equals(mine.slots)) {
            return Optional.of("has slots that should be empty");
        }
        if (!wanted.codeHash.equals(mine.codeHash)) {
            return Optional.of("code differs");
        }
        return wanted.balance.equals(mine.balance)
                ? Optional.empty()
                : Optional.of("balance expected " + wanted.balance + " but was " + mine.balance + ", "
                        + mine.balance.subtract(wanted.balance) + " more");
    }
}

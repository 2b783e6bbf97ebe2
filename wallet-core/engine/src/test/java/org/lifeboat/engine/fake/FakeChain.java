package org.lifeboat.engine.fake;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.primitives.trie.TrieBuilder;
import org.lifeboat.primitives.trie.TrieProof;

/// One state at one newest block, and the headers below it. Change accounts first, then read.
public final class FakeChain {
    public static final long NOW = 1_800_000_000L;

    private final long chainId;
    private final Map<Address, Holder> holders = new LinkedHashMap<>();
    private long height = 100;
    private int fork;
    private boolean stateless;
    private boolean prague;

    public FakeChain(long chainId) {
        this.chainId = chainId;
    }

    /// What stands at one address.
    public static final class Holder {
        public Wei balance = Wei.ZERO;
        public Nonce nonce = new Nonce(0);
        public Bytes code = Bytes.EMPTY;
        public final Map<Hash32, BigInteger> storage = new HashMap<>();

        TrieBuilder storageTrie() {
            TrieBuilder trie = TrieBuilder.secure();
            storage.forEach((slot, value) -> {
                if (value.signum() > 0) {
                    trie.put(
                            Bytes.of(slot.toArray()),
                            new RlpWriter().integer(value).toBytes());
                }
            });
            return trie;
        }

        AccountState state() {
            return new AccountState(nonce, balance, storageTrie().root(), Keccak256.hash(code));
        }
    }

    public long chainId() {
        return chainId;
    }

    public Holder at(Address address) {
        return holders.computeIfAbsent(address, _ -> new Holder());
    }

    public Optional<Holder> find(Address address) {
        return Optional.ofNullable(holders.get(address));
    }

    public FakeChain with(Address address, long wei) {
        at(address).balance = Wei.of(wei);
        return this;
    }

    public long height() {
        return height;
    }

    /// Another block at the same height: a reorganisation.
    public void reorganise() {
        fork++;
    }

    public void mine(int blocks) {
        height += blocks;
    }

    /// A development node's first block: the accounts have money, and the header names an empty state.
    public FakeChain atStatelessGenesis() {
        height = 0;
        stateless = true;
        return this;
    }

    private TrieBuilder stateTrie() {
        TrieBuilder trie = TrieBuilder.secure();
        holders.forEach((address, holder) ->
                trie.put(Bytes.of(address.toArray()), holder.state().encoded()));
        return trie;
    }

    public BlockHeader header(long number) {
        return new BlockHeader(
                Hash32.ofNumber(number + 1_000_000L * fork),
                Hash32.ZERO,
                Address.ZERO,
                stateless ? TrieProof.EMPTY_ROOT : stateTrie().root(),
                Hash32.ZERO,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]),
                BigInteger.ZERO,
                number,
                new Gas(30_000_000),
                new Gas(15_000_000),
                NOW - 12 * (height - number),
                Bytes.EMPTY,
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(Wei.of(1_000_000_000L)),
                sincePrague(TrieProof.EMPTY_ROOT),
                sincePrague(new Gas(0)),
                sincePrague(new Gas(0)),
                sincePrague(Hash32.ZERO),
                sincePrague(Hash32.ZERO));
    }

    private <T> Optional<T> sincePrague(T field) {
        return prague ? Optional.of(field) : Optional.empty();
    }

    /// From now on its headers have all fields, so that its code can be run here.
    public FakeChain runnable() {
        prague = true;
        return this;
    }

    /// The header as JSON-RPC writes it.
    public HeaderClaim claim(long number) {
        return HeaderClaims.of(header(number));
    }

    public ProofClaim proof(Address address, List<Hash32> slots) {
        Holder holder = holders.getOrDefault(address, new Holder());
        AccountState state = holder.state();
        List<ProofClaim.Slot> proven = new ArrayList<>();
        TrieBuilder storage = holder.storageTrie();
        for (Hash32 slot : slots) {
            proven.add(new ProofClaim.Slot(
                    slot, holder.storage.getOrDefault(slot, BigInteger.ZERO), storage.proof(Bytes.of(slot.toArray()))));
        }
        return new ProofClaim(
                address,
                state.balance(),
                state.nonce(),
                state.codeHash(),
                state.storageRoot(),
                stateTrie().proof(Bytes.of(address.toArray())),
                proven);
    }
}

package org.lifeboat.evm.transaction;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.state.MissingState;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

/// A few accounts, for tests: a rich sender and contracts at made-up addresses.
final class World implements StateReader {
    static final Address SENDER = Address.fromHex("0x1000000000000000000000000000000000000001");
    static final long GAS = 10_000_000;

    private final Map<Address, StoredAccount> accounts = new HashMap<>();
    private final Map<Hash32, Bytes> codes = new HashMap<>();
    private final Map<StateKey, Boolean> missing = new HashMap<>();

    private Optional<Precompiles> precompiles = Optional.empty();

    World() {
        accounts.put(
                SENDER, new StoredAccount(0, Wei.of(1_000_000_000_000L), StoredAccount.EMPTY_ROOT, Code.EMPTY_HASH));
    }

    World contract(Address address, String hex) {
        Code code = Code.of(HexFormat.of().parseHex(hex));
        codes.put(code.hash(), code.toBytes());
        accounts.put(address, new StoredAccount(1, Wei.ZERO, StoredAccount.EMPTY_ROOT, code.hash()));
        return this;
    }

    World with(Precompiles others) {
        precompiles = Optional.of(others);
        return this;
    }

    World without(StateKey key) {
        missing.put(key, true);
        return this;
    }

    TransactionResult call(Fork fork, Address to, Optional<Listener> listener) {
        return call(fork, to, GAS, listener);
    }

    TransactionResult call(Fork fork, Address to, long gas, Optional<Listener> listener) {
        BlockEnvironment block =
                new BlockEnvironment(Address.ZERO, 1, 1, GAS, BigInteger.ZERO, Hash32.ZERO, Wei.ZERO, Wei.of(1));
        TransactionRunner runner = new TransactionRunner(
                fork.rules(),
                new ChainId(1),
                block,
                new WorldState(this, new CodeCache(1 << 20)),
                precompiles.orElseGet(() -> Precompiles.of(fork.rules())),
                Secp256k1.preferred(),
                listener);
        Transaction transaction = new Transaction.Legacy(
                Optional.empty(), new Nonce(0), Wei.of(1), new Gas(gas), Optional.of(to), Wei.ZERO, Bytes.EMPTY);
        return runner.run(transaction, SENDER, new GasPool(GAS, 0));
    }

    @Override
    public Optional<StoredAccount> account(Address address) {
        need(new StateKey.Account(address));
        return Optional.ofNullable(accounts.get(address));
    }

    @Override
    public Hash32 storage(Address account, Hash32 slot) {
        need(new StateKey.Storage(account, slot));
        return Hash32.ZERO;
    }

    @Override
    public Bytes code(Hash32 hash) {
        need(new StateKey.Code(hash));
        return codes.get(hash);
    }

    @Override
    public Hash32 blockHash(long number) {
        need(new StateKey.BlockHash(number));
        return Hash32.ofNumber(number);
    }

    private void need(StateKey key) {
        if (missing.containsKey(key)) {
            throw new MissingState(key);
        }
    }
}

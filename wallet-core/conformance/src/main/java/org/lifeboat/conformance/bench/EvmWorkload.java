package org.lifeboat.conformance.bench;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.trace.CallTree;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.evm.transaction.GasPool;
import org.lifeboat.evm.transaction.TransactionResult;
import org.lifeboat.evm.transaction.TransactionRunner;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

/// Transactions from one account to another that holds code, on an otherwise empty state. Rules of Prague:
/// Osaka caps a transaction's gas below what the ray tracer needs.
final class EvmWorkload {
    private static final Address SENDER = Address.fromHex("0x1000000000000000000000000000000000000001");
    private static final Address CONTRACT = Address.fromHex("0x2000000000000000000000000000000000000002");
    private static final Fork FORK = Fork.PRAGUE;
    private static final long GAS_LIMIT = 1_000_000_000;
    private static final Wei FUNDS = new Wei(BigInteger.TEN.pow(30));

    private final Code code;
    private final Bytes input;
    private final int count;
    private final Secp256k1 curve = Secp256k1.preferred();
    private final CodeCache codes = new CodeCache(1 << 20);

    EvmWorkload(byte[] code, byte[] input) {
        this(code, input, 1);
    }

    private EvmWorkload(byte[] code, byte[] input, int count) {
        this.code = Code.of(code);
        this.input = Bytes.of(input);
        this.count = count;
    }

    /// A contract that calls itself until 1,000 calls are open: the number is its call data's first word.
    static EvmWorkload nestedCalls() {
        String program = "5f35" // the number
                + "801560%02x57" // at zero, jump to the end
                + "60019003" // one less
                + "5f52" // as the next call's data
                + "5f5f60205f5f305af1" // call itself with that word and all gas
                + "00"
                + "5b00";
        byte[] code = HexFormat.of().parseHex(program.formatted(23));
        return new EvmWorkload(code, Hash32.ofNumber(1000).toArray());
    }

    static EvmWorkload transfers(int count) {
        return new EvmWorkload(new byte[0], new byte[0], count);
    }

    /// What the execution of the one transaction costs, without its intrinsic gas and before refunds.
    long executionGas() {
        CallTree tree = new CallTree();
        run(Optional.of(tree));
        return tree.root().orElseThrow().gasUsed();
    }

    void run() {
        run(Optional.empty());
    }

    private void run(Optional<Listener> listener) {
        WorldState world = new WorldState(new Ground(), codes);
        BlockEnvironment block = new BlockEnvironment(
                Address.ZERO, 1, 1, GAS_LIMIT * count, BigInteger.ZERO, Hash32.ZERO, Wei.ZERO, Wei.of(1));
        TransactionRunner runner = new TransactionRunner(
                FORK.rules(), new ChainId(1), block, world, Precompiles.of(FORK.rules()), curve, listener);
        for (int nonce = 0; nonce < count; nonce++) {
            Transaction transaction = new Transaction.Legacy(
                    Optional.empty(),
                    new Nonce(nonce),
                    Wei.of(1),
                    new Gas(GAS_LIMIT),
                    Optional.of(CONTRACT),
                    code.size() == 0 ? Wei.of(1) : Wei.ZERO,
                    input);
            TransactionResult result = runner.run(transaction, SENDER, new GasPool(GAS_LIMIT * count, 0));
            if (!(result instanceof TransactionResult.Executed executed)
                    || !(executed.outcome() instanceof Outcome.Success)) {
                throw new IllegalStateException("the workload is broken: " + result);
            }
        }
    }

    private final class Ground implements StateReader {
        private final Map<Address, StoredAccount> accounts = Map.of(
                SENDER,
                new StoredAccount(0, FUNDS, StoredAccount.EMPTY_ROOT, Code.EMPTY_HASH),
                CONTRACT,
                new StoredAccount(1, FUNDS, StoredAccount.EMPTY_ROOT, code.hash()));

        @Override
        public Optional<StoredAccount> account(Address address) {
            return Optional.ofNullable(accounts.get(address));
        }

        @Override
        public Hash32 storage(Address account, Hash32 slot) {
            return Hash32.ZERO;
        }

        @Override
        public Bytes code(Hash32 hash) {
            return code.toBytes();
        }

        @Override
        public Hash32 blockHash(long number) {
            return Hash32.ZERO;
        }
    }
}
